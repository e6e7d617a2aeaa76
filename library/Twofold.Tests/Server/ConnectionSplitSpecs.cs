using Twofold.Tests.Support;
using static Twofold.Tests.Support.Wire;

namespace Twofold.Tests.Server;

/// <summary>The replies depend only on the bytes that a peer sends, not on how they are split or on the clock.</summary>
public sealed class ConnectionSplitSpecs
{
    // Longer conversations are split at this many evenly spaced offsets.
    private const int MostSplits = 400;

    private static readonly Dictionary<string, Conversation> s_conversations = new()
    {
        ["an event subscribed to, raised, and unsubscribed from"] = new(
            [
                .. Request("$subscribe", Map(("event", "on_tick"))), .. Request("tick", (object?)null), .. Request("say", "x"),
                .. Request("$unsubscribe", Map(("event", "on_tick"))), .. Request("tick", (object?)null),
            ],
            ["OK F6", $"-1 {Text(Map(("event", "on_tick"), ("lost", 0), ("payload", "ticked")))}", "OK F6", "OK 6178", "OK F6", "OK F6"]),
        ["invalid subscriptions"] = new(
            [
                .. Request("$subscribe", Map(("event", "on_nothing"))), .. Request("$unsubscribe", Map(("event", "on_tick"))),
                .. Request("$subscribe", []), .. Request("$", Map()),
            ],
            [
                "4 unknown event \"on_nothing\"; the events are on_tick, on_tock", "4 not subscribed to \"on_tick\"",
                "4 the data ends at byte 0 within an item", "6 unknown method \"$\"",
            ]),
        ["fast calls behind slow ones"] = new(
            [.. Request("slow", []), .. Request("say", "second"), .. Request("slow", []), .. Request("nope", []), .. Request("say", "fifth")],
            ["OK 646C617465", "OK 667365636F6E64", "OK 646C617465", "6 unknown method \"nope\"", "OK 656669667468"]),
        ["methods at the limit and over it"] = new(
            [.. Request(new string('m', 255), []), .. Length(256), .. Request("say", "never")],
            [$"6 unknown method \"{new string('m', 64)}...\"", "7 method name of 256 bytes exceeds the limit of 255"]),
        ["a payload over the limit behind a slow call"] = new(
            [.. Request("slow", []), .. Length(3), .. "say"u8, .. Length(uint.MaxValue), .. Request("say", "never")],
            ["OK 646C617465", "7 payload of 4294967295 bytes exceeds the limit of 16777216"]),
        ["only empty frames"] = new(new byte[8 * 5], [.. Enumerable.Repeat("6 unknown method \"\"", 5)]),
    };

    public static TheoryData<string> Conversations => [.. s_conversations.Keys];

    public static TheoryData<string> Files => [.. Corpus.ByName.Keys];

    [Theory, MemberData(nameof(Conversations))]
    public void The_replies_do_not_depend_on_where_a_conversation_is_split(string name)
    {
        var conversation = s_conversations[name];
        Assert.Equal(conversation.Replies, Transcript(conversation.Bytes, pieces: [conversation.Bytes.Length]));
        AssertSameInPieces(conversation.Bytes);
    }

    [Theory, MemberData(nameof(Files))]
    public void The_replies_to_a_harmful_input_do_not_depend_on_where_it_is_split(string file) => AssertSameInPieces(Corpus.ByName[file]);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(long.MaxValue / 2)]
    public void The_replies_do_not_depend_on_the_start_of_the_clock(long now)
    {
        var peer = new Peer(Peer.Options with { FrameTimeout = TimeSpan.FromMilliseconds(10) }) { Now = now };
        peer.Send([.. Request("say", "x"), 0]);
        peer.Read();
        Assert.False(peer.Connection.IsExpired(now + 10));
        Assert.True(peer.Connection.IsExpired(now + 11));
    }

    private static void AssertSameInPieces(byte[] bytes)
    {
        var expected = Transcript(bytes, pieces: [bytes.Length]);
        var step = Math.Max(1, bytes.Length / MostSplits);
        for (var split = 0; split <= bytes.Length; split += step)
            Assert.Equal(expected, Transcript(bytes, pieces: [split, bytes.Length - split]));

        Assert.Equal(expected, Transcript(bytes, pieces: Enumerable.Repeat(1, bytes.Length)));
    }

    /// <summary>Everything that the peer receives, and the state of the connection afterwards.</summary>
    private static List<string> Transcript(byte[] bytes, IEnumerable<int> pieces)
    {
        var peer = new Peer();
        var start = 0;
        foreach (var size in pieces)
        {
            peer.Send(bytes.AsSpan(start, size));
            start += size;
        }

        while (peer.Service.Waiting > 0)
        {
            peer.Service.Finish("late");
            peer.Connection.Collect(peer.Now);
        }

        return [.. peer.Read().Select(reply => reply.ToString())];
    }

    private static string Text(object? value) => new Reply(-1, Encode(value)).Text;

    private sealed record Conversation(byte[] Bytes, string[] Replies);
}
