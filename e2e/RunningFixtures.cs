using Twofold.E2E.Harness;
using Twofold.E2E.Wire;

namespace Twofold.E2E;

/// <summary>A server of the fixtures, shared by all cases that do not depend on earlier calls.</summary>
public sealed class RunningFixtures : IAsyncDisposable
{
    private Server? _server;

    internal async Task<WireClient> ConnectAsync()
    {
        await Requires.ProgramAsync(FixturePrograms.Host);
        _server ??= await StartAsync();
        return await WireClient.ConnectAsync(_server.Address);
    }

    /// <summary>Starts another server, with a new object.</summary>
    internal static async Task<Server> StartAsync()
    {
        await Requires.ProgramAsync(FixturePrograms.Host);
        return await Server.StartAsync(FixturePrograms.Host, Platform.Transports[0]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
