using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>A signal stops a server, but not the calls that it has accepted.</summary>
public sealed class ServerStopSpecs
{
    public static IEnumerable<TheoryDataRow<string, string, string>> Signals =>
        from row in ServerStartSpecs.OverTransports
        from signal in Enum.GetNames<Signal>()
        select new TheoryDataRow<string, string, string>(row.Data.Item1, row.Data.Item2, signal)
            .WithTrait("server", row.Data.Item1).WithTrait("transport", row.Data.Item2);

    [Theory, MemberData(nameof(Signals))]
    public async Task A_pending_reply_is_still_delivered(string server, string transport, string signal)
    {
        Requires.Signals();
        await using var running = await Server.StartAsync(await Requires.ServerAsync(server), transport);
        using var client = await WireClient.ConnectAsync(running.Address);
        await client.SendAsync(Frame.Request("version"), Frame.Request("echo", """{"req": {"message": "last", "delayMs": 300}}"""));
        Expect.Ok("\"csharp-timer v0.1.0\"", await client.ReplyAsync());
        await Expect.HealthyAsync(running.Address);

        running.Send(Enum.Parse<Signal>(signal));

        Expect.Ok("""{"echoed": "last", "timerName": "ipc-server"}""", await client.ReplyAsync());
        await client.ClosedAsync();
        client.Dispose();
        await AssertEndedAsync(running);
    }

    [Theory, MemberData(nameof(Signals))]
    public async Task Idle_connections_do_not_delay_the_stop(string server, string transport, string signal)
    {
        Requires.Signals();
        await using var running = await Server.StartAsync(await Requires.ServerAsync(server), transport);
        using var silent = await WireClient.ConnectAsync(running.Address);
        using var idle = await WireClient.ConnectAsync(running.Address);
        Expect.Ok("\"csharp-timer v0.1.0\"", await idle.CallAsync("version"));

        running.Send(Enum.Parse<Signal>(signal));

        await idle.ClosedAsync();
        await silent.ClosedAsync();
        await AssertEndedAsync(running);
    }

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task A_peer_that_has_nothing_left_to_read_is_closed_at_once(string server)
    {
        Requires.Signals();
        await using var running = await Server.StartAsync(await Requires.ServerAsync(server), "tcp", "--verbose");
        using var silent = await WireClient.ConnectAsync(running.Address);

        // Peers are accepted in order, so the silent one is connected by now.
        await Expect.HealthyAsync(running.Address);
        running.Send(Signal.Terminate);

        var outcome = await running.ExitAsync();
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("connection 1: closed", outcome.Errors);
        Assert.DoesNotContain(outcome.Errors, line => line.StartsWith("connection 1: closed: a timeout", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Signals))]
    public async Task A_second_signal_ends_it_at_once(string server, string transport, string signal)
    {
        Requires.Signals();
        await using var running = await Server.StartAsync(await Requires.ServerAsync(server), transport);
        using var idle = await WireClient.ConnectAsync(running.Address);
        using var client = await WireClient.ConnectAsync(running.Address);
        Expect.Ok("\"csharp-timer v0.1.0\"", await idle.CallAsync("version"));

        // The drain would answer this call. No answer means that the drain was cut short.
        await client.SendAsync(Frame.Request("version"), Frame.Request("echo", """{"req": {"message": "never", "delayMs": 4000}}"""));
        Expect.Ok("\"csharp-timer v0.1.0\"", await client.ReplyAsync());

        running.Send(Enum.Parse<Signal>(signal));
        await idle.ClosedAsync();
        running.Send(Enum.Parse<Signal>(signal));

        await client.ClosedAsync();
        var outcome = await running.ExitAsync();
        Assert.Equal([$"listening on {running.Address}"], outcome.Output);
        Assert.False(File.Exists(running.SocketPath), $"{running.SocketPath} is still there");
    }

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows)), Trait("tier", "nightly")]
    public async Task A_second_signal_does_not_wait_for_the_calls_that_are_left(string server)
    {
        const int Connections = 250;
        Requires.Signals();
        await using var running = await Server.StartAsync(await Requires.ServerAsync(server), "unix");
        byte[][] calls = [.. Enumerable.Repeat(Frame.Request("echo", """{"req": {"message": "never", "delayMs": 5000}}"""), 1000)];
        var clients = new List<WireClient>();
        for (var i = 0; i < Connections; i++)
        {
            clients.Add(await WireClient.ConnectAsync(running.Address));
            await clients[i].SendAsync(calls);
        }

        running.Send(Signal.Terminate);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        running.Send(Signal.Terminate);

        Assert.Equal(0, (await running.ExitAsync()).ExitCode);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"it took {watch.Elapsed}");
        clients.ForEach(client => client.Dispose());
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task An_interrupt_stops_a_server_that_was_started_with_it_ignored(string server)
    {
        Requires.Signals();
        var program = await Requires.ServerAsync(server);
        var inBackground = program with { File = "/bin/sh", Leading = ["-c", "trap '' INT; exec \"$0\" \"$@\"", program.File, .. program.Leading] };
        await using var running = await Server.StartAsync(inBackground, "tcp");

        running.Send(Signal.Interrupt);

        var outcome = await running.ExitAsync();
        Assert.True(outcome.ExitCode == 0, outcome.ToString());
    }

    [Theory, MemberData(nameof(Signals))]
    public async Task A_signal_stops_a_server_that_was_started_with_it_blocked(string server, string transport, string signal)
    {
        Requires.Signals();
        var program = await Requires.ServerAsync(server);
        var blocking = Executable.Python("e2e/Harness/block.py", module: "signal");
        await Requires.ProgramAsync(blocking);
        await using var running = await Server.StartAsync(blocking with { Leading = [.. blocking.Leading, program.File, .. program.Leading] }, transport);

        running.Send(Enum.Parse<Signal>(signal));

        await AssertEndedAsync(running);
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task A_file_that_replaced_the_socket_is_not_removed(string server)
    {
        Requires.Signals();
        await using var running = await Server.StartAsync(await Requires.ServerAsync(server), "unix");
        File.Delete(running.SocketPath!);
        await File.WriteAllTextAsync(running.SocketPath!, "mine", TestContext.Current.CancellationToken);

        running.Send(Signal.Terminate);

        Assert.Equal(0, (await running.ExitAsync()).ExitCode);
        Assert.Equal("mine", await File.ReadAllTextAsync(running.SocketPath!, TestContext.Current.CancellationToken));
    }

    private static async Task AssertEndedAsync(Server server)
    {
        var outcome = await server.ExitAsync();
        Assert.True(outcome.ExitCode == 0, $"expected exit code 0\n{outcome}");
        Assert.Equal([$"listening on {server.Address}"], outcome.Output);
        Assert.False(File.Exists(server.SocketPath), $"{server.SocketPath} is still there");
    }
}
