using System.Text;
using Twofold.Logging;
using Twofold.Text;

namespace Twofold.Protocol;

public sealed partial class Connection
{
    // Only a connection that has logged has one.
    private LogLimit? _logLimit;

    /// <summary>Identifies the connection in the log.</summary>
    public int Number { get; init; }

    /// <summary>The connection was accepted.</summary>
    /// <param name="peer">The peer's address; null if it has none, as over a unix socket.</param>
    internal void LogOpened(object? peer) => Log.Write(LogLevel.Debug, LogLimit.AllConnections, $"connection {Number}: opened{(peer is null ? "" : " from ")}{peer}");

    /// <summary>The connection was closed.</summary>
    internal void LogClosed()
    {
        _logLimit?.Flush();
        Log.Write(LogLevel.Debug, LogLimit.AllConnections, $"connection {Number}: closed");
    }

    /// <summary>The peer has exceeded a timeout.</summary>
    internal void LogExpired() => Log.Write(LogLevel.Info, LogLimit.AllConnections, $"connection {Number}: closed: a timeout was exceeded");

    /// <summary>The server is over its memory limit and this connection holds most, or there was no memory for a reply.</summary>
    internal void LogEvicted()
    {
        if (_isAbandoned)
            Log.Write(LogLevel.Warning, LogLimit.AllConnections, $"connection {Number}: closed: memory has run out for a reply");
        else
            Log.Write(LogLevel.Warning, LogLimit.AllConnections, $"connection {Number}: closed: its buffers hold {Account.BufferBytes} bytes, more than any other, and the server is over its memory limit");
    }

    /// <summary>A request is answered with a failure.</summary>
    internal void LogFailure(string? method, Status status, string message)
    {
        try
        {
            if (!Log.IsOn(LogLevel.Info) || !Limit.TryTake(LogLevel.Info))
                return;

            Log.Write(
                LogLevel.Info,
                LogLimit.AllConnections,
                $"connection {Number}: {(method is null ? "a request" : Printable.OneLine(method))} failed: {Name(status)}: {Printable.OneLine(message)}");
        }
        catch (OutOfMemoryException)
        {
            // The request is answered without a line in the log.
        }
    }

    private LogLimit Limit => _logLimit ?? Interlocked.CompareExchange(ref _logLimit, new LogLimit($"connection {Number}"), null) ?? _logLimit;

    private static string Name(Status status) => Encoding.UTF8.GetString(StatusNames.Utf8(status));
}
