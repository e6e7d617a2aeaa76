using System.Collections.Concurrent;
using Twofold.E2E.Harness;

namespace Twofold.E2E;

/// <summary>
/// The servers that the specs of one class share. Each is started on first use, and must stop cleanly after the last spec.
/// </summary>
public sealed class RunningServers : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(string, string), Lazy<Task<Server>>> _servers = new();

    /// <summary>The server of this row.</summary>
    internal Task<Server> AtAsync(string server, string transport) =>
        _servers.GetOrAdd((server, transport), _ => new(() => StartAsync(server, transport))).Value;

    public async ValueTask DisposeAsync() => await Task.WhenAll(
        from server in _servers.Values
        where server.Value.IsCompletedSuccessfully
        select EndAsync(server.Value));

    private static async Task EndAsync(Task<Server> running)
    {
        await using var server = await running;
        await server.StopAsync();
    }

    private static async Task<Server> StartAsync(string server, string transport)
    {
        if (Requires.Attached is { } address)
            return Server.Attached(address);

        return await Server.StartAsync(await Requires.ServerAsync(server), transport);
    }
}
