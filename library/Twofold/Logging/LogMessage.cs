using System.Runtime.CompilerServices;

namespace Twofold.Logging;

/// <summary>An interpolated message, whose values are not even looked at while its level is off.</summary>
[InterpolatedStringHandler]
public ref struct LogMessage
{
    private DefaultInterpolatedStringHandler _text;

    /// <summary>Begins a message; for the compiler.</summary>
    public LogMessage(int literalLength, int formattedCount, LogLevel level, out bool isWanted)
    {
        IsWanted = isWanted = Log.IsOn(level);
        if (isWanted)
            _text = new DefaultInterpolatedStringHandler(literalLength, formattedCount);
    }

    /// <summary>The same, for a source that may write so many lines.</summary>
    internal LogMessage(int literalLength, int formattedCount, LogLevel level, LogLimit limit, out bool isWanted)
    {
        IsWanted = isWanted = Log.IsOn(level) && limit.TryTake(level);
        if (isWanted)
            _text = new DefaultInterpolatedStringHandler(literalLength, formattedCount);
    }

    internal bool IsWanted { get; }

    /// <summary>Appends what stands between the values.</summary>
    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    /// <summary>Appends a value.</summary>
    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    internal string ToText() => _text.ToStringAndClear();
}
