using System.Globalization;
using Twofold.E2E.Cases;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>Pipelined requests: replies keep their order, and a slow call delays no other connection.</summary>
public sealed class PipelineSpecs(RunningServers servers) : ServerSpecs(servers)
{
    [Theory, MemberData(nameof(Rows.Servers), MemberType = typeof(Rows))]
    public async Task A_fast_call_is_answered_after_the_slow_one_before_it(string server, string transport)
    {
        using var client = await ConnectAsync(server, transport);

        await client.SendAsync(
            Echo("slow", 200), Frame.Request("version"), Echo("less slow", 20), Frame.Request("nope"), Frame.Request("lib_version"));

        Expect.Ok(Echoed("slow"), await client.ReplyAsync());
        Expect.Ok("\"csharp-timer v0.1.0\"", await client.ReplyAsync());
        Expect.Ok(Echoed("less slow"), await client.ReplyAsync());
        Expect.Refused(Status.UnknownMethod, "unknown method \"nope\"", await client.ReplyAsync());
        Expect.Ok("\"my_timer 0.1.0\"", await client.ReplyAsync());
    }

    [Theory, MemberData(nameof(Rows.Servers), MemberType = typeof(Rows))]
    public async Task A_hundred_echoes_in_one_write_are_answered_in_order(string server, string transport)
    {
        var messages = Enumerable.Range(0, 100).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToArray();
        using var client = await ConnectAsync(server, transport);

        await client.SendAsync([.. messages.Select((message, index) => Echo(message, index % 3))]);

        foreach (var message in messages)
            Expect.Ok(Echoed(message), await client.ReplyAsync());
    }

    [Theory, MemberData(nameof(Rows.Servers), MemberType = typeof(Rows))]
    public async Task A_slow_call_delays_no_other_connection(string server, string transport)
    {
        using var slow = await ConnectAsync(server, transport);
        using var other = await ConnectAsync(server, transport);

        // The first reply shows that the server has also read the slow call, which was in the same write.
        await slow.SendAsync(Frame.Request("version"), Echo("slow", 2_000));
        Expect.Ok("\"csharp-timer v0.1.0\"", await slow.ReplyAsync());
        var late = slow.ReplyAsync();
        Expect.Ok(Echoed("fast"), await other.CallAsync("echo", """{"req": {"message": "fast", "delayMs": 0}}"""));
        await Expect.HealthyAsync((await ServerAsync(server, transport)).Address);

        Assert.False(late.IsCompleted, "the slow call was answered before the fast ones");
        Expect.Ok(Echoed("slow"), await late);
    }

    [Theory, MemberData(nameof(Rows.Servers), MemberType = typeof(Rows))]
    public async Task Slow_calls_of_many_connections_run_side_by_side(string server, string transport)
    {
        var clients = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ConnectAsync(server, transport)));

        // One after the other, they would exceed every deadline.
        const string Slow = """{"req": {"message": "slow", "delayMs": 2000}}""";
        var replies = await Task.WhenAll(clients.Select(client => client.CallAsync("echo", Slow)));

        Assert.All(replies, reply => Expect.Ok(Echoed("slow"), reply));
        foreach (var client in clients)
            client.Dispose();
    }

    private static byte[] Echo(string message, int delayMs) =>
        Frame.Request("echo", $$$"""{"req": {"message": "{{{message}}}", "delayMs": {{{delayMs}}}}}""");

    private static string Echoed(string message) => $$"""{"echoed": "{{message}}", "timerName": "{{TimerName}}"}""";
}
