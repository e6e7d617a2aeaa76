using System.Diagnostics;
using System.Net.Sockets;
using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>Thousands of connections: the cost of each, and that closing them releases it.</summary>
public sealed class ManyConnectionsSpecs(ITestOutputHelper output)
{
    private const int Idle = 10_000;
    private const int FewThatChurn = 5_000;
    private const int ManyThatChurn = 50_000;
    private const int Churners = 4;

    // The runtime opens some descriptors with the first peers, and its thread pool grows and shrinks.
    private const int SpareDescriptors = 8;
    private const int SpareThreads = 50;

    private const long MostForIdle = 64 * 1024;
    private const long MostAfterChurn = 16 << 20;

    [Theory, MemberData(nameof(Rows.Engines), MemberType = typeof(Rows))]
    public async Task Ten_thousand_idle_connections_cost_little_and_delay_no_other(string engine)
    {
        await Requires.FixtureHostAsync();
        await Requires.DescriptorsAsync(Idle + 1_000);
        await using var server = await FixtureHost.StartWithDescriptorsAsync("$(ulimit -Hn)", engine, "unix", $"max_connections={Idle + 100}");
        Cycle(server, connections: 100);
        var before = Vitals.Of(server.ProcessId);

        var idle = new List<Socket>();
        try
        {
            for (var i = 0; i < Idle; i++)
            {
                idle.Add(Exchange.Connect(server.SocketPath!));
                Exchange.Run(idle[^1]);
            }

            var full = Vitals.Of(server.ProcessId);
            var clock = Stopwatch.StartNew();
            Cycle(server, connections: 50);
            output.WriteLine(
                $"{engine}: {(full.Resident - before.Resident) / Idle} bytes for each of {Idle} idle connections; beside them, to connect, "
                + $"call and leave takes {clock.Elapsed.TotalMicroseconds / 50:0} µs");
            Assert.InRange((full.Resident - before.Resident) / Idle, long.MinValue, MostForIdle);
            Assert.InRange(full.Descriptors, Idle, int.MaxValue);
            idle.ForEach(Exchange.Run);
        }
        finally
        {
            idle.ForEach(socket => socket.Dispose());
        }

        await DescriptorsAsync(server, before.Descriptors);
        await server.StopAsync();
    }

    [Theory, MemberData(nameof(Rows.Engines), MemberType = typeof(Rows))]
    public Task Five_thousand_connections_that_come_and_go_leave_nothing_behind(string engine) => ChurnAsync(engine, FewThatChurn);

    [Theory, MemberData(nameof(Rows.Engines), MemberType = typeof(Rows)), Trait("tier", "nightly")]
    public Task Fifty_thousand_connections_that_come_and_go_leave_nothing_behind(string engine) => ChurnAsync(engine, ManyThatChurn);

    [Theory, MemberData(nameof(Rows.Engines), MemberType = typeof(Rows))]
    public async Task Without_descriptors_peers_are_refused_until_some_are_free_again(string engine)
    {
        await Requires.FixtureHostAsync();
        await using var server = await FixtureHost.StartWithDescriptorsAsync("64", engine, "unix");
        for (var round = 0; round < 5; round++)
            await RunOutOfDescriptorsAsync(server, engine).WaitAsync(Deadline.Default, TestContext.Current.CancellationToken);

        await server.StopAsync();
    }

    private async Task ChurnAsync(string engine, int connections)
    {
        await Requires.FixtureHostAsync();
        await using var server = await FixtureHost.StartAsync(engine, "unix");
        var idle = Vitals.Of(server.ProcessId).Descriptors;
        await CycleAsync(server, connections);
        await DescriptorsAsync(server, idle + SpareDescriptors);
        var before = Vitals.Of(server.ProcessId);

        var clock = Stopwatch.StartNew();
        await CycleAsync(server, connections);

        var perSecond = connections / clock.Elapsed.TotalSeconds;
        await DescriptorsAsync(server, before.Descriptors);
        var after = Vitals.Of(server.ProcessId);
        output.WriteLine($"{engine}: {perSecond:0} connections a second; before: {before}; after: {after}");
        Assert.InRange(after.Threads, 1, before.Threads + SpareThreads);
        Assert.InRange(after.Resident, 0, before.Resident + MostAfterChurn);
        await server.StopAsync();
    }

    /// <summary>Takes every descriptor, gets many connections refused, and releases the descriptors.</summary>
    private async Task RunOutOfDescriptorsAsync(Server server, string engine)
    {
        const string Refusal = "the server has no file descriptor left for another connection";
        const int Refused = 500;
        var served = new List<WireClient>();
        Frame reply;
        while ((reply = await AnswerAsync(server, served)).Status == Status.Ok)
            Assert.InRange(served.Count, 1, 64);

        Expect.Refused(Status.Unavailable, Refusal, reply);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Refused; i++)
            Expect.Refused(Status.Unavailable, Refusal, await AnswerAsync(server, served));

        output.WriteLine($"{engine}: {served.Count} peers served with 64 descriptors; {clock.Elapsed.TotalMicroseconds / Refused:0} µs to refuse another");
        foreach (var client in served)
        {
            Expect.Ok("42", await client.CallAsync("twice", """{"value": 21}"""));
            client.Dispose();
        }

        var newcomers = new List<WireClient>();
        using var deadline = new CancellationTokenSource(Deadline.Default);
        while ((await AnswerAsync(server, newcomers)).Status != Status.Ok)
            deadline.Token.ThrowIfCancellationRequested();

        newcomers[0].Dispose();
    }

    /// <summary>The answer to a new connection. If it is a reply, the connection is added to the served ones.</summary>
    private static async Task<Frame> AnswerAsync(Server server, List<WireClient> served)
    {
        var client = await WireClient.ConnectAsync(server.Address);
        try
        {
            await client.SendAsync(Frame.Request("twice", """{"value": 21}"""));
        }
        catch (IOException refused) when (refused.InnerException is SocketException { SocketErrorCode: SocketError.Shutdown or SocketError.ConnectionReset })
        {
            // Already closed; the reason can still be read.
        }

        var reply = await client.ReplyAsync();
        if (reply.Status == Status.Ok)
            served.Add(client);
        else
            client.Dispose();
        return reply;
    }

    private static async Task CycleAsync(Server server, int connections) =>
        await Task.WhenAll(Enumerable.Range(0, Churners).Select(_ => Task.Run(() => Cycle(server, connections / Churners))));

    private static void Cycle(Server server, int connections)
    {
        for (var i = 0; i < connections; i++)
        {
            using var socket = Exchange.Connect(server.SocketPath!);
            Exchange.Run(socket);
        }
    }

    /// <summary>Waits until the server has at most this many descriptors.</summary>
    private static async Task DescriptorsAsync(Server server, int most)
    {
        using var deadline = new CancellationTokenSource(Deadline.Default);
        while (Vitals.Of(server.ProcessId).Descriptors > most)
        {
            Assert.False(deadline.IsCancellationRequested, $"it keeps {Vitals.Of(server.ProcessId).Descriptors} descriptors, not {most}");
            await Task.Yield();
        }
    }
}
