using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E.Cases;

/// <summary>The rows that specs run over. Their traits (server, transport, client) select rows on the command line.</summary>
public static class Rows
{
    /// <summary>The server programs.</summary>
    public static IEnumerable<TheoryDataRow<string>> Programs =>
        from server in Harness.Servers.ByName.Keys
        select new TheoryDataRow<string>(server).WithTrait("server", server);

    /// <summary>The servers whose limits are flags: the library serving itself, over each of its transports.</summary>
    public static IEnumerable<TheoryDataRow<string>> ServeHosts =>
        from server in ServeHostNames
        select new TheoryDataRow<string>(server).WithTrait("server", server);

    /// <summary>The names of these servers.</summary>
    internal static IEnumerable<string> ServeHostNames => Harness.Servers.ByName.Keys.Where(server => server != Harness.Servers.Relay);

    /// <summary>The library's transports.</summary>
    public static IEnumerable<TheoryDataRow<string>> Engines =>
        from engine in FixtureHost.Engines
        select new TheoryDataRow<string>(engine).WithTrait("engine", engine);

    /// <summary>The running servers: program and transport. If the specs attach to a running server, it is the only one.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> Servers =>
        from at in Targets
        select new TheoryDataRow<string, string>(at.Server, at.Transport)
            .WithTrait("server", at.Server).WithTrait("transport", at.Transport);

    /// <summary>The running servers, each with every client.</summary>
    public static IEnumerable<TheoryDataRow<string, string, string>> Matrix =>
        WithServers("client", Clients.OverSockets.Select(client => client.Name));

    /// <summary>The clients, each over every transport.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> ClientsOverTransports =>
        from client in Clients.OverSockets
        from transport in Platform.Transports
        select new TheoryDataRow<string, string>(client.Name, transport)
            .WithTrait("client", client.Name).WithTrait("transport", transport);

    /// <summary>The clients alone.</summary>
    public static IEnumerable<TheoryDataRow<string>> ClientNames =>
        from client in Clients.OverSockets
        select new TheoryDataRow<string>(client.Name).WithTrait("client", client.Name);

    /// <summary>The running servers, each with every one of these names.</summary>
    public static IEnumerable<TheoryDataRow<string, string, string>> WithServers(string trait, IEnumerable<string> names) =>
        from at in Targets
        from name in names
        select new TheoryDataRow<string, string, string>(at.Server, at.Transport, name)
            .WithTrait("server", at.Server).WithTrait("transport", at.Transport).WithTrait(trait, name);

    /// <summary>The same without the relay, which has its own messages and limits.</summary>
    public static IEnumerable<TheoryDataRow<string, string, string>> WithServeHosts(string trait, IEnumerable<string> names) =>
        WithServers(trait, names).Where(row => row.Data.Item1 != Harness.Servers.Relay);

    private static IEnumerable<(string Server, string Transport)> Targets =>
        Requires.Attached is { } address
            ? [("attached", address[..address.IndexOf(':', StringComparison.Ordinal)])]
            : from server in Harness.Servers.ByName.Keys
              from transport in Platform.Transports
              select (server, transport);
}
