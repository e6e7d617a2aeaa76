namespace Twofold.Calls;

/// <summary>
/// Counts the callbacks of a context that run outside its gate, so that destroy can wait for those of other threads.
/// </summary>
internal sealed unsafe class DeliveryCount
{
    [ThreadStatic]
    private static Frame* t_innermost;
    private static int s_lastId;

    private readonly int _id = Interlocked.Increment(ref s_lastId);
    private int _count;
    private bool _awaited;

    /// <summary>Announces a callback; called inside the gate, so that destroy cannot slip in between.</summary>
    public void Announce() => Interlocked.Increment(ref _count);

    /// <summary>The announced callback begins; <paramref name="frame"/> lives on the caller's stack until the end.</summary>
    public void Begin(Frame* frame)
    {
        frame->Id = _id;
        frame->Outer = t_innermost;
        t_innermost = frame;
    }

    /// <summary>The callback has returned.</summary>
    public void End(Frame* frame)
    {
        t_innermost = frame->Outer;
        Interlocked.Decrement(ref _count);
        if (!Volatile.Read(ref _awaited))
            return;

        lock (this)
            Monitor.PulseAll(this);
    }

    /// <summary>Waits until no callback runs but those that this thread is inside of.</summary>
    public void WaitForOthers()
    {
        var own = 0;
        for (var frame = t_innermost; frame is not null; frame = frame->Outer)
            own += frame->Id == _id ? 1 : 0;

        lock (this)
        {
            Volatile.Write(ref _awaited, true);
            Interlocked.MemoryBarrier();
            while (Volatile.Read(ref _count) > own)
                Monitor.Wait(this);
        }
    }

    /// <summary>A callback on a thread's stack.</summary>
    internal struct Frame
    {
        /// <summary>Whose callback it is.</summary>
        public int Id;

        /// <summary>The callback that it runs inside of.</summary>
        public Frame* Outer;
    }
}
