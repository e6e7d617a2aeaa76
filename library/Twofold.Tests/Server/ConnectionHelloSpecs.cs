using Twofold.Protocol;
using Twofold.Tests.Support;
using static Twofold.Tests.Support.Wire;

namespace Twofold.Tests.Server;

public sealed class ConnectionHelloSpecs
{
    private const string Secret = "correct horse battery staple";
    private const string Described = "library=scripted version=1.2.3 protocol=2";
    private const string Missing = "13 the first request must be $hello with the token of the server";

    public static TheoryData<string, object?> OtherHellos => new()
    {
        { "13 the $hello has no token: this server requires its token", Map() },
        { "13 the $hello has no token: this server requires its token", Map(("token", null)) },
        { "13 the $hello has no token: this server requires its token", Map(("tokens", Secret)) },
        { "13 wrong token: present the one that the server was started with", Map(("token", "")) },
        { "13 wrong token: present the one that the server was started with", Map(("token", Secret[..^1])) },
        { "13 wrong token: present the one that the server was started with", Map(("token", Secret + "\0")) },
        { "13 wrong token: present the one that the server was started with", Map(("token", Secret.ToUpperInvariant())) },
        { "13 wrong token: present the one that the server was started with", Map(("token", new string('x', 5000))) },
        { "13 token: expected text, found an integer", Map(("token", 5)) },
        { "13 token: expected text, found a boolean", Map(("token", true)) },
        { "13 expected a map, found text", Secret },
    };

    [Fact]
    public void Without_a_token_a_hello_may_come_at_any_time_and_with_any_token()
    {
        var peer = new Peer();
        peer.Send("say", "first");
        peer.Send("$hello", Map());
        peer.Send("$hello", Map(("token", "any"), ("unknown", List(1, 2))));
        peer.Send("$hello", Map(("token", 5)));
        var replies = peer.Read();
        Assert.Equal([Described, Described], replies.Skip(1).Take(2).Select(Describe));
        Assert.Equal("4 token: expected text, found an integer", replies[3].ToString());
        Assert.False(peer.Connection.IsClosing);
    }

    [Fact]
    public void With_the_right_token_everything_works_that_comes_after_it()
    {
        var peer = Guarded();
        peer.Send("$hello", Hello);
        Assert.Equal(Described, Describe(Assert.Single(peer.Read())));
        peer.Send("say", "x");
        Assert.Equal("x", peer.Read()[^1].Read().ReadTextString());
        Assert.False(peer.Connection.IsClosing);
    }

    [Fact]
    public void Requests_that_are_pipelined_behind_the_right_token_are_answered_in_order()
    {
        var peer = Guarded();
        peer.Send([.. Request("$hello", Hello), .. Request("slow", "x"), .. Request("say", "y"), .. Request("say", "z")[..^1]]);
        Assert.Single(peer.Read());
        peer.Service.Finish("slow");
        peer.Send([(byte)'z']);
        Assert.Equal(["slow", "y", "z"], peer.Read().Skip(1).Select(reply => reply.Read().ReadTextString()));
    }

    [Fact]
    public void A_hello_may_arrive_in_any_pieces()
    {
        var hello = Request("$hello", Hello);
        for (var at = 1; at < hello.Length; at++)
        {
            var peer = Guarded();
            peer.Send(hello.AsSpan(..at));
            Assert.Empty(peer.Read());
            peer.Send([.. hello[at..], .. Request("say", "x")]);
            Assert.Equal(2, peer.Read().Count(reply => reply.Status == 0));
        }

        var slow = Guarded();
        foreach (var piece in hello)
            slow.Send([piece]);
        Assert.Equal(Described, Describe(Assert.Single(slow.Read())));
    }

    [Theory]
    [MemberData(nameof(OtherHellos))]
    public void Any_other_hello_is_refused_and_nothing_behind_it_runs(string refusal, object? payload)
    {
        var peer = Guarded();
        peer.Send([.. Request("$hello", payload), .. Request("say", "x"), .. Request("$hello", Hello)]);
        AssertRefused(peer, refusal);
    }

    [Fact]
    public void A_hello_that_is_not_well_formed_is_refused()
    {
        var peer = Guarded();
        peer.Send(Request("$hello", [0xA1, 0x65]));
        Assert.Equal(13, Assert.Single(peer.Read()).Status);
        AssertRefused(peer, null);
    }

    [Theory]
    [InlineData("say")]
    [InlineData("$subscribe")]
    [InlineData("$release")]
    [InlineData("$hellp")]
    [InlineData("$hello2")]
    [InlineData("")]
    public void Any_other_first_request_is_refused_and_the_right_token_comes_too_late(string method)
    {
        var peer = Guarded();
        peer.Send([.. Request(method, Map(("event", "on_tick"))), .. Request("$hello", Hello), .. Request("say", "x")]);
        AssertRefused(peer, Missing);
        Assert.Equal(0, peer.Service.Listeners);
    }

    [Fact]
    public void Any_other_first_request_is_refused_before_its_payload_arrives()
    {
        var peer = Guarded();
        peer.Send(Length(3));
        AssertRefused(peer, Missing);

        var greedy = Guarded();
        greedy.Send(Length(uint.MaxValue));
        AssertRefused(greedy, Missing);
    }

    [Theory]
    [InlineData(8192, true)]
    [InlineData(8193, false)]
    public void A_hello_may_have_8_KiB_until_it_is_accepted(int size, bool accepted)
    {
        var fixedSize = Encode(Map(("token", Secret), ("pad", new string('x', 5000)))).Length - 5000;
        var peer = Guarded();
        var request = Request("$hello", Map(("token", Secret), ("pad", new string('x', size - fixedSize))));
        if (accepted)
        {
            peer.Send(request);
            Assert.Equal(Described, Describe(Assert.Single(peer.Read())));
            return;
        }

        peer.Send(request.AsSpan(..14));
        AssertRefused(peer, "7 payload of 8193 bytes exceeds the limit of 8192 before authentication");
    }

    [Fact]
    public void A_later_hello_is_answered_whatever_its_token()
    {
        var peer = Guarded();
        peer.Send([.. Request("$hello", Hello), .. Request("$hello", Map(("token", "wrong"))), .. Request("$hello", Map())]);
        Assert.Equal([Described, Described, Described], peer.Read().Select(Describe));
        Assert.False(peer.Connection.IsClosing);
    }

    [Fact]
    public void A_peer_has_the_frame_timeout_for_its_whole_hello_from_the_first_check_on()
    {
        var options = Peer.Options with { FrameTimeout = TimeSpan.FromSeconds(5) };
        var silent = Guarded(options);
        silent.Connection.Trim(silent.Now);
        Assert.False(silent.Connection.IsExpired(silent.Now + 5_000));
        Assert.True(silent.Connection.IsExpired(silent.Now + 5_001));

        silent.Now += 4_000;
        silent.Send(Request("$hello", Hello).AsSpan(..^1));
        Assert.True(silent.Connection.IsExpired(silent.Now + 1_001));

        silent.Send(Request("$hello", Hello).AsSpan(^1..));
        silent.Read();
        silent.Connection.Trim(silent.Now);
        Assert.False(silent.Connection.IsExpired(silent.Now + 1_000_000));
    }

    [Fact]
    public void A_refused_peer_is_given_the_time_to_read_why()
    {
        var peer = Guarded(Peer.Options with { FrameTimeout = TimeSpan.FromSeconds(1) });
        peer.Send("say", "x");
        Assert.False(peer.Connection.IsExpired(peer.Now + 1_500));
        Assert.True(peer.Connection.HasOutput);
    }

    [Fact]
    public void Without_a_token_a_silent_peer_has_any_time()
    {
        var peer = new Peer();
        peer.Connection.Trim(peer.Now);
        Assert.False(peer.Connection.IsExpired(peer.Now + 1_000_000_000));
    }

    [Theory]
    [InlineData("é")]
    [InlineData("\0")]
    [InlineData("a b\nc")]
    public void A_token_is_any_text(string text)
    {
        Assert.True(new Token(text).Matches(text));
        Assert.False(new Token(text).Matches(text + "\0"));
        Assert.False(new Token(text).Matches(""));
    }

    [Fact]
    public void The_longest_token_has_4096_bytes()
    {
        var longest = new string('t', 4096);
        Assert.True(new Token(longest).Matches(longest));
        Assert.False(new Token(longest).Matches(longest + "t"));
        Assert.Throws<ArgumentException>(() => new Token(longest + "t"));
    }

    private static object Hello => Map(("token", Secret));

    private static Peer Guarded(ServerOptions? options = null) => new(options, token: new Token(Secret));

    private static void AssertRefused(Peer peer, string? refusal)
    {
        var reply = Assert.Single(peer.Read());
        if (refusal is not null)
            Assert.Equal(refusal, reply.ToString());
        Assert.True(peer.Connection.IsClosing);
        Assert.True(peer.Connection.IsDone);
        peer.Send([.. Request("$hello", Hello), .. Request("say", "x")]);
        Assert.Single(peer.Read());
        Assert.Equal(0, peer.Service.Calls);
    }

    private static string Describe(Reply reply)
    {
        Assert.Equal(0, reply.Status);
        var reader = reply.Read();
        Assert.Equal(3, reader.ReadStartMap());
        return $"{reader.ReadTextString()}={reader.ReadTextString()} {reader.ReadTextString()}={reader.ReadTextString()} {reader.ReadTextString()}={reader.ReadUInt32()}";
    }
}
