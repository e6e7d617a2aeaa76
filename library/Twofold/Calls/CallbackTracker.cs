using Twofold.Waiting;

namespace Twofold.Calls;

/// <summary>
/// Tracks which threads are inside callbacks that run outside the executor, so that destroy can wait for those of other
/// threads. The executor counts the callbacks.
/// </summary>
internal sealed unsafe class CallbackTracker(SerialExecutor executor) : IAwaited
{
    private static int s_lastId;

    private readonly int _id = Interlocked.Increment(ref s_lastId);
    private readonly WaitList _waiters = new();

    /// <summary>
    /// Registers announced callbacks with this thread. Called before any code of the host runs: the host may call destroy from a
    /// callback, which must not wait for them. <paramref name="frame"/> stays on the caller's stack until <see cref="End"/>.
    /// </summary>
    public void Begin(CallbackFrame* frame, int callbacks)
    {
        frame->Id = _id;
        frame->Callbacks = callbacks;
        frame->Outer = CallbackFrame.Innermost;
        CallbackFrame.Innermost = frame;
    }

    /// <summary>The callbacks have returned.</summary>
    public void End(CallbackFrame* frame)
    {
        CallbackFrame.Innermost = frame->Outer;
        if (frame->Callbacks == 0)
            return;

        executor.EndCallbacks(frame->Callbacks);
        _waiters.Wake();
    }

    /// <summary>
    /// Waits until no other thread runs or is about to run a callback. Callbacks of this thread cannot end before it returns, so
    /// they are not waited for. Does not wait if one of the others waits for this thread.
    /// </summary>
    public void WaitForOthers()
    {
        var own = CallbackFrame.Count(CallbackFrame.Innermost, _id);
        CallbackWaits.Wait(this, _waiters, () => executor.Callbacks <= own);
    }

    /// <inheritdoc/>
    public bool IsHeldBy(CallbackWaits.Waiter waiter) => CallbackFrame.Count(waiter.Frames, _id) > 0;
}
