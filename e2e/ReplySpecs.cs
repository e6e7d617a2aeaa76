using Twofold.E2E.Cases;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>Every method's reply, decoded and compared value by value.</summary>
public sealed class ReplySpecs(RunningServers servers) : ServerSpecs(servers)
{
    public static IEnumerable<TheoryDataRow<string, string, string>> Calls => Rows.WithServers("call", ReplyCases.ByName.Keys);

    [Theory, MemberData(nameof(Calls))]
    public async Task The_server_answers(string server, string transport, string call)
    {
        var expected = ReplyCases.ByName[call];
        using var client = await ConnectAsync(server, transport);

        await client.SendAsync(Frame.Request(expected.Method, expected.Payload));

        Expect.Ok(expected.Reply, await client.ReplyAsync());
    }
}
