namespace Twofold.Waiting;

/// <summary>Hands work to the thread pool. If there is no memory for that, it is handed over a little later: somebody waits for it.</summary>
internal sealed class Handover(IThreadPoolWorkItem work)
{
    private static readonly Lock s_lock = new();
    private static readonly Timer s_retries = new(static _ => Retry(), null, Timeout.Infinite, Timeout.Infinite);
    private static Handover? s_waiting;

    // Made before it is needed.
    private readonly Timer _retries = s_retries;
    private Handover? _next;
    private bool _isWaiting;

    /// <summary>Has the work run once more. Any thread; never throws.</summary>
    public void Start()
    {
        try
        {
            ThreadPool.UnsafeQueueUserWorkItem(work, preferLocal: false);
        }
        catch (OutOfMemoryException)
        {
            WaitForMemory();
        }
    }

    private void WaitForMemory()
    {
        lock (s_lock)
        {
            if (!_isWaiting)
                (_isWaiting, _next, s_waiting) = (true, s_waiting, this);
        }

        _retries.Change(Insist.Pause, Timeout.Infinite);
    }

    private static void Retry()
    {
        Handover? handover;
        lock (s_lock)
            (handover, s_waiting) = (s_waiting, null);

        while (handover is not null)
        {
            Handover? next;
            lock (s_lock)
                (next, handover._next, handover._isWaiting) = (handover._next, null, false);

            handover.Start();
            handover = next;
        }
    }
}
