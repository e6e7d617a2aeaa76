using Twofold.E2E.Cases;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>Clients that disconnect in the middle of a frame or a call.</summary>
public sealed class BrokenConnectionSpecs(RunningServers servers) : ServerSpecs(servers)
{
    private const string SlowEcho = """{"req": {"message": "still there?", "delayMs": 100}}""";

    public static IEnumerable<TheoryDataRow<string, string, string>> Cuts => Rows.WithServers("cut", CutAt.Keys);

    private static Dictionary<string, int> CutAt { get; } = new()
    {
        ["before the first byte"] = 0,
        ["within the method's length"] = 2,
        ["within the method"] = 6,
        ["within the payload's length"] = 10,
        ["before the payload"] = 12,
        ["within the payload"] = 20,
    };

    [Theory, MemberData(nameof(Cuts))]
    public async Task A_frame_cut_short_ends_the_connection_without_a_reply(string server, string transport, string cut)
    {
        using var client = await ConnectAsync(server, transport);

        await client.SendAsync(Frame.Request("echo", SlowEcho)[..CutAt[cut]]);
        client.EndSending();

        await client.ClosedAsync();
        await Expect.HealthyAsync((await ServerAsync(server, transport)).Address);
    }

    [Theory, MemberData(nameof(Rows.Servers), MemberType = typeof(Rows))]
    public async Task A_client_that_ends_its_side_still_gets_its_replies(string server, string transport)
    {
        using var client = await ConnectAsync(server, transport);

        await client.SendAsync(Frame.Request("echo", SlowEcho), Frame.Request("version"));
        client.EndSending();

        Expect.Ok($$"""{"echoed": "still there?", "timerName": "{{TimerName}}"}""", await client.ReplyAsync());
        Expect.Ok("\"csharp-timer v0.1.0\"", await client.ReplyAsync());
        await client.ClosedAsync();
    }

    [Theory, MemberData(nameof(Rows.Servers), MemberType = typeof(Rows))]
    public async Task A_client_that_leaves_before_its_reply_affects_no_other_client(string server, string transport)
    {
        using (var client = await ConnectAsync(server, transport))
            await client.SendAsync(Frame.Request("echo", SlowEcho), Frame.Request("echo", SlowEcho));

        using var next = await ConnectAsync(server, transport);
        Expect.Ok($$"""{"echoed": "still there?", "timerName": "{{TimerName}}"}""", await next.CallAsync("echo", SlowEcho));
    }

    [Theory, MemberData(nameof(Rows.Servers), MemberType = typeof(Rows))]
    public async Task A_frame_may_come_byte_by_byte(string server, string transport)
    {
        using var client = await ConnectAsync(server, transport);

        foreach (var single in Frame.Request("version"))
            await client.SendAsync([single]);

        Expect.Ok("\"csharp-timer v0.1.0\"", await client.ReplyAsync());
    }
}
