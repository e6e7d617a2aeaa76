using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>Specs whose rows share running servers. A failed one shows what its server has printed.</summary>
public abstract class ServerSpecs(RunningServers servers) : IClassFixture<RunningServers>, IAsyncDisposable
{
    private Server? _server;

    /// <summary>What the programs call the timer that they serve.</summary>
    private protected const string TimerName = "ipc-server";

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed && _server is not null)
            TestContext.Current.TestOutputHelper?.WriteLine(_server.ToString());

        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>The server of this row.</summary>
    private protected async Task<Server> ServerAsync(string server, string transport) =>
        _server = await servers.AtAsync(server, transport);

    /// <summary>A connection of our own to the server of this row.</summary>
    private protected async Task<WireClient> ConnectAsync(string server, string transport) =>
        await WireClient.ConnectAsync((await ServerAsync(server, transport)).Address);
}
