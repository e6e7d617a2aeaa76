namespace Twofold.Calls;

/// <summary>
/// The callbacks of a context that run outside its executor: who is inside of them, so that destroy can wait for those of other
/// threads. The executor counts them.
/// </summary>
internal sealed unsafe class CallbackTracker(SerialExecutor executor) : IAwaited
{
    [ThreadStatic]
    private static Frame* t_innermost;
    private static int s_lastId;

    private readonly int _id = Interlocked.Increment(ref s_lastId);
    private readonly WaitList _waiters = new();

    /// <summary>The callbacks that this thread is inside of, the innermost first; null if there are none.</summary>
    public static Frame* Innermost => t_innermost;

    /// <summary>
    /// This thread takes on announced callbacks: called before anything of the host runs, for destroy may be called from
    /// there and must not wait for them. <paramref name="frame"/> lives on the caller's stack until the end.
    /// </summary>
    public void Begin(Frame* frame, int callbacks)
    {
        frame->Id = _id;
        frame->Callbacks = callbacks;
        frame->Outer = t_innermost;
        t_innermost = frame;
    }

    /// <summary>The callbacks have returned.</summary>
    public void End(Frame* frame)
    {
        t_innermost = frame->Outer;
        if (frame->Callbacks == 0)
            return;

        executor.EndCallbacks(frame->Callbacks);
        _waiters.Wake();
    }

    /// <summary>
    /// Waits until no callback runs or is due but those of this thread, which cannot run before it returns, and unless one
    /// of the others waits for this thread.
    /// </summary>
    public void WaitForOthers()
    {
        var own = CountIn(t_innermost);
        CallbackWaits.Wait(this, _waiters, () => executor.Callbacks <= own);
    }

    /// <inheritdoc/>
    public bool IsHeldBy(CallbackWaits.Waiter waiter) => CountIn(waiter.Frames) > 0;

    private int CountIn(Frame* innermost)
    {
        var count = 0;
        for (var frame = innermost; frame is not null; frame = frame->Outer)
            count += frame->Id == _id ? frame->Callbacks : 0;

        return count;
    }

    /// <summary>Callbacks that a thread runs one after the other.</summary>
    internal struct Frame
    {
        /// <summary>Whose callbacks they are.</summary>
        public int Id;

        /// <summary>How many there are.</summary>
        public int Callbacks;

        /// <summary>The callbacks that they run inside of.</summary>
        public Frame* Outer;
    }
}
