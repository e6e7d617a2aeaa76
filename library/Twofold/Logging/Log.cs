using System.Runtime.CompilerServices;

namespace Twofold.Logging;

/// <summary>
/// What the library has to say beside its replies. Silent until <see cref="Set"/>; then a line costs one volatile read and
/// no allocation where it is not wanted. Never throws. Thread-safe.
/// </summary>
public static class Log
{
    private static readonly object s_setting = new();
    private static LogQueue? s_queue;

    // The last one that was replaced: it may still be on its way to its end when the log is set again.
    private static LogQueue? s_replaced;

    /// <summary>Whether lines of this level are wanted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOn(LogLevel level) => Volatile.Read(ref s_queue) is { } queue && level <= queue.Most;

    /// <summary>
    /// Has lines up to a level written to a sink, or to none. What waits for the sink before is written first; when this
    /// returns no sink of before is called again, whoever has replaced it, unless this is called from inside it.
    /// </summary>
    public static void Set(LogLevel most, ILogSink? sink)
    {
        var queue = sink is null ? null : new LogQueue(most, sink);
        LogQueue? replaced;
        lock (s_setting)
        {
            replaced = s_replaced = s_queue ?? s_replaced;
            Volatile.Write(ref s_queue, queue);
        }

        replaced?.Close();
        queue?.Open();
    }

    /// <summary>Writes a line; the message is only put together if it is wanted.</summary>
    public static void Write(LogLevel level, [InterpolatedStringHandlerArgument(nameof(level))] ref LogMessage message)
    {
        if (message.IsWanted)
            Volatile.Read(ref s_queue)?.Add(level, message.ToText());
    }

    /// <summary>Writes a line about an exception, with its stack trace.</summary>
    public static void Write(LogLevel level, string what, Exception exception) => Write(level, $"{what}: {Describe(exception)}");

    private static string Describe(Exception exception)
    {
        try
        {
            return exception.ToString();
        }
        catch (Exception)
        {
            // The author may have overridden what describes it.
            return exception.GetType().Name;
        }
    }
}
