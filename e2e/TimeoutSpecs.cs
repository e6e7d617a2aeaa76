using System.Diagnostics;
using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>The flags that limit how long a server waits for its peers, and for calls in flight when it stops.</summary>
public sealed class TimeoutSpecs
{
    private const string Version = "\"csharp-timer v0.1.0\"";

    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(300);

    // Far below the defaults, and long enough for a busy machine.
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(20);

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task A_frame_that_stays_unfinished_ends_its_connection_and_no_other(string server)
    {
        await using var running = await StartAsync(server, "--frame-timeout-ms", Milliseconds(s_short));
        using var idle = await WireClient.ConnectAsync(running.Address);
        Expect.Ok(Version, await idle.CallAsync("version"));
        using var unfinished = await WireClient.ConnectAsync(running.Address);
        Expect.Ok(Version, await unfinished.CallAsync("version"));

        var clock = Stopwatch.StartNew();
        await unfinished.SendAsync(Frame.Request("version")[..^1]);
        await unfinished.ClosedAsync();

        Assert.InRange(clock.Elapsed, s_short, s_soon);
        Expect.Ok(Version, await idle.CallAsync("version"));
        await running.StopAfterAsync(idle, unfinished);
    }

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task An_idle_connection_is_closed_unless_it_has_a_subscription_or_a_pending_call(string server)
    {
        await using var running = await StartAsync(server, "--idle-timeout-ms", Milliseconds(s_short));
        using var subscribed = await WireClient.ConnectAsync(running.Address);
        Expect.Ok("null", await subscribed.CallAsync("$subscribe", """{"event": "on_echo_fired"}"""));
        using var pending = await WireClient.ConnectAsync(running.Address);
        await pending.SendAsync(Frame.Request("echo", """{"req": {"message": "slow", "delayMs": 3000}}"""));
        using var silent = await WireClient.ConnectAsync(running.Address);
        using var idle = await WireClient.ConnectAsync(running.Address);
        Expect.Ok(Version, await idle.CallAsync("version"));

        await idle.ClosedAsync();
        await silent.ClosedAsync();

        Assert.Equal(Status.Ok, (Status)(await pending.ReplyAsync()).Status);
        Expect.Ok(Version, await subscribed.CallAsync("version"));
        await running.StopAfterAsync(subscribed);
    }

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task A_frame_that_is_finished_in_time_is_answered(string server)
    {
        await using var running = await StartAsync(server, "--frame-timeout-ms", Milliseconds(s_soon));
        using var client = await WireClient.ConnectAsync(running.Address);
        var request = Frame.Request("version");

        await client.SendAsync(request[..^1]);
        await Expect.HealthyAsync(running.Address);
        await client.SendAsync(request[^1..]);

        Expect.Ok(Version, await client.ReplyAsync());
        await running.StopAfterAsync(client);
    }

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task A_peer_that_takes_none_of_its_output_is_closed_and_no_other(string server)
    {
        await using var running = await StartAsync(server, "--progress-timeout-ms", Milliseconds(s_short));
        using var idle = await WireClient.ConnectAsync(running.Address);
        Expect.Ok(Version, await idle.CallAsync("version"));
        using var deaf = await WireClient.ConnectAsync(running.Address);

        var clock = Stopwatch.StartNew();
        await deaf.SendUntilClosedAsync(Frame.Request("echo", $$$"""{"req": {"message": "{{{new string('x', 32 * 1024)}}}", "delayMs": 0}}"""));

        Assert.InRange(clock.Elapsed, s_short, s_soon);
        Expect.Ok(Version, await idle.CallAsync("version"));
        await running.StopAfterAsync(idle, deaf);
    }

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task A_call_that_outlasts_the_drain_gets_no_reply(string server)
    {
        Requires.Signals();
        await using var running = await StartAsync(server, "--drain-timeout-ms", Milliseconds(s_short));
        using var client = await WithCallInFlightAsync(running, delayMs: 5_000);

        running.Send(Signal.Terminate);

        await client.ClosedAsync();
        client.Dispose();
        Assert.Equal(0, (await running.ExitAsync()).ExitCode);
    }

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task A_call_that_ends_within_the_drain_gets_its_reply(string server)
    {
        Requires.Signals();
        await using var running = await StartAsync(server, "--drain-timeout-ms", Milliseconds(s_soon));
        using var client = await WithCallInFlightAsync(running, delayMs: 500);

        running.Send(Signal.Terminate);

        Expect.Ok("""{"echoed": "due", "timerName": "ipc-server"}""", await client.ReplyAsync());
        await client.ClosedAsync();
        client.Dispose();
        Assert.Equal(0, (await running.ExitAsync()).ExitCode);
    }

    private static async Task<Server> StartAsync(string server, params string[] flags) =>
        await Server.StartAsync(await Requires.ServerAsync(server), [.. flags, "tcp:127.0.0.1:0"]);

    /// <summary>A connection whose slow call the server has read: it was in one write with a call that was answered.</summary>
    private static async Task<WireClient> WithCallInFlightAsync(Server running, int delayMs)
    {
        var client = await WireClient.ConnectAsync(running.Address);
        await client.SendAsync(
            Frame.Request("version"), Frame.Request("echo", $$$"""{"req": {"message": "due", "delayMs": {{{delayMs}}}}}"""));
        Expect.Ok(Version, await client.ReplyAsync());
        return client;
    }

    private static string Milliseconds(TimeSpan time) => $"{time.TotalMilliseconds:0}";
}
