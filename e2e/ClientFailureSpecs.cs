using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>A client that fails prints one line with the reason and exits with an error code.</summary>
public sealed class ClientFailureSpecs
{
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

    private static async Task<Client> ClientAsync(string name)
    {
        var client = Clients.Named(name);
        await Requires.ProgramAsync(client.Program);
        return client;
    }
}
