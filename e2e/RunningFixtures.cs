using Twofold.E2E.Harness;
using Twofold.E2E.Wire;

namespace Twofold.E2E;

/// <summary>One server of the library with every shape, for all cases that do not mind what came before.</summary>
public sealed class RunningFixtures : IAsyncDisposable
{
    private Server? _server;

    internal async Task<WireClient> ConnectAsync()
    {
        await Requires.ProgramAsync(FixturePrograms.Host);
        _server ??= await StartAsync();
        return await WireClient.ConnectAsync(_server.Address);
    }

    /// <summary>Another server, whose object is new.</summary>
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
