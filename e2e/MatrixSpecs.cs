using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>Every client against every server over every transport: the same calls, the same transcript.</summary>
public sealed class MatrixSpecs(RunningServers servers) : ServerSpecs(servers)
{
    [Theory, MemberData(nameof(Rows.Matrix), MemberType = typeof(Rows))]
    public async Task A_client_prints_the_transcript(string server, string transport, string client)
    {
        var caller = Clients.Named(client);
        await Requires.ProgramAsync(caller.Program);
        var at = await ServerAsync(server, transport);

        var outcome = await caller.RunAsync(at.Address);

        AssertTranscript(caller, outcome);
    }

    [Theory, MemberData(nameof(Rows.Matrix), MemberType = typeof(Rows))]
    public async Task A_client_finds_the_address_in_the_environment(string server, string transport, string client)
    {
        var caller = Clients.Named(client);
        await Requires.ProgramAsync(caller.Program);
        var at = await ServerAsync(server, transport);

        var outcome = await caller.Program.RunAsync([], new Dictionary<string, string> { ["MY_TIMER_ADDRESS"] = at.Address });

        AssertTranscript(caller, outcome);
    }

    [Theory, MemberData(nameof(Rows.Servers), MemberType = typeof(Rows))]
    public async Task All_clients_can_call_at_the_same_time(string server, string transport)
    {
        var clients = await Requires.ClientsAsync();
        var at = await ServerAsync(server, transport);

        var runs = clients.Select(async client => (client, outcome: await client.RunAsync(at.Address)));

        foreach (var (client, outcome) in await Task.WhenAll(runs))
            AssertTranscript(client, outcome);
    }

    private static void AssertTranscript(Client client, Outcome outcome)
    {
        Assert.True(outcome is { ExitCode: 0, Errors: [] }, $"expected exit code 0 and nothing on stderr\n{outcome}");
        Assert.Equal(Transcript.OverSockets(client.Tag), outcome.Output);
    }
}
