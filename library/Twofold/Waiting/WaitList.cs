namespace Twofold.Waiting;

/// <summary>
/// The threads that wait for a condition. Monitor.Wait keeps some 60 bytes for each object that was waited on until the next
/// full collection, which may never come. That is too much for a wait in every call.
/// </summary>
internal sealed class WaitList
{
    [ThreadStatic]
    private static AutoResetEvent? t_event;

    private readonly Lock _lock = new();
    private readonly List<AutoResetEvent> _waiters = [];
    private int _count;

    /// <summary>The event that this thread sleeps on. Wakeups may be spurious, so the caller checks its condition again.</summary>
    public static AutoResetEvent EventOfThisThread => t_event ??= new AutoResetEvent(false);

    /// <summary>Blocks until the condition holds, or the timeout has passed.</summary>
    public void Wait(Func<bool> condition, TimeSpan? timeout = null)
    {
        var self = EventOfThisThread;
        var deadline = Environment.TickCount64 + (long?)timeout?.TotalMilliseconds;
        lock (_lock)
            _waiters.Add(self);

        Interlocked.Increment(ref _count);
        while (!condition() && (deadline is null || deadline > Environment.TickCount64))
            self.WaitOne(deadline is { } end ? (int)Math.Max(0, end - Environment.TickCount64) : Timeout.Infinite);

        Interlocked.Decrement(ref _count);
        lock (_lock)
            _waiters.Remove(self);
    }

    /// <summary>Makes the waiting threads check again. Call it after an interlocked change.</summary>
    public void Wake()
    {
        if (Volatile.Read(ref _count) == 0)
            return;

        lock (_lock)
        {
            foreach (var waiter in _waiters)
                waiter.Set();
        }
    }
}
