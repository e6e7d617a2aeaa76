using System.Text;
using Twofold.Logging;

namespace Twofold.Server;

public sealed partial class Connection
{
    /// <summary>What the log calls the connection by.</summary>
    public int Number { get; init; }

    /// <summary>The connection is there.</summary>
    /// <param name="peer">Where the peer is; null over a unix socket, where it has no name.</param>
    internal void LogOpened(object? peer) => Log.Write(LogLevel.Debug, $"connection {Number}: opened{(peer is null ? "" : " from ")}{peer}");

    /// <summary>The connection is gone.</summary>
    internal void LogClosed() => Log.Write(LogLevel.Debug, $"connection {Number}: closed");

    /// <summary>The peer has overrun a deadline.</summary>
    internal void LogExpired() => Log.Write(LogLevel.Warning, $"connection {Number}: cut off, since it has overrun a deadline");

    /// <summary>A request is answered with a failure.</summary>
    internal void LogFailure(string? method, Status status, string message) =>
        Log.Write(LogLevel.Info, $"connection {Number}: {(method is null ? "a request" : Log.OneLine(method))} failed: {Name(status)}: {Log.OneLine(message)}");

    private static string Name(Status status) => Encoding.UTF8.GetString(StatusNames.Utf8(status));
}
