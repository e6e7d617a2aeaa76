using MyTimerLibrary;
using Twofold.Calls;
using Twofold.Cbor;
using Twofold.Generated.fixtures;
using Twofold.Generated.my_timer;
using Twofold.Tests.Support;

namespace Twofold.Tests.Server;

/// <summary>A server counts what its connections hold, and limits all of them together.</summary>
public sealed class BudgetSpecs
{
    private const int Plenty = 1_000_000;

    [Fact]
    public void A_connection_counts_two_kilobytes_until_it_closes()
    {
        var budget = new Budget(Plenty, maxCalls: 10);
        var peer = new Peer(budget: budget);
        Assert.Equal(Account.BytesPerConnection, budget.Bytes);

        _ = peer.Connection.CloseAsync();
        Assert.Equal(0, budget.Bytes);
    }

    [Fact]
    public void An_unfinished_request_counts_its_buffer()
    {
        var budget = new Budget(Plenty, maxCalls: 10);
        var peer = new Peer(budget: budget);

        peer.Send([.. Wire.Request("say", new string('x', 10_000))[..5_000]]);
        Assert.InRange(budget.Bytes - Account.BytesPerConnection, 5_000, 10_000);
    }

    [Fact]
    public void A_subscription_counts_until_it_ends()
    {
        var budget = new Budget(Plenty, maxCalls: 10);
        var peer = new Peer(budget: budget);
        peer.Send("$subscribe", Wire.Map(("event", "on_tick")));
        peer.Read();
        peer.Connection.Trim(peer.Now += 2_000);
        Assert.Equal(Account.BytesPerConnection + Account.BytesPerSubscription, budget.Bytes);

        peer.Send("$unsubscribe", Wire.Map(("event", "on_tick")));
        peer.Read();
        peer.Connection.Trim(peer.Now += 2_000);
        Assert.Equal(Account.BytesPerConnection, budget.Bytes);
    }

    [Fact]
    public void A_pending_call_counts_a_kilobyte_and_its_decoded_arguments()
    {
        var budget = new Budget(Plenty, maxCalls: 10);
        using var timer = new OpenTimer(budget);

        timer.Peer.Send("echo", OpenTimer.Echo(message: new string('x', 10_000)));
        timer.Peer.Connection.Trim(timer.Peer.Now += 2_000);

        Assert.Equal(1, budget.PendingCalls);
        Assert.InRange(budget.Bytes, 0.8 * (2_048 + 1_024 + 20_000), 1.2 * (2_048 + 1_024 + 20_000));
    }

    [Fact]
    public void Ended_calls_and_closed_connections_leave_nothing_behind()
    {
        var budget = new Budget(Plenty, maxCalls: 1_000);
        var timer = new OpenTimer(budget);
        for (var i = 0; i < 100; i++)
            timer.Peer.Send("echo", OpenTimer.Echo(message: new string('x', 100)));
        Assert.Equal(100, budget.PendingCalls);

        _ = timer.Peer.Connection.CloseAsync();
        Assert.Equal(100, budget.PendingCalls);
        timer.Dispose();
        Assert.Equal((0, 0), (budget.PendingCalls, budget.Bytes));
    }

    [Fact]
    public void Past_the_limit_the_connection_that_holds_most_is_rejected_and_another_is_served()
    {
        var budget = new Budget(200_000, maxCalls: 1_000);
        using var greedy = new OpenTimer(budget);
        var modest = new Peer(budget: budget);
        for (var i = 0; i < 20; i++)
            greedy.Peer.Send("echo", OpenTimer.Echo(message: new string('x', 10_000)));
        greedy.Dispose();

        Assert.Contains(greedy.Peer.Read(), reply => reply is { Status: (int)Status.Unavailable, Text: "the memory limit of 200000 bytes is reached" });
        modest.Send("say", "still served");
        Assert.Equal("still served", Assert.Single(modest.ReadTexts()));
    }

    [Fact]
    public void The_number_of_pending_calls_is_limited_too()
    {
        var budget = new Budget(Plenty, maxCalls: 3);
        using var timer = new OpenTimer(budget);
        for (var i = 0; i < 5; i++)
            timer.Peer.Send("echo", OpenTimer.Echo(message: ""));
        Assert.InRange(budget.PendingCalls, 3, 4);
        timer.Dispose();

        Assert.Contains(timer.Peer.Read(), reply => reply is { Status: (int)Status.Unavailable, Text: "the limit of 3 pending calls is reached" });
    }

    [Fact]
    public void Past_three_quarters_the_connection_that_holds_most_is_not_read_until_there_is_room()
    {
        var budget = new Budget(200_000, maxCalls: 1_000);
        var timer = new OpenTimer(budget);
        var modest = new Peer(budget: budget);
        for (var i = 0; i < 7; i++)
            timer.Peer.Send("echo", OpenTimer.Echo(message: new string('x', 10_000)));
        Assert.InRange(budget.Bytes, 150_000, 199_999);
        Assert.False(timer.Peer.Connection.WantsInput);
        Assert.True(modest.Connection.WantsInput);

        var wakes = timer.Peer.Wakes;
        timer.Dispose();
        timer.Peer.Read();
        timer.Peer.Connection.Trim(timer.Peer.Now += 2_000);
        Deadline.Until(() => timer.Peer.Wakes > wakes, "the connection is woken");
        Assert.True(timer.Peer.Connection.WantsInput);
    }

    [Fact]
    public void Past_nine_eighths_the_connection_that_holds_most_is_closed_and_only_that_one()
    {
        var budget = new Budget(100_000, maxCalls: 1_000);
        var peers = Enumerable.Range(0, 3).Select(_ => new Peer(budget: budget)).ToList();
        peers[0].Send([.. Wire.Request("say", new string('x', 90_000))[..20_000]]);
        peers[1].Send([.. Wire.Request("say", new string('x', 200_000))[..95_000]]);
        peers[2].Send([.. Wire.Request("say", new string('x', 90_000))[..1_000]]);

        Deadline.Until(() => peers[1].Connection.IsEvicted, "the connection is evicted");
        Assert.Equal([false, true, false], peers.Select(peer => peer.Connection.IsEvicted));
    }

    [Fact]
    public void Unfinished_requests_that_fill_the_budget_are_finished_one_after_the_other()
    {
        const int Piece = 10_000;
        var budget = new Budget(200_000, maxCalls: 1_000);
        var peers = Enumerable.Range(0, 4).Select(_ => new Peer(budget: budget)).ToList();
        var request = Wire.Request("say", new string('x', 60_000));
        var sent = new int[peers.Count];
        for (var isStuck = false; !isStuck;)
        {
            isStuck = true;
            foreach (var (i, peer) in peers.Index())
            {
                if (sent[i] == request.Length || !peer.Connection.WantsInput)
                    continue;

                var size = Math.Min(Piece, request.Length - sent[i]);
                peer.Send(request.AsSpan(sent[i], size));
                sent[i] += size;
                peer.Read();
                isStuck = false;
            }
        }

        Assert.All(peers, peer => Assert.Equal(60_000, Assert.Single(peer.ReadTexts()).Length));
    }

    [Fact]
    public void A_turn_ends_with_a_connection_that_is_closed_before_its_request_is_finished()
    {
        var budget = new Budget(100_000, maxCalls: 1_000);
        var peers = Enumerable.Range(0, 2).Select(_ => new Peer(budget: budget)).ToList();
        foreach (var peer in peers)
            peer.Send([.. Wire.Request("say", new string('x', 90_000))[..40_000]]);
        Assert.Equal([true, false], peers.Select(peer => peer.Connection.WantsInput));

        var other = new Account(budget, () => { });
        other.AddBuffer(40_000);
        _ = peers[0].Connection.CloseAsync();

        Deadline.Until(() => peers[1].Wakes > 0, "the connection is woken");
        Assert.True(peers[1].Connection.WantsInput);
    }

    [Fact]
    public void Whoever_makes_small_calls_is_served_however_much_the_others_hold()
    {
        var budget = new Budget(2_000_000, maxCalls: 1_000);
        new Account(budget, () => { }).BeginCall(2_500_000);
        var modest = new Peer(budget: budget);

        modest.Send("slow", "x");
        modest.Send("say", "y");
        modest.Service.Finish("x");

        Assert.Equal(["x", "y"], modest.ReadTexts());
    }

    [Fact]
    public void A_large_request_is_rejected_before_it_is_decoded()
    {
        // Each letter is a byte on the wire and 30 in memory.
        var budget = new Budget(1_000_000, maxCalls: 10);
        using var timer = new OpenTimer(budget);
        var request = Wire.Request("complex", OpenTimer.Complex(tags: Enumerable.Repeat<object?>("x", 40_000).ToArray()));

        var before = GC.GetAllocatedBytesForCurrentThread();
        timer.Peer.Send(request);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500_000);

        Assert.Equal((int)Status.Unavailable, Assert.Single(timer.Peer.Read()).Status);
        Assert.True(timer.Peer.Connection.WantsInput);
    }

    [Theory]
    [InlineData(1_000, 0, 0)]
    [InlineData(0, 1_000, 20)]
    [InlineData(500, 700, 5)]
    public void What_is_counted_for_arguments_is_what_they_take(int messages, int tags, int letters)
    {
        var text = new string('x', letters);
        var payload = Wire.Encode(OpenTimer.Complex(
            [.. Enumerable.Repeat<object?>(Wire.Map(("message", text), ("delayMs", 1)), messages)], [.. Enumerable.Repeat<object?>(text, tags)]));
        var reader = new CborReader(payload);
        ComplexCall.Read(ref reader);

        reader = new CborReader(payload);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var call = ComplexCall.Read(ref reader);
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.False(reader.Failed);
        Assert.InRange(call.Weigh(), 0.8 * taken, 1.2 * taken);
        Assert.InRange(DecodedSize.Estimate(payload, ComplexCall.LargestRecord, ComplexCall.LargestItem), call.Weigh(), 6 * call.Weigh());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    public void What_is_counted_for_bytes_is_what_they_take(int size)
    {
        var item = new ByteBuffer();
        new CborWriter(item).WriteBytes(new byte[size]);
        var reader = new CborReader(item.Span);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var bytes = BytesCbor.Read(ref reader);
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(size, bytes.Length);
        Assert.InRange(BytesCbor.Weigh(bytes), 0.8 * taken, 1.2 * taken);
        Assert.Equal(BytesCbor.Weigh(bytes), MemoryCbor.Weigh(bytes));
    }

    [Fact]
    public void An_object_counts_until_it_is_released()
    {
        var budget = new Budget(Plenty, maxCalls: 10);
        using var context = new FixturesContext();
        context.Open(FixturesLibrary.Fixtures.Create());
        var peer = new Peer(service: new FixturesService(context), budget: budget);

        peer.Send("open_session", Wire.Map(("name", "one")));
        Assert.Equal(0, Assert.Single(peer.Read()).Status);
        peer.Connection.Trim(peer.Now += 2_000);
        Assert.Equal(Account.BytesPerConnection + Account.BytesPerObject, budget.Bytes);

        peer.Send("$release", Wire.Map(("handle", 1)));
        peer.Read();
        peer.Connection.Trim(peer.Now += 2_000);
        Assert.Equal(Account.BytesPerConnection, budget.Bytes);
    }

    /// <summary>A timer whose echoes stay pending until it is destroyed, and a peer of it.</summary>
    private sealed class OpenTimer : IDisposable
    {
        private readonly MyTimerContext _context = new();
        private bool _isDisposed;

        public OpenTimer(Budget budget)
        {
            _context.Open(MyTimer.CreateAsync(new Config("test")).AsTask().GetAwaiter().GetResult());
            Peer = new Peer(service: new MyTimerService(_context), budget: budget);
        }

        public Peer Peer { get; }

        public static object Echo(string message) => Wire.Map(("req", Wire.Map(("message", message), ("delayMs", 5_000))));

        public static object Complex(object?[]? messages = null, object?[]? tags = null) =>
            Wire.Map(("req", Wire.Map(("messages", messages ?? []), ("tags", tags ?? []))));

        public void Dispose()
        {
            if (!_isDisposed)
                _context.Dispose();
            _isDisposed = true;
        }
    }
}
