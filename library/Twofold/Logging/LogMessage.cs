using System.Runtime.CompilerServices;

namespace Twofold.Logging;

/// <summary>
/// An interpolated message, whose values are not even looked at while its level is off. One that there is no memory for is lost.
/// </summary>
[InterpolatedStringHandler]
public ref struct LogMessage
{
    private DefaultInterpolatedStringHandler _text;
    private bool _isLost;

    /// <summary>Begins a message; for the compiler.</summary>
    public LogMessage(int literalLength, int formattedCount, LogLevel level, out bool isWanted)
    {
        IsWanted = isWanted = Log.IsOn(level);
        if (isWanted)
            Begin(literalLength, formattedCount);
    }

    /// <summary>The same, for a source that may write so many lines.</summary>
    internal LogMessage(int literalLength, int formattedCount, LogLevel level, LogLimit limit, out bool isWanted)
    {
        IsWanted = isWanted = Log.IsOn(level) && limit.TryTake(level);
        if (isWanted)
            Begin(literalLength, formattedCount);
    }

    internal bool IsWanted { get; }

    /// <summary>Appends what stands between the values.</summary>
    public void AppendLiteral(string value)
    {
        try
        {
            _text.AppendLiteral(value);
        }
        catch (OutOfMemoryException)
        {
            _isLost = true;
        }
    }

    /// <summary>Appends a value.</summary>
    public void AppendFormatted<T>(T value)
    {
        try
        {
            _text.AppendFormatted(value);
        }
        catch (OutOfMemoryException)
        {
            _isLost = true;
        }
    }

    private void Begin(int literalLength, int formattedCount)
    {
        try
        {
            _text = new DefaultInterpolatedStringHandler(literalLength, formattedCount);
        }
        catch (OutOfMemoryException)
        {
            _isLost = true;
        }
    }

    /// <summary>The text; null if there was no memory for it.</summary>
    internal string? ToText() => _isLost ? null : _text.ToStringAndClear();
}
