using System.Collections.Concurrent;
using Twofold.Logging;
using Twofold.Tests.Support;

namespace Twofold.Tests.Logging;

/// <summary>Records the log's lines. Other specs run at the same time, so their lines may be among them.</summary>
internal sealed class RecordingSink : ILogSink
{
    private readonly ConcurrentQueue<(LogLevel Level, string Message)> _lines = [];

    /// <summary>Called for each line, before it is kept.</summary>
    public Action<string>? OnWrite { get; init; }

    public IEnumerable<(LogLevel Level, string Message)> Lines => _lines;

    public void Write(LogLevel level, string message)
    {
        OnWrite?.Invoke(message);
        _lines.Enqueue((level, message));
    }

    /// <summary>The lines that contain this text.</summary>
    public List<(LogLevel Level, string Message)> With(string text) => [.. _lines.Where(line => line.Message.Contains(text, StringComparison.Ordinal))];

    /// <summary>Sends the log here while the body runs. All lines are recorded when this returns.</summary>
    public static RecordingSink During(LogLevel most, Action body)
    {
        var sink = new RecordingSink();
        Log.Set(most, sink);
        try
        {
            Deadline.Run(body);
        }
        finally
        {
            Log.Set(most, null);
        }

        return sink;
    }
}
