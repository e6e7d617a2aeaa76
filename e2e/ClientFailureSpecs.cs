using System.Globalization;
using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>A client that fails prints one line with the reason and exits with an error code.</summary>
public sealed class ClientFailureSpecs
{
    /// <summary>A few copies of the largest reply, and the interpreter.</summary>
    private const long MostMemory = 128 << 20;

    public static IEnumerable<TheoryDataRow<string, string, string>> BadPeers =>
        from row in Rows.ClientsOverTransports
        from peer in BadPeerCases.ByName.Keys
        select new TheoryDataRow<string, string, string>(row.Data.Item1, row.Data.Item2, peer)
            .WithTrait("client", row.Data.Item1).WithTrait("transport", row.Data.Item2);

    public static IEnumerable<TheoryDataRow<string, string>> BadAddresses =>
        from row in Rows.ClientNames
        from address in ClientFailures.NotAddresses
        select new TheoryDataRow<string, string>(row.Data, address).WithTrait("client", row.Data);

    [Theory, MemberData(nameof(BadPeers))]
    public async Task A_server_that_misbehaves_is_an_error_in_one_line(string client, string transport, string peer)
    {
        var caller = await ClientAsync(client);
        var bad = BadPeerCases.ByName[peer];
        await using var server = bad.Stays ? FakePeer.Holding(transport, bad.Answer) : FakePeer.Answering(transport, bad.Answer);

        Expect.OneErrorLine(caller, bad.Text, await caller.RunAsync(server.Address));
    }

    [Theory, MemberData(nameof(Rows.ClientsOverTransports), MemberType = typeof(Rows))]
    public async Task A_missing_server_is_an_error(string client, string transport)
    {
        var caller = await ClientAsync(client);
        using var folder = new TempFolder();
        var address = transport == "unix" ? $"unix:{folder.File("none")}" : Endpoint.UnusedTcp();

        Expect.OneErrorLine(caller, $"no server at {address}", await caller.RunAsync(address));
    }

    [Theory, MemberData(nameof(BadAddresses))]
    public async Task An_address_that_is_not_valid_is_an_error(string client, string address)
    {
        var caller = await ClientAsync(client);

        Expect.OneErrorLine(caller, $"not an address: {address}", await caller.RunAsync(address));
    }

    [Theory, MemberData(nameof(Rows.ClientNames), MemberType = typeof(Rows))]
    public async Task Without_an_address_it_prints_its_usage(string client)
    {
        var caller = await ClientAsync(client);

        var fault = ClientFailures.FaultInUsage(await caller.RunAsync());

        Assert.True(fault is null, fault);
    }

    [Fact]
    public async Task A_client_gives_up_on_a_server_that_never_answers()
    {
        var clients = await Requires.ClientsAsync();

        // In parallel, because each waits for its own timeout.
        await Task.WhenAll(clients.Select(async client =>
        {
            await using var server = FakePeer.Holding("tcp", []);
            Expect.OneErrorLine(client, "", await client.RunAsync(server.Address));
        }));
    }

    [Theory, MemberData(nameof(Rows.ClientNames), MemberType = typeof(Rows))]
    public async Task A_reply_that_decodes_into_a_gigabyte_costs_little_memory_and_time(string client)
    {
        Requires.Linux("ru_maxrss has other units elsewhere");
        var caller = await ClientAsync(client);
        var measured = Callers.Measured(caller.Program);
        await Requires.ProgramAsync(measured);

        foreach (var name in BadPeerCases.ByName.Keys.Where(name => name.Contains("empty arrays", StringComparison.Ordinal)))
        {
            await using var server = FakePeer.Holding("unix", BadPeerCases.ByName[name].Answer);
            var outcome = await measured.RunAsync([server.Address]);

            Expect.OneErrorLine(caller, "", outcome);
            var peak = long.Parse(outcome.Output[^1].Split(' ')[1], CultureInfo.InvariantCulture);
            TestContext.Current.TestOutputHelper?.WriteLine($"{client} {name}: {Vitals.Mebibytes(peak)} in {outcome.Elapsed.TotalSeconds:0.0} s");
            Assert.True(peak < MostMemory, $"{Vitals.Mebibytes(peak)} after: {name}");
            Assert.DoesNotContain("no reply within", outcome.Errors[0], StringComparison.Ordinal);
        }
    }

    private static async Task<Client> ClientAsync(string name)
    {
        var client = Clients.Named(name);
        await Requires.ProgramAsync(client.Program);
        return client;
    }
}
