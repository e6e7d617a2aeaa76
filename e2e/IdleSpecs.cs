using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>A server that has nothing to do takes no processor time, whatever its peers have left undone.</summary>
public sealed class IdleSpecs
{
    private static readonly TimeSpan s_idle = TimeSpan.FromMilliseconds(200);

    private static readonly byte[] s_slow = Frame.Request("echo", """{"req": {"message": "late", "delayMs": 3000}}""");

    [Theory, MemberData(nameof(ServerStartSpecs.OverTransports), MemberType = typeof(ServerStartSpecs))]
    public async Task While_a_peer_that_has_ended_its_input_waits_for_its_reply(string server, string transport)
    {
        Requires.ProcessCounts();
        await using var running = await Server.StartAsync(await Requires.ServerAsync(server), transport);
        using var client = await WireClient.ConnectAsync(running.Address);
        await client.SendAsync(s_slow);
        client.EndSending();

        await AssertIdleAsync(running);

        Expect.Ok("""{"echoed": "late", "timerName": "ipc-server"}""", await client.ReplyAsync());
        await client.ClosedAsync();
    }

    [Theory, MemberData(nameof(ServerStartSpecs.OverTransports), MemberType = typeof(ServerStartSpecs))]
    public async Task While_a_peer_that_has_left_is_owed_a_reply(string server, string transport)
    {
        Requires.ProcessCounts();
        await using var running = await Server.StartAsync(await Requires.ServerAsync(server), transport);
        using (var client = await WireClient.ConnectAsync(running.Address))
            await client.SendAsync(s_slow);

        await AssertIdleAsync(running);
        await Expect.HealthyAsync(running.Address);
    }

    [Theory, MemberData(nameof(ServerStartSpecs.OverTransports), MemberType = typeof(ServerStartSpecs))]
    public async Task While_input_waits_behind_a_limit(string server, string transport)
    {
        Requires.ProcessCounts();
        string[] limit = server == Servers.Relay ? [] : ["--max-in-flight", "1"];
        await using var running = await Server.StartAsync(await Requires.ServerAsync(server), transport, limit);
        using var client = await WireClient.ConnectAsync(running.Address);
        await client.SendAsync(s_slow);
        await Expect.HealthyAsync(running.Address);
        for (var i = 0; i < 3; i++)
            await client.SendAsync(Frame.Request("version"));

        await AssertIdleAsync(running);

        Expect.Ok("""{"echoed": "late", "timerName": "ipc-server"}""", await client.ReplyAsync());
        for (var i = 0; i < 3; i++)
            Expect.Ok("\"csharp-timer v0.1.0\"", await client.ReplyAsync());
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task When_its_listener_was_shut_by_its_owner(string server)
    {
        Requires.ProcessCounts();
        using var folder = new TempFolder();
        var program = await Requires.ServerAsync(server);
        var shutting = Executable.Python("e2e/Harness/shut.py", module: "socket");
        await Requires.ProgramAsync(shutting);
        await using var running = await Server.StartAsync(
            shutting with { Leading = [.. shutting.Leading, folder.File("shut"), program.File, .. program.Leading] }, ["fd:3"]);
        using var client = await WireClient.ConnectAsync(running.Address);
        Expect.Ok("\"csharp-timer v0.1.0\"", await client.CallAsync("version"));

        await File.WriteAllTextAsync(folder.File("shut"), "", TestContext.Current.CancellationToken);
        using var deadline = new CancellationTokenSource(Deadline.Default);
        while (File.Exists(folder.File("shut")))
            await Task.Delay(20, deadline.Token);

        await AssertIdleAsync(running);
        Expect.Ok("\"csharp-timer v0.1.0\"", await client.CallAsync("version"));
    }

    /// <summary>A loop that does not wait takes all of every second; the requests themselves take a part of the first one at most.</summary>
    private static async Task AssertIdleAsync(Server server)
    {
        if (await ProcessorTimeOfASecondAsync(server) >= s_idle)
            Assert.InRange(await ProcessorTimeOfASecondAsync(server), TimeSpan.Zero, s_idle);
    }

    private static async Task<TimeSpan> ProcessorTimeOfASecondAsync(Server server)
    {
        var before = Vitals.ProcessorTimeOf(server.ProcessId);
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        return Vitals.ProcessorTimeOf(server.ProcessId) - before;
    }
}
