using Twofold.Waiting;

namespace Twofold.Logging;

/// <summary>
/// Lines on their way to one sink. The thread pool delivers them, so that the thread that writes one may hold any lock, and
/// the sink may call any function.
/// </summary>
internal sealed class LogQueue : IThreadPoolWorkItem
{
    /// <summary>How many lines may wait; past it the newest are lost, and the next line says how many.</summary>
    public const int Capacity = 1024;

    /// <summary>How many characters they may have.</summary>
    public const int MostCharacters = 1024 * 1024;

    /// <summary>How long a stop or a new setting waits for a sink that does not return.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // Not the id of a thread: the queue is not open yet.
    private const int NotOpen = -1;

    [ThreadStatic]
    private static bool t_isInSink;

    // With room for all that may wait, and for the line that says what was lost.
    private readonly Queue<(LogLevel Level, string Message)> _lines = new(Capacity + 1);
    private readonly ILogSink _sink;
    private readonly Handover _delivery;
    private int _deliverer = NotOpen;
    private int _characters;
    private int _lost;
    private bool _isClosed;

    public LogQueue(LogLevel most, ILogSink sink)
    {
        Most = most;
        _sink = sink;
        _delivery = new Handover(this);
    }

    /// <summary>The least severe level that is wanted.</summary>
    public LogLevel Most { get; }

    /// <summary>Begins to deliver: after the previous sink has got its last line, since it may be the same.</summary>
    public void Open()
    {
        lock (_lines)
        {
            _deliverer = 0;
            Monitor.PulseAll(_lines);
        }

        Schedule();
    }

    /// <summary>Queues a line; null is one that there was no memory for. What the sink itself causes on its thread is dropped, or it would never end.</summary>
    public void Add(LogLevel level, string? message)
    {
        lock (_lines)
        {
            if (_isClosed || _deliverer == Environment.CurrentManagedThreadId)
                return;

            if (message is null || _lines.Count >= Capacity || _characters + message.Length > MostCharacters || !TryAddLoss())
            {
                _lost++;
                return;
            }

            _lines.Enqueue((level, message));
            _characters += message.Length;
        }

        Schedule();
    }

    /// <summary>
    /// Takes no more lines, and waits until those that are there are delivered, or until its patience ends: the others are dropped then.
    /// From inside a sink it does not wait. It never delivers itself, since a sink may block.
    /// </summary>
    public void Close()
    {
        lock (_lines)
        {
            _isClosed = true;
            var patienceEnds = Environment.TickCount64 + (long)Patience.TotalMilliseconds;

            // One that is not open waits for the previous sink, which may be the caller.
            if (_deliverer == Environment.CurrentManagedThreadId || (_deliverer == NotOpen && t_isInSink))
            {
                Drop();
                return;
            }

            while (_deliverer != 0 || _lines.Count > 0 || _lost > 0)
            {
                var left = patienceEnds - Environment.TickCount64;
                if (left <= 0 || !Monitor.Wait(_lines, TimeSpan.FromMilliseconds(left)))
                {
                    Drop();
                    return;
                }
            }
        }
    }

    private void Drop()
    {
        _lines.Clear();
        (_characters, _lost) = (0, 0);
    }

    private void Deliver()
    {
        lock (_lines)
        {
            if (_deliverer != 0)
                return;

            _deliverer = Environment.CurrentManagedThreadId;
        }

        while (TryTake(out var line))
        {
            var wasInSink = t_isInSink;
            t_isInSink = true;
            try
            {
                _sink.Write(line.Level, line.Message);
            }
            catch (Exception)
            {
                // A line that cannot be written is lost: there is no other place to report it.
            }
            finally
            {
                t_isInSink = wasInSink;
            }
        }
    }

    private bool TryTake(out (LogLevel Level, string Message) line)
    {
        lock (_lines)
        {
            if ((_lines.Count > 0 || TryAddLoss()) && _lines.TryDequeue(out line))
            {
                _characters -= line.Message.Length;
                return true;
            }

            line = default;
            _deliverer = 0;
            Monitor.PulseAll(_lines);
            return false;
        }
    }

    void IThreadPoolWorkItem.Execute() => Deliver();

    private void Schedule() => _delivery.Start();

    /// <summary>Says how many lines were lost, if any were; false if there is no memory for that.</summary>
    private bool TryAddLoss()
    {
        if (_lost == 0)
            return true;

        try
        {
            var message = $"the log: {_lost} lines were lost here: the ones before them waited too long";
            _lines.Enqueue((LogLevel.Warning, message));
            _characters += message.Length;
            _lost = 0;
            return true;
        }
        catch (OutOfMemoryException)
        {
            return false;
        }
    }
}
