using Twofold.Calls;
using Twofold.Protocol;
using Twofold.Tests.Support;

namespace Twofold.Tests.Server;

/// <summary>A large request is decoded on another thread than the connection's, and everything else is as without it.</summary>
public sealed class ConnectionLargeSpecs : IDisposable
{
    private static readonly byte[] s_payload = Wire.Encode(new string('x', 70_000));

    private readonly ManualResetEventSlim _started = new();
    private readonly ManualResetEventSlim _mayEnd = new();
    private readonly LargeRequests _largeRequests;
    private readonly ScriptedService _service = new();
    private long _ticks;

    public ConnectionLargeSpecs()
    {
        _largeRequests = new LargeRequests(new RequestCosts(() => Volatile.Read(ref _ticks), ticksPerSecond: 4_000_000), mostAtOnce: 1);
        _service.OnSay = () =>
        {
            _started.Set();
            Assert.True(_mayEnd.Wait(Deadline.Patience));
        };
    }

    public void Dispose() => _mayEnd.Set();

    [Fact]
    public void Requests_behind_a_large_one_wait_until_it_has_started() => Deadline.Run(() =>
    {
        var peer = Open();
        peer.Send([.. Wire.Request("say", s_payload), .. Wire.Request("big", []), .. Wire.Request("say", s_payload), .. Wire.Request("fail", [])]);
        Deadline.Wait(_started);
        Assert.Empty(peer.Read());
        Assert.Equal(1, _service.Calls);
        Assert.False(peer.Connection.WantsInput);

        var replies = End(peer, 4);
        Assert.Equal(s_payload, replies[0].Body);
        Assert.Equal(1000, replies[1].Body.Length);
        Assert.Equal(s_payload, replies[2].Body);
        Assert.Equal("it failed", replies[3].Text);
        Assert.True(peer.Connection.WantsInput);
    });

    [Fact]
    public void A_smaller_request_leaves_the_thread_while_those_of_its_size_are_slow() => Deadline.Run(() =>
    {
        var thread = Environment.CurrentManagedThreadId;
        var (took, ranOn) = (2_000, 0);
        _service.OnSay = () =>
        {
            _ticks += took;
            ranOn = Environment.CurrentManagedThreadId;
        };
        var peer = Open();
        var replies = 0;
        Deadline.Until(() => !RunsHere(), "slow requests have left the thread");
        took = 0;
        Deadline.Until(RunsHere, "fast ones have come back");

        bool RunsHere()
        {
            peer.Send(Wire.Request("say", new byte[20_000]));
            End(peer, ++replies);
            return ranOn == thread;
        }
    });

    [Fact]
    public void A_large_request_stays_whole_while_more_arrives_and_memory_is_trimmed() => Deadline.Run(() =>
    {
        var peer = Open();
        var payload = new byte[100_000];
        Random.Shared.NextBytes(payload);
        peer.Send(Wire.Request("say", payload));
        Deadline.Wait(_started);
        for (var i = 0; i < 20; i++)
            peer.Send(Wire.Request("say", new byte[30_000]));
        peer.Connection.Trim(peer.Now += 5_000);

        Assert.Equal(payload, End(peer, 21)[0].Body);
    });

    [Fact]
    public void A_stop_answers_what_has_arrived_behind_a_large_request() => Deadline.Run(() =>
    {
        var peer = Open();
        peer.Send([.. Wire.Request("say", s_payload), .. Wire.Request("big", []), .. Wire.Request("say", s_payload), .. Wire.Request("fail", [])]);
        Deadline.Wait(_started);
        peer.Connection.Stop(peer.Now);
        peer.Send("big");
        Assert.False(peer.Connection.IsDone);

        Assert.Equal([0, 0, 0, (int)Status.Error], End(peer, 4).Select(reply => reply.Status));
        Assert.True(peer.Connection.IsDone);
    });

    [Fact]
    public void The_end_of_the_input_waits_for_a_large_request_and_those_behind_it() => Deadline.Run(() =>
    {
        var peer = Open();
        peer.Send([.. Wire.Request("say", s_payload), .. Wire.Request("big", [])]);
        Deadline.Wait(_started);
        peer.Connection.EndInput();
        Assert.False(peer.Connection.IsDone);

        End(peer, 2);
        Assert.True(peer.Connection.IsDone);
    });

    [Fact]
    public void A_connection_whose_reply_is_sent_is_not_done_while_its_request_holds_the_input() => Deadline.Run(() =>
    {
        // It completes its slot, and then goes on before it returns.
        var answered = new ManualResetEventSlim();
        _service.AfterSay = () =>
        {
            answered.Set();
            Assert.True(_mayEnd.Wait(Deadline.Patience));
        };
        _service.OnSay = null;
        var peer = Open();
        peer.Send([.. Wire.Request("say", s_payload), .. Wire.Request("big", [])]);
        Deadline.Wait(answered);
        peer.Connection.EndInput();
        Assert.Single(peer.Read());
        Assert.False(peer.Connection.IsDone);

        End(peer, 2);
        Assert.True(peer.Connection.IsDone);
    });

    [Fact]
    public void A_large_request_of_a_connection_that_has_closed_does_not_run() => Deadline.Run(() =>
    {
        var (first, second) = (Open(), Open());
        first.Send(Wire.Request("say", s_payload));
        Deadline.Wait(_started);
        second.Send([.. Wire.Request("say", s_payload), .. Wire.Request("big", [])]);
        second.Connection.Stop(second.Now);
        _ = second.Connection.CloseAsync();

        End(first, 1);
        Deadline.Until(() => second.Wakes > 0, "the pool has come to the second request");
        Assert.Empty(second.Read());
        Assert.Equal(1, _service.Calls);
    });

    [Fact]
    public void A_large_request_that_runs_while_its_connection_closes_holds_nothing_in_the_end() => Deadline.Run(() =>
    {
        var budget = new Budget(100_000_000, maxCalls: 10);
        var peer = Open(budget);
        peer.Send([.. Wire.Request("say", s_payload), .. Wire.Request("big", [])]);
        Deadline.Wait(_started);
        Assert.True(budget.Bytes > s_payload.Length, "its frame is counted while it is decoded");
        peer.Connection.Stop(peer.Now);
        _ = peer.Connection.CloseAsync();
        Assert.Equal(0, budget.Bytes);

        _mayEnd.Set();
        Deadline.Until(() => peer.Wakes > 0, "the request has ended");
        peer.Connection.Collect(peer.Now);
        Assert.Equal(0, budget.Bytes);
        Assert.Equal(1, _service.Calls);
    });

    [Fact]
    public void A_large_request_gives_back_the_memory_of_its_frame_and_its_reply() => Deadline.Run(() =>
    {
        var budget = new Budget(100_000_000, maxCalls: 10);
        var peer = Open(budget);
        peer.Send("big");
        peer.Send(Wire.Request("say", s_payload));
        End(peer, 2);

        peer.Connection.Trim(peer.Now += 5_000);
        Assert.Equal(Account.BytesPerConnection, budget.Bytes);
    });

    [Fact]
    public void An_input_that_has_a_quarter_of_its_request_takes_no_more_than_all_of_it()
    {
        var budget = new Budget(100_000_000, maxCalls: 10);
        var peer = new Peer(budget: budget);
        var frame = Wire.Request("say", new byte[1_000_000]);
        for (var start = 0; start < frame.Length - 1; start += 10_000)
            peer.Send(frame.AsSpan(start, Math.Min(10_000, frame.Length - 1 - start)));

        Assert.Equal(Account.BytesPerConnection + frame.Length, budget.Bytes);
    }

    [Fact]
    public void An_input_takes_little_more_than_has_come_whatever_its_request_announces()
    {
        var budget = new Budget(100_000_000, maxCalls: 10);
        var peer = new Peer(budget: budget);
        peer.Send(Wire.Request("say", new byte[16_000_000]).AsSpan(0, 100_000));
        peer.Send(new byte[100]);

        Assert.InRange(budget.Bytes, 100_000, 300_000);
    }

    [Fact]
    public void A_peer_whose_large_request_takes_long_is_neither_idle_nor_late() => Deadline.Run(() =>
    {
        var peer = Open(options: Peer.Options with { IdleTimeout = TimeSpan.FromSeconds(1), FrameTimeout = TimeSpan.FromSeconds(1) });
        var frame = Wire.Request("say", s_payload);
        peer.Send(frame.AsSpan(0, 10));
        peer.Send([.. frame.AsSpan(10), .. frame.AsSpan(0, 100)]);
        Deadline.Wait(_started);
        peer.Connection.Trim(peer.Now += 60_000);
        Assert.False(peer.Connection.IsExpired(peer.Now));

        // The rest of the next one is late only after the large one has let it through.
        End(peer, 1);
        Assert.False(peer.Connection.IsExpired(peer.Now));
        Assert.True(peer.Connection.IsExpired(peer.Now + 2_000));
    });

    [Fact]
    public void Events_that_a_large_request_raises_come_before_its_reply() => Deadline.Run(() =>
    {
        var peer = Open();
        peer.Send("$subscribe", Wire.Map(("event", "on_tick")));
        Assert.Single(peer.Read());
        peer.Send(Wire.Request("tick", s_payload));
        var replies = End(peer, 3);
        Assert.Equal([0, Frame.Event, 0], replies.Select(reply => reply.Status));
    });

    [Fact]
    public void An_exception_in_a_large_request_is_its_reply() => Deadline.Run(() =>
    {
        var peer = Open();
        peer.Send(Wire.Request("throw", s_payload));
        Assert.Equal("10 InvalidOperationException: unexpected", End(peer, 1)[0].ToString());
    });

    [Fact]
    public void The_methods_of_the_server_stay_on_the_thread_of_the_connection()
    {
        var peer = Open();
        peer.Send("$subscribe", Wire.Map(("event", "on_tick"), ("more", new string('x', 70_000))));
        Assert.Equal(0, Assert.Single(peer.Read()).Status);
        Assert.Equal(1, _service.Listeners);
    }

    [Fact]
    public void A_large_request_is_refused_before_the_token_and_runs_after_it() => Deadline.Run(() =>
    {
        var refused = Open(token: new Token("secret"));
        refused.Send(Wire.Request("say", s_payload));
        Assert.Equal((int)Status.Unauthenticated, Assert.Single(refused.Read()).Status);
        Assert.True(refused.Connection.IsDone);
        Assert.Equal(0, _service.Calls);

        var peer = Open(token: new Token("secret"));
        peer.Send([.. Wire.Request("$hello", Wire.Map(("token", "secret"))), .. Wire.Request("say", s_payload)]);
        Assert.Equal(s_payload, End(peer, 2)[1].Body);
    });

    private Peer Open(Budget? budget = null, ServerOptions? options = null, Token? token = null) =>
        new(options, _service, budget, token, _largeRequests);

    /// <summary>Lets the large requests end, and waits for this many replies in all.</summary>
    private List<Reply> End(Peer peer, int count)
    {
        _mayEnd.Set();
        List<Reply> replies = [];
        Deadline.Until(() => (replies = peer.Read()).Count >= count, "all are answered");
        Deadline.Until(() => (replies = peer.Read()).Count == count && (peer.Connection.WantsInput || peer.Connection.IsClosing || peer.Connection.IsDone), "the input is taken back");
        return replies;
    }
}
