using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>The flags that limit a request: one under the limit, at it, and one over.</summary>
public sealed class RequestLimitSpecs
{
    public static IEnumerable<TheoryDataRow<string, string>> Limits =>
        from server in Rows.ServeHostNames
        from limit in LimitCases.ByName.Keys
        select new TheoryDataRow<string, string>(server, limit).WithTrait("server", server);

    [Theory, MemberData(nameof(Limits))]
    public async Task A_server_enforces_the_request_limit_that_its_flag_sets(string server, string limit)
    {
        var given = LimitCases.ByName[limit];
        var program = await Requires.ServerAsync(server);
        await using var running = await Server.StartAsync(program, [given.Flag, $"{given.Value}", "tcp:127.0.0.1:0"]);

        foreach (var probe in given.Probes)
        {
            using var client = await WireClient.ConnectAsync(running.Address);
            await client.SendAsync(probe.Bytes);
            var reply = await client.ReplyAsync();

            if (probe.Status == Status.Ok)
                Expect.Ok(probe.Text, reply);
            else
                Expect.Refused(probe.Status, probe.Text, reply);
            if (probe.Status == Status.TooLarge)
                await client.ClosedAsync();
        }

        await running.StopAsync();
    }
}
