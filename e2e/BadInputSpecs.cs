using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>Bad input gets the right status and text, and the server still answers the next call and the next client.</summary>
public sealed class BadInputSpecs(RunningServers servers) : ServerSpecs(servers)
{
    public static IEnumerable<TheoryDataRow<string, string, string>> Inputs => Rows.WithServers("input", BadInputCases.ByName.Keys);

    [Theory, MemberData(nameof(Inputs))]
    public async Task The_server_refuses(string server, string transport, string input)
    {
        var bad = BadInputCases.ByName[input];
        using var client = await ConnectAsync(server, transport);

        await client.SendAsync(bad.Bytes);

        Expect.Refused(bad.Status, TextOf(server, bad.Text), await client.ReplyAsync());
        if (bad.Closes)
            await client.ClosedAsync();
        else
            Expect.Ok("\"csharp-timer v0.1.0\"", await client.CallAsync("version"));

        await Expect.HealthyAsync((await ServerAsync(server, transport)).Address);
    }

    [Theory, MemberData(nameof(Rows.Servers), MemberType = typeof(Rows))]
    public async Task Requests_before_an_oversize_one_are_still_answered(string server, string transport)
    {
        using var client = await ConnectAsync(server, transport);

        await client.SendAsync(
            Frame.Request("echo", """{"req": {"message": "slow", "delayMs": 50}}"""),
            Frame.Request("lib_version"),
            BadInputCases.ByName["a payload of 16 MiB and a byte"].Bytes);

        Expect.Ok($$"""{"echoed": "slow", "timerName": "{{TimerName}}"}""", await client.ReplyAsync());
        Expect.Ok("\"my_timer 0.1.0\"", await client.ReplyAsync());
        Expect.Refused(Status.TooLarge, TextOf(server, "payload of 16777217 bytes *"), await client.ReplyAsync());
        await client.ClosedAsync();
    }

    /// <summary>The relay has its own messages for input that it refuses itself.</summary>
    private static string TextOf(string server, string text) => server == Servers.Relay ? "*" : text;
}
