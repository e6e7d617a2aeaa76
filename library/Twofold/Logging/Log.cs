using System.Runtime.CompilerServices;

namespace Twofold.Logging;

/// <summary>
/// What the library reports beside its replies. Silent until <see cref="Set"/>; then a line costs one volatile read and
/// no allocation where its level is off. Never throws, never waits for a sink. Thread-safe.
/// </summary>
public static class Log
{
    private static readonly object s_setting = new();
    private static LogQueue? s_queue;

    // The last one that was replaced: it may still be on its way to its end when the log is set again.
    private static LogQueue? s_replaced;

    /// <summary>The longest line, in characters. The rest of a longer one is left out.</summary>
    internal const int LongestLine = 16384;

    /// <summary>Where lines go now; null while the log is silent.</summary>
    internal static LogQueue? Queue => Volatile.Read(ref s_queue);

    /// <summary>Whether lines of this level are wanted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOn(LogLevel level) => Volatile.Read(ref s_queue) is { } queue && level <= queue.Most;

    /// <summary>
    /// Writes lines up to a level to a sink, or to none. Lines that wait for the previous sink are written first. When this
    /// returns, no earlier sink is called again, whichever thread has replaced it, unless this is called from inside one, or a sink
    /// has not returned for <see cref="LogQueue.Patience"/>.
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
            Queue?.Add(level, TextOf(ref message));
    }

    /// <summary>The same, if the limit has room for it.</summary>
    internal static void Write(LogLevel level, LogLimit limit, [InterpolatedStringHandlerArgument(nameof(level), nameof(limit))] ref LogMessage message) =>
        Write(level, ref message);

    /// <summary>Writes a line about an exception, with its stack trace, if the limit has room for it.</summary>
    internal static void Write(LogLevel level, LogLimit limit, string what, Exception exception) =>
        Write(level, limit, $"{what}: {Describe(exception)}");

    /// <summary>Writes a line about an exception, with its stack trace.</summary>
    public static void Write(LogLevel level, string what, Exception exception) => Write(level, $"{what}: {Describe(exception)}");

    /// <summary>Null if there is no memory for it.</summary>
    private static string? TextOf(ref LogMessage message)
    {
        try
        {
            return message.ToText() is { } text ? Bounded(text) : null;
        }
        catch (OutOfMemoryException)
        {
            return null;
        }
    }

    private static string Bounded(string text) =>
        text.Length <= LongestLine ? text : $"{text.AsSpan(0, LongestLine)}... ({text.Length - LongestLine} more characters)";

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
