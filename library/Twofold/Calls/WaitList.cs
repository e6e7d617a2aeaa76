namespace Twofold.Calls;

/// <summary>
/// The threads that wait for something to come about. Monitor.Wait, and all that is built on it, would keep some 60 bytes
/// for each object that was waited on until the next full collection, which may never come: too much for one at every call.
/// </summary>
internal sealed class WaitList
{
    [ThreadStatic]
    private static AutoResetEvent? t_event;

    private readonly Lock _lock = new();
    private readonly List<AutoResetEvent> _waiters = [];
    private int _count;

    /// <summary>What this thread sleeps on. It may wake for nothing, so who sleeps looks again.</summary>
    public static AutoResetEvent EventOfThisThread => t_event ??= new AutoResetEvent(false);

    /// <summary>Blocks until the condition holds, for no longer than the time given.</summary>
    public void Wait(Func<bool> condition, TimeSpan? longest = null)
    {
        var self = EventOfThisThread;
        var deadline = Environment.TickCount64 + (long?)longest?.TotalMilliseconds;
        lock (_lock)
            _waiters.Add(self);

        Interlocked.Increment(ref _count);
        while (!condition() && (deadline is null || deadline > Environment.TickCount64))
            self.WaitOne(deadline is { } end ? (int)Math.Max(0, end - Environment.TickCount64) : Timeout.Infinite);

        Interlocked.Decrement(ref _count);
        lock (_lock)
            _waiters.Remove(self);
    }

    /// <summary>Has those who wait look again; called after the change, which must be an interlocked one.</summary>
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
