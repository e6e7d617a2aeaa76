using Twofold.Protocol;
using Twofold.Tests.Support;

namespace Twofold.Tests.Server;

public sealed class ConnectionLimitSpecs
{
    [Theory]
    [InlineData(254)]
    [InlineData(255)]
    public void A_method_name_up_to_the_limit_is_looked_up(int size)
    {
        var peer = new Peer();
        peer.Send(new string('m', size));
        Assert.Equal(6, Assert.Single(peer.Read()).Status);
        Assert.False(peer.Connection.IsClosing);
    }

    [Fact]
    public void A_method_name_over_the_limit_is_rejected_before_it_arrives()
    {
        var peer = new Peer();
        peer.Send(Wire.Length(256));
        Assert.Equal("7 method name of 256 bytes exceeds the limit of 255", Assert.Single(peer.Read()).ToString());
        AssertClosing(peer);
    }

    [Theory]
    [InlineData(999)]
    [InlineData(1000)]
    public void A_payload_up_to_the_limit_is_answered(int size)
    {
        var peer = new Peer(Peer.Options with { MaxPayloadBytes = 1000 });
        peer.Send(Wire.Request("say", Enumerable.Repeat((byte)0x40, size).ToArray()));
        Assert.Equal(size, Assert.Single(peer.Read()).Body.Length);
        Assert.False(peer.Connection.IsClosing);
    }

    [Fact]
    public void A_payload_over_the_limit_is_rejected_before_it_arrives()
    {
        var peer = new Peer(Peer.Options with { MaxPayloadBytes = 1000 });
        peer.Send([.. Wire.Length(3), .. "say"u8, .. Wire.Length(1001)]);
        Assert.Equal("7 payload of 1001 bytes exceeds the limit of 1000", Assert.Single(peer.Read()).ToString());
        AssertClosing(peer);
    }

    [Fact]
    public void The_default_limits_match_the_protocol()
    {
        var peer = new Peer();
        peer.Send([.. Wire.Length(3), .. "say"u8, .. Wire.Length(16 * 1024 * 1024)]);
        Assert.Empty(peer.Read());

        var greedy = new Peer();
        greedy.Send([.. Wire.Length(3), .. "say"u8, .. Wire.Length((16 * 1024 * 1024) + 1)]);
        Assert.Equal("7 payload of 16777217 bytes exceeds the limit of 16777216", Assert.Single(greedy.Read()).ToString());
    }

    [Fact]
    public void TOO_LARGE_is_answered_in_order_and_later_requests_are_not_run()
    {
        var peer = new Peer();
        peer.Send([.. Wire.Request("slow", "x"), .. Wire.Length(uint.MaxValue), .. Wire.Request("say", "never")]);
        peer.Send("say", "never");
        Assert.Empty(peer.Read());
        Assert.False(peer.Connection.IsDone);

        peer.Service.Finish("first");
        Assert.Equal(["first", "method name of 4294967295 bytes exceeds the limit of 255"], peer.ReadTexts());
        Assert.Equal(1, peer.Service.Calls);
        AssertClosing(peer);
    }

    [Fact]
    public void Announcing_a_payload_of_4_GiB_reserves_no_memory()
    {
        byte[] method = [.. Wire.Length(uint.MaxValue), 0x61];
        byte[] payload = [.. Wire.Length(3), .. "say"u8, .. Wire.Length(uint.MaxValue), 0x61];
        byte[] allowed = [.. Wire.Length(3), .. "say"u8, .. Wire.Length(16 * 1024 * 1024), 0x61];
        foreach (var greeting in new[] { method, payload, allowed })
        {
            AllocatedBy(greeting);
            Assert.InRange(AllocatedBy(greeting), 1, 8 * 1024);
        }
    }

    [Fact]
    public void Memory_for_a_large_payload_grows_as_the_payload_arrives()
    {
        var peer = new Peer();
        peer.Send([.. Wire.Length(3), .. "say"u8, .. Wire.Length(16 * 1024 * 1024)]);
        var piece = new byte[16 * 1024];
        peer.Send(piece);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 16; i++)
            peer.Send(piece);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 4 * 17 * 16 * 1024);
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(8, false)]
    [InlineData(9, false)]
    public void At_the_limit_of_requests_in_flight_the_connection_stops_reading(int requests, bool wantsInput)
    {
        var peer = new Peer(Peer.Options with { MaxInFlight = 8 });
        for (var i = 0; i < requests; i++)
            peer.Send("slow");

        Assert.Equal(wantsInput, peer.Connection.WantsInput);
        Assert.Equal(Math.Min(requests, 8), peer.Service.Waiting);
    }

    [Fact]
    public void After_a_reply_the_connection_continues_with_input_that_it_has_already_read()
    {
        var peer = new Peer(Peer.Options with { MaxInFlight = 2 });
        peer.Send([.. Wire.Request("slow", "x"), .. Wire.Request("slow", "x"), .. Wire.Request("slow", "x"), .. Wire.Request("say", "fourth")]);
        Assert.Equal(2, peer.Service.Waiting);
        Assert.False(peer.Connection.WantsInput);

        peer.Service.Finish("first");
        Assert.Equal(["first"], peer.ReadTexts());
        Assert.Equal(2, peer.Service.Waiting);
        Assert.False(peer.Connection.WantsInput);

        peer.Service.Finish("second");
        peer.Service.Finish("third");
        Assert.Equal(["first", "second", "third", "fourth"], peer.ReadTexts());
        Assert.True(peer.Connection.WantsInput);
    }

    [Fact]
    public void A_reply_that_waits_for_a_slower_one_counts_as_in_flight()
    {
        var peer = new Peer(Peer.Options with { MaxInFlight = 4 });
        peer.Send("slow");
        for (var i = 0; i < 10; i++)
            peer.Send("say", $"{i}");

        Assert.Equal(4, peer.Service.Calls);
        Assert.False(peer.Connection.WantsInput);
        peer.Service.Finish("first");
        Assert.Equal(["first", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], peer.ReadTexts());
    }

    [Fact]
    public void At_the_limit_of_unread_output_the_connection_stops_reading_until_the_peer_reads()
    {
        // A big reply has a header of 8 bytes and 1000 bytes of CBOR.
        var peer = new Peer(Peer.Options with { MaxUnreadBytes = 3 * 1008 });
        peer.Send("big");
        peer.Send("big");
        Assert.True(peer.Connection.WantsInput);
        peer.Send("big");
        Assert.False(peer.Connection.WantsInput);

        peer.Send("say", "last");
        Assert.Equal(3, peer.Service.Calls);

        peer.Take(1);
        peer.Connection.Collect(peer.Now);
        Assert.Equal(4, peer.Service.Calls);
        Assert.Equal(4, peer.Read().Count);
        Assert.True(peer.Connection.WantsInput);
    }

    [Fact]
    public void The_output_is_bounded_when_the_peer_reads_nothing()
    {
        var peer = new Peer(Peer.Options with { MaxUnreadBytes = 10_000 });
        byte[] many = [.. Enumerable.Repeat(Wire.Request("big", (object?)null), 1000).SelectMany(bytes => bytes)];
        peer.Send(many);
        Assert.Equal(10, peer.Service.Calls);
        Assert.Equal(1000, peer.Read().Count);
    }

    private static long AllocatedBy(byte[] greeting)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        new Peer().Send(greeting);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void AssertClosing(Peer peer)
    {
        Assert.True(peer.Connection.IsClosing);
        Assert.True(peer.Connection.IsDone);
        peer.Send("say", "never");
        Assert.DoesNotContain("never", peer.Read().Select(reply => reply.Text));
    }
}
