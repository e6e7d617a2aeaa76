using System.Text.Json;
using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>The relay with many clients and with hostile clients. The specs that run over every server check its replies.</summary>
public sealed class RelaySpecs
{
    private const string Version = "\"csharp-timer v0.1.0\"";
    private const string EchoFired = """{"event": "on_echo_fired"}""";

    // The limits in examples/ipc/server.c.
    private const int MaxConnections = 256;
    private const int MaxUnsent = 1 << 20;

    private const int Large = 32 * 1024;
    private const int LargeEvents = 3 * MaxUnsent / Large;
    private const int Mutants = 2_000;

    public static IEnumerable<TheoryDataRow<string>> Transports =>
        from transport in Platform.Transports
        select new TheoryDataRow<string>(transport).WithTrait("transport", transport);

    [Theory, MemberData(nameof(Transports))]
    public async Task Every_connection_that_it_has_room_for_is_served_at_the_same_time(string transport)
    {
        await using var running = await StartAsync(transport);
        var clients = new List<WireClient>();
        while (clients.Count < MaxConnections)
            clients.Add(await WireClient.ConnectAsync(running.Address));

        await Task.WhenAll(clients.Select(async (client, number) =>
        {
            var isSubscriber = number % 8 == 0;
            if (isSubscriber)
                Expect.Ok("null", await client.CallAsync("$subscribe", EchoFired));
            for (var call = 0; call < 3; call++)
                Expect.Ok($$"""{"echoed": "{{number}}", "timerName": "ipc-server"}""", await client.CallAsync("echo", Echo($"{number}", delayMs: call)));
            while (isSubscriber && client.Events.Count(frame => Message(frame) == $"{number}") < 3)
                client.Events.Add(await client.FrameAsync());
        }));

        await running.StopAfterAsync([.. clients]);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task One_connection_more_is_refused_until_another_leaves(string transport)
    {
        await using var running = await StartAsync(transport);
        var clients = new List<WireClient>();
        while (clients.Count < MaxConnections)
        {
            clients.Add(await WireClient.ConnectAsync(running.Address));
            Expect.Ok(Version, await clients[^1].CallAsync("version"));
        }

        using (var refused = await WireClient.ConnectAsync(running.Address))
        {
            Expect.Refused(Status.Unavailable, "too many connections", await refused.ReplyAsync());
            await refused.ClosedAsync();
        }

        Expect.Ok(Version, await clients[^1].CallAsync("version"));
        clients[0].Dispose();
        using var deadline = new CancellationTokenSource(Deadline.Default);
        while (!await IsServedAsync(running.Address))
            deadline.Token.ThrowIfCancellationRequested();

        await running.StopAfterAsync([.. clients]);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task It_takes_one_request_of_a_connection_at_a_time(string transport)
    {
        await using var running = await StartAsync(transport);
        using var listener = await WireClient.ConnectAsync(running.Address);
        using var caller = await WireClient.ConnectAsync(running.Address);
        Expect.Ok("null", await listener.CallAsync("$subscribe", EchoFired));

        await caller.SendAsync(Frame.Request("echo", Echo("slow", delayMs: 300)), Frame.Request("echo", Echo("fast")));

        Assert.Equal("slow", Message(await listener.FrameAsync()));
        Assert.Equal("fast", Message(await listener.FrameAsync()));
        await running.StopAfterAsync(listener, caller);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task A_subscriber_that_does_not_read_loses_events_and_delays_nobody(string transport)
    {
        await using var running = await StartAsync(transport);
        using var listener = await WireClient.ConnectAsync(running.Address);
        using var caller = await WireClient.ConnectAsync(running.Address);
        Expect.Ok("null", await listener.CallAsync("$subscribe", EchoFired));

        // The system buffers some megabytes as well, more of them over tcp.
        var sent = 0;
        for (; sent < 8 * LargeEvents; sent++)
            Assert.Equal(Status.Ok, (await caller.CallAsync("echo", Echo(new string('x', Large)))).Status);

        // The reply comes after the events that were kept. The next event has the number of those that were dropped.
        Expect.Ok(Version, await listener.CallAsync("version"));
        await caller.CallAsync("echo", Echo("last"));
        var lost = JsonDocument.Parse((await listener.FrameAsync()).Content).RootElement.GetProperty("lost").GetInt32();
        Assert.InRange(lost, 1, sent);
        Assert.Equal(sent, listener.Events.Count + lost);
        await running.StopAfterAsync(listener, caller);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Another_control_method_is_unknown(string transport)
    {
        await using var running = await StartAsync(transport);
        using var client = await WireClient.ConnectAsync(running.Address);

        Expect.Refused(Status.UnknownMethod, "unknown method \"$release\"", await client.CallAsync("$release", """{"handle": 1}"""));

        Expect.Ok(Version, await client.CallAsync("version"));
        await running.StopAfterAsync(client);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Malformed_input_gets_frames_and_leaves_nothing_behind(string transport)
    {
        Requires.ProcessCounts();
        await using var running = await StartAsync(transport);
        await Expect.HealthyAsync(running.Address);
        await ConverseAsync(running.Address, MalformedCases.ByName.Values);

        // The runtime keeps the thread of its timers, which the first call with a delay starts. A mutant may be such a call.
        using (var client = await WireClient.ConnectAsync(running.Address))
            Expect.Ok("""{"echoed": "x", "timerName": "ipc-server"}""", await client.CallAsync("echo", Echo("x", delayMs: 1)));
        var before = Vitals.Of(running.ProcessId);

        var mutants = new MutatedRequests(seed: 2_026);
        await ConverseAsync(running.Address, Enumerable.Range(0, Mutants).Select(_ => mutants.Next()));

        await Expect.HealthyAsync(running.Address);
        using var deadline = new CancellationTokenSource(Deadline.Default);
        while (Vitals.Of(running.ProcessId) is var after && (after.Descriptors > before.Descriptors || after.Threads > before.Threads))
        {
            Assert.False(deadline.IsCancellationRequested, $"before: {before}; after: {after}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await running.StopAsync();
    }

    private static async Task<Server> StartAsync(string transport) => await Server.StartAsync(await Requires.ServerAsync(Servers.Relay), transport);

    /// <summary>Sends each on a separate connection, a few at a time. All answers must be frames.</summary>
    private static async Task ConverseAsync(string address, IEnumerable<byte[]> inputs) =>
        await Parallel.ForEachAsync(inputs, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (input, _) => await RawPeer.ConverseAsync(address, [input]));

    private static async Task<bool> IsServedAsync(string address)
    {
        using var client = await WireClient.ConnectAsync(address);
        try
        {
            return (await client.CallAsync("version")).Status == Status.Ok;
        }
        catch (IOException)
        {
            // Refused and closed before it sent a request.
            return false;
        }
    }

    private static string Echo(string message, int delayMs = 0) => $$$"""{"req": {"message": "{{{message}}}", "delayMs": {{{delayMs}}}}}""";

    private static string? Message(Frame frame) =>
        JsonDocument.Parse(frame.Content).RootElement.GetProperty("payload").GetProperty("message").GetString();
}
