using System.Collections.Concurrent;
using System.Diagnostics;
using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>Peers that hold as much memory as every other limit allows neither end the server nor delay another client, and the memory comes back.</summary>
public sealed class MemoryBudgetSpecs(ITestOutputHelper output)
{
    private const int Budget = 32 << 20;
    private const int Peers = 16;
    private const int RequestsOfEach = 200;
    private const int DelayMs = 200;

    // What is counted, and the garbage that the collector lets grow beside it.
    private const long MostResident = 4 * Budget;

    // Decoded they take 120 kB each: all of them together many times the budget.
    private static readonly byte[] s_slow = Frame.Request("echo", $$$"""{"req": {"message": "{{{new string('x', 60_000)}}}", "delayMs": {{{DelayMs}}}}}""");

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task Slow_calls_of_many_peers_are_limited_together_and_another_client_is_served(string server)
    {
        Requires.ProcessCounts();
        using var folder = new TempFolder();
        await using var running = await Server.StartAsync(await Requires.ServerAsync(server), [$"unix:{folder.File("s")}", "--max-total-bytes", $"{Budget}"]);
        using var healthy = await WireClient.ConnectAsync(running.Address);
        await CallAsync(healthy);
        var idle = Vitals.ResidentOf(running.ProcessId);

        var statuses = new ConcurrentDictionary<string, int>();
        var flood = Task.WhenAll(Enumerable.Range(0, Peers).Select(_ => FloodAsync(running.Address, statuses)));
        var (peak, slowest) = (0L, TimeSpan.Zero);
        while (!flood.IsCompleted)
        {
            var took = await CallAsync(healthy);
            slowest = took > slowest ? took : slowest;
            peak = Math.Max(peak, Vitals.ResidentOf(running.ProcessId));
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }

        await flood;
        output.WriteLine($"idle {Vitals.Mebibytes(idle)}, peak {Vitals.Mebibytes(peak)}, slowest call {slowest.TotalMilliseconds:0} ms, {string.Join(", ", statuses)}");
        Assert.InRange(peak, Budget / 4, MostResident);
        Assert.True(statuses["Ok"] > 0);
        Assert.Equal(Peers * RequestsOfEach, statuses.Where(status => status.Key is "Ok" or "Unavailable" or "closed").Sum(status => status.Value));
        await Attacked.WaitForMemoryAsync(running, idle);
        await running.StopAfterAsync(healthy);
    }

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task A_request_that_takes_more_than_the_budget_when_decoded_is_rejected_and_the_next_one_answered(string server)
    {
        using var folder = new TempFolder();
        await using var running = await Server.StartAsync(await Requires.ServerAsync(server), [$"unix:{folder.File("s")}", "--max-total-bytes", $"{Budget}"]);
        using var client = await WireClient.ConnectAsync(running.Address);
        var letters = string.Join(", ", Enumerable.Repeat("\"x\"", 1_500_000));

        await client.SendAsync(Frame.Request("complex", $$$"""{"req": {"messages": [], "tags": [{{{letters}}}]}}"""));

        Expect.Refused(Status.Unavailable, $"the memory limit of {Budget} bytes is reached", await client.ReplyAsync());
        await CallAsync(client);
        await running.StopAfterAsync(client);
    }

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task More_pending_calls_than_the_limit_are_rejected(string server)
    {
        using var folder = new TempFolder();
        await using var running = await Server.StartAsync(await Requires.ServerAsync(server), [$"unix:{folder.File("s")}", "--max-pending-calls", "10"]);
        using var client = await WireClient.ConnectAsync(running.Address);
        var request = Frame.Request("echo", """{"req": {"message": "slow", "delayMs": 500}}""");

        await client.SendAsync([.. Enumerable.Repeat(request, 20)]);

        var statuses = new List<Status>();
        for (var i = 0; i < 20; i++)
            statuses.Add((Status)(await client.ReplyAsync()).Status);
        Assert.InRange(statuses.Count(status => status == Status.Ok), 10, 11);
        Assert.Equal(20, statuses.Count(status => status is Status.Ok or Status.Unavailable));
        await CallAsync(client);
        await running.StopAfterAsync(client);
    }

    /// <summary>Sends all requests and reads all replies. Each is counted: by its status, or as closed.</summary>
    private static async Task FloodAsync(string address, ConcurrentDictionary<string, int> statuses)
    {
        using var client = await WireClient.ConnectAsync(address);
        var sending = SendAsync(client);
        var answered = 0;
        try
        {
            for (; answered < RequestsOfEach; answered++)
                statuses.AddOrUpdate(((Status)(await client.ReplyAsync()).Status).ToString(), 1, (_, count) => count + 1);
        }
        catch (Exception closed) when (closed is EndOfStreamException or IOException)
        {
            statuses.AddOrUpdate("closed", RequestsOfEach - answered, (_, count) => count + RequestsOfEach - answered);
        }

        await sending;
    }

    private static async Task SendAsync(WireClient client)
    {
        try
        {
            for (var i = 0; i < RequestsOfEach; i++)
                await client.SendAsync(s_slow);
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            // The server has closed the connection: the reader counts it.
        }
    }

    private static async Task<TimeSpan> CallAsync(WireClient client)
    {
        var clock = Stopwatch.StartNew();
        Expect.Ok("\"csharp-timer v0.1.0\"", await client.CallAsync("version"));
        return clock.Elapsed;
    }
}
