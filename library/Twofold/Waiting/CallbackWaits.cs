namespace Twofold.Waiting;

/// <summary>
/// Waits for callbacks of the host. A waiting thread may be inside a callback itself, so threads could wait for each other in a
/// cycle: the thread whose wait would complete the cycle does not wait.
/// </summary>
internal static unsafe class CallbackWaits
{
    private static readonly Lock s_lock = new();
    private static readonly List<Waiter> s_waiters = [];

    /// <summary>Blocks until the callbacks are over, unless that would deadlock.</summary>
    public static void Wait(IAwaited awaited, WaitList list, Func<bool> isOver)
    {
        if (isOver())
            return;

        var self = new Waiter(Environment.CurrentManagedThreadId, CallbackFrame.Innermost, awaited);
        lock (s_lock)
        {
            if (LeadsTo(self, awaited, []))
                return;

            s_waiters.Add(self);
        }

        try
        {
            list.Wait(isOver);
        }
        finally
        {
            lock (s_lock)
                s_waiters.Remove(self);
        }
    }

    /// <summary>Whether waiting would deadlock: the callbacks cannot end until this thread continues.</summary>
    private static bool LeadsTo(Waiter self, IAwaited awaited, HashSet<Waiter> seen)
    {
        foreach (var waiter in s_waiters)
        {
            if (awaited.IsHeldBy(waiter) && seen.Add(waiter) && (waiter.Awaited.IsHeldBy(self) || LeadsTo(self, waiter.Awaited, seen)))
                return true;
        }

        return false;
    }

    /// <summary>A waiting thread. Its frames are on its stack, which does not change while it waits.</summary>
    internal sealed class Waiter(int thread, CallbackFrame* frames, IAwaited awaited)
    {
        /// <summary>The thread's managed id.</summary>
        public int Thread => thread;

        /// <summary>The frames of the callbacks that the thread is inside.</summary>
        public CallbackFrame* Frames => frames;

        /// <summary>What it waits for.</summary>
        public IAwaited Awaited => awaited;
    }
}
