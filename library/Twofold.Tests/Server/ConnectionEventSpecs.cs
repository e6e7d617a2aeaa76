using System.Formats.Cbor;
using Twofold.Tests.Support;
using static Twofold.Tests.Support.Wire;

namespace Twofold.Tests.Server;

public sealed class ConnectionEventSpecs
{
    private const int Event = -1;

    // A name that no event has, and how an error message quotes it.
    private static readonly string s_long = string.Concat(Enumerable.Repeat("🕰", 10_000));
    private static readonly string s_quoted = $"{string.Concat(Enumerable.Repeat("🕰", 64))}...";

    [Fact]
    public void Only_a_subscribed_peer_receives_events()
    {
        var peer = new Peer();
        peer.Send("tick");
        Assert.Equal([0], peer.Read().Select(reply => reply.Status));

        Subscribe(peer, "on_tick");
        peer.Send("tick");
        Assert.Equal([0, 0, Event, 0], peer.Read().Select(reply => reply.Status));
    }

    [Fact]
    public void An_event_carries_its_name_its_payload_and_the_number_of_lost_events()
    {
        var peer = new Peer();
        Subscribe(peer, "on_tick");
        peer.Service.Raise("hello");
        Assert.Equal(
            Wire.Encode(Map(("event", "on_tick"), ("lost", 0), ("payload", "hello"))),
            peer.Read()[^1].Body);
    }

    [Fact]
    public void An_event_is_sent_before_the_reply_of_the_call_that_raised_it_even_after_a_slow_call()
    {
        var peer = new Peer();
        Subscribe(peer, "on_tick");
        peer.Send("slow");
        peer.Send("tick");
        Assert.Equal([0, Event], peer.Read().Select(reply => reply.Status));

        peer.Service.Finish("done");
        Assert.Equal([0, Event, 0, 0], peer.Read().Select(reply => reply.Status));
    }

    [Fact]
    public void An_event_wakes_the_transport_and_is_sent_without_a_request()
    {
        var peer = new Peer();
        Subscribe(peer, "on_tick");
        peer.Read();
        var wakes = peer.Wakes;
        peer.Service.Raise("hello");
        Assert.Equal(wakes + 1, peer.Wakes);
        Assert.Equal(Event, peer.Read()[^1].Status);
    }

    [Fact]
    public void An_event_raised_by_the_peers_own_request_is_sent_with_the_reply_and_does_not_wake_the_transport()
    {
        var peer = new Peer();
        Subscribe(peer, "on_tick");
        peer.Read();
        var wakes = peer.Wakes;
        peer.Send("tick");
        Assert.Equal(wakes, peer.Wakes);
        Assert.Equal([Event, 0], peer.Read()[^2..].Select(reply => reply.Status));
    }

    [Fact]
    public void An_event_raised_by_another_connections_request_wakes_the_transport()
    {
        var service = new ScriptedService();
        var listening = new Peer(service: service);
        var calling = new Peer(service: service);
        Subscribe(listening, "on_tick");
        var (heard, called) = (listening.Wakes, calling.Wakes);
        calling.Send("tick");
        Assert.Equal((heard + 1, called), (listening.Wakes, calling.Wakes));
    }

    [Fact]
    public void Subscribe_answers_null_and_is_idempotent()
    {
        var peer = new Peer();
        Subscribe(peer, "on_tick");
        Subscribe(peer, "on_tick");
        Assert.All(peer.Read(), reply => Assert.Equal([0xf6], reply.Body));
        Assert.Equal(1, peer.Service.Listeners);
    }

    [Fact]
    public void No_event_is_sent_after_unsubscribe()
    {
        var peer = new Peer();
        Subscribe(peer, "on_tick");
        peer.Send("$unsubscribe", Map(("event", "on_tick")));
        peer.Service.Raise("hello");
        Assert.Equal(["OK F6", "OK F6"], peer.Read().Select(reply => reply.ToString()));
        Assert.Equal(0, peer.Service.Listeners);
    }

    [Fact]
    public void The_listeners_of_a_peer_are_removed_when_it_disconnects()
    {
        var peer = new Peer();
        Subscribe(peer, "on_tick");
        Subscribe(peer, "on_tock");
        Assert.Equal(2, peer.Service.Listeners);
        Deadline.Wait(peer.Connection.CloseAsync());
        Assert.Equal(0, peer.Service.Listeners);
    }

    [Fact]
    public void Subscriptions_to_unknown_events_get_an_error_with_the_name()
    {
        var refusals = new (string Method, object? Payload, string CallError)[]
        {
            ("$subscribe", Map(("event", "on_nothing")), "4 unknown event \"on_nothing\"; the events are on_tick, on_tock"),
            ("$subscribe", Map(("event", s_long)), $"4 unknown event \"{s_quoted}\"; the events are on_tick, on_tock"),
            ("$subscribe", Map(("event", "\0\x1b\u009f")), "4 unknown event \"???\"; the events are on_tick, on_tock"),
            ("$subscribe", Map(), "4 event: missing"),
            ("$subscribe", Map(("event", 1)), "4 event: expected text, found an integer"),
            ("$subscribe", Map(("event", "on_tick"), ("event", "on_tick")), "4 event: duplicate key"),
            ("$subscribe", List(), "4 expected a map, found an array"),
            ("$unsubscribe", Map(("event", "on_tick")), "4 not subscribed to \"on_tick\""),
            ("$unsubscribe", Map(("event", s_long)), $"4 not subscribed to \"{s_quoted}\""),
            ("$unsubscribe", Map(), "4 event: missing"),
            ("$shutdown", Map(), "6 unknown method \"$shutdown\""),
            ("$", Map(), "6 unknown method \"$\""),
        };
        foreach (var (method, payload, refusal) in refusals)
        {
            var peer = new Peer();
            peer.Send(method, payload);
            peer.Send("say", "still here");
            Assert.Equal(refusal, peer.Read()[0].ToString());
            Assert.Equal(2, peer.Read().Count);
            Assert.Equal(0, peer.Service.Listeners);
        }
    }

    [Fact]
    public void Events_beyond_the_limit_of_unread_output_are_dropped_and_counted()
    {
        var peer = new Peer(Peer.Options with { MaxUnreadBytes = 1000 });
        Subscribe(peer, "on_tick");
        peer.Read();
        for (var i = 0; i < 200; i++)
            peer.Service.Raise($"{i}");

        var before = peer.Read().Skip(1).ToList();
        Assert.InRange(before.Count, 10, 40);
        Assert.All(before, reply => Assert.Equal(0u, Lost(reply)));

        peer.Service.Raise("after");
        Assert.Equal((uint)(200 - before.Count), Lost(peer.Read()[^1]));
    }

    [Fact]
    public void An_event_that_cannot_be_encoded_is_dropped_and_writes_no_bytes()
    {
        var peer = new Peer();
        Subscribe(peer, "on_tick");
        peer.Service.Raise("before");
        peer.Service.Raise("a lone surrogate: \ud800");
        peer.Service.Raise(null!);
        peer.Service.Raise("after");

        var events = peer.Read().Skip(1).ToList();
        Assert.Equal(["before", "after"], events.Select(Payload));
        Assert.Equal([0u, 2u], events.Select(Lost));
    }

    private static void Subscribe(Peer peer, string name) => peer.Send("$subscribe", Map(("event", name)));

    private static uint Lost(Reply frame) => (uint)Member(frame, "lost").ReadUInt32();

    private static string Payload(Reply frame) => Member(frame, "payload").ReadTextString();

    private static CborReader Member(Reply frame, string key)
    {
        var reader = frame.Read();
        reader.ReadStartMap();
        while (reader.ReadTextString() != key)
            reader.SkipValue();

        return reader;
    }
}
