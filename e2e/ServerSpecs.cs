using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>Specs whose rows share running servers. A failed spec shows the output of its server.</summary>
public abstract class ServerSpecs(RunningServers servers) : IClassFixture<RunningServers>, IAsyncDisposable
{
    private Server? _server;

    /// <summary>The name of the timer that the programs serve.</summary>
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

    /// <summary>A new connection to the server of this row.</summary>
    private protected async Task<WireClient> ConnectAsync(string server, string transport) =>
        await WireClient.ConnectAsync((await ServerAsync(server, transport)).Address);
}
