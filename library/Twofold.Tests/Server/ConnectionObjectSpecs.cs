using FixturesLibrary;
using Twofold.Generated.fixtures;
using Twofold.Tests.Support;
using static Twofold.Tests.Support.Wire;

namespace Twofold.Tests.Server;

/// <summary>An object that a method returns has a number, which is valid only on the connection that received it.</summary>
public sealed class ConnectionObjectSpecs
{
    private readonly FixturesContext _context = new();

    public ConnectionObjectSpecs() => _context.Open(Fixtures.Create());

    [Fact]
    public void An_object_is_called_by_the_number_in_the_reply()
    {
        var peer = Connect();
        var first = Open(peer, "first");
        var second = Open(peer, "second");
        Assert.NotEqual(first, second);
        Assert.Equal(5, Add(peer, first, 5));
        Assert.Equal(7, Add(peer, second, 7));
        Assert.Equal(11, Add(peer, first, 6));
    }

    [Fact]
    public void An_object_can_return_another_object()
    {
        var peer = Connect();
        var session = Open(peer, "session");
        Add(peer, session, 40);
        var fork = Call(peer, "session_fork", Map(("handle", session), ("name", "fork"))).Read().ReadUInt64();
        Assert.Equal(42, Add(peer, fork, 2));
        Assert.Equal(40, Add(peer, session, 0));
    }

    [Fact]
    public void A_released_object_is_disposed_of_and_its_number_is_invalid()
    {
        var peer = Connect();
        var session = Open(peer, "session");
        Assert.Equal(1, CountOpen(peer));
        Assert.Equal("OK F6", Call(peer, "$release", Map(("handle", session))).ToString());
        Assert.Equal(0, CountOpen(peer));
        var gone = $"5 handle: {session} was released, or is of another kind";
        Assert.Equal(gone, Call(peer, "session_add", Map(("handle", session), ("number", 1))).ToString());
        Assert.Equal(gone, Call(peer, "$release", Map(("handle", session))).ToString());
    }

    [Fact]
    public void Another_connection_cannot_use_the_objects_number()
    {
        var owner = Connect();
        var session = Open(owner, "session");
        Assert.Equal(5, Call(Connect(), "session_add", Map(("handle", session), ("number", 1))).Status);
    }

    [Fact]
    public void The_objects_of_a_connection_are_disposed_of_when_it_closes()
    {
        var peer = Connect();
        Open(peer, "first");
        Open(peer, "second");
        Deadline.Wait(peer.Connection.CloseAsync());
        Assert.Equal(0, CountOpen(Connect()));
    }

    [Theory]
    [InlineData("A0", "4 handle: missing")]
    [InlineData("A16668616E646C656178", "4 handle: expected an integer, found text")]
    [InlineData("A16668616E646C6520", "4 handle: expected an integer from 0 to 18446744073709551615, found -1")]
    [InlineData("A26668616E646C65016668616E646C6501", "4 handle: duplicate key")]
    [InlineData("A1", "4 the data ends at byte 1 within an item")]
    public void A_request_without_a_valid_object_number_gets_an_error(string payload, string answer) =>
        Assert.Equal(answer, Send(Connect(), Wire.Request("session_add", Hex(payload))).ToString());

    [Fact]
    public void A_connection_at_the_limit_of_1024_objects_can_release_one_and_continue()
    {
        var peer = Connect();
        var last = 0UL;
        for (var i = 0; i < 1024; i++)
            last = Open(peer, "session");

        Assert.Equal("1 object limit (1024) reached; $release some", Call(peer, "open_session", Map(("name", "one more"))).ToString());
        Deadline.Until(() => CountOpen(peer) == 1024, "the object over the limit is disposed of");
        Call(peer, "$release", Map(("handle", last)));
        Assert.True(Open(peer, "one more") > last);
    }

    private Peer Connect() => new(service: new FixturesService(_context));

    private static ulong Open(Peer peer, string name) => Call(peer, "open_session", Map(("name", name))).Read().ReadUInt64();

    private static long Add(Peer peer, ulong session, long number) =>
        Call(peer, "session_add", Map(("handle", session), ("number", number))).Read().ReadInt64();

    private static int CountOpen(Peer peer) => Call(peer, "count_sessions", Map()).Read().ReadInt32();

    private static Reply Call(Peer peer, string method, object payload) => Send(peer, Wire.Request(method, payload));

    private static Reply Send(Peer peer, byte[] request)
    {
        var count = peer.Read().Count;
        peer.Send(request);
        Deadline.Until(() => peer.Read().Count > count, "the reply has come");
        return peer.Read()[^1];
    }
}
