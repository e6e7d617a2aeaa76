namespace Twofold.Logging;

/// <summary>
/// Bounds the lines about one source, such as a connection: past the limit they are counted, and a line says how many when the period is
/// over. Setting the log anew begins a new period. Thread-safe.
/// </summary>
/// <param name="source">What the line with the count begins with.</param>
/// <param name="lines">How many lines a period may have.</param>
internal sealed class LogLimit(string source, int lines = LogLimit.Lines)
{
    /// <summary>How many lines a period has for one connection.</summary>
    public const int Lines = 10;

    /// <summary>How many it has for all connections together, so that a peer gains nothing by connecting again.</summary>
    public const int LinesOfConnections = 200;

    /// <summary>How many it has for exceptions of the author's code.</summary>
    public const int LinesOfFailures = 100;

    /// <summary>How long a period is.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>The lines about connections.</summary>
    public static readonly LogLimit AllConnections = new("connections", LinesOfConnections);

    /// <summary>Unhandled exceptions of the author's code, which a peer may cause as often as it calls.</summary>
    public static readonly LogLimit Failures = new("unhandled exceptions", LinesOfFailures);

    private readonly Lock _sync = new();
    private LogQueue? _queue;
    private long _start;
    private int _count;
    private int _leftOut;
    private LogLevel _leftOutLevel;

    /// <summary>Whether a line may be written now.</summary>
    public bool TryTake(LogLevel level)
    {
        if (Log.Queue is not { } queue)
            return false;

        lock (_sync)
        {
            var now = Environment.TickCount64;
            if (_queue != queue || now - _start >= Period.TotalMilliseconds)
            {
                Settle();
                (_queue, _start, _count) = (queue, now, 0);
            }

            if (_count < lines)
            {
                _count++;
                return true;
            }

            _leftOutLevel = _leftOut == 0 || level < _leftOutLevel ? level : _leftOutLevel;
            if (_leftOut++ == 0)
                FlushLater();

            return false;
        }
    }

    /// <summary>Says how many lines were left out so far.</summary>
    public void Flush()
    {
        lock (_sync)
            Settle();
    }

    private void FlushLater()
    {
        try
        {
            _ = Task.Delay(Period).ContinueWith(_ => Flush(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
        catch (OutOfMemoryException)
        {
            // The next line, or the end of the source, says it.
        }
    }

    private void Settle()
    {
        if (_leftOut == 0)
            return;

        try
        {
            _queue?.Add(_leftOutLevel, $"{source}: {_leftOut} more lines were left out");
            _leftOut = 0;
        }
        catch (OutOfMemoryException)
        {
            // As above.
        }
    }
}
