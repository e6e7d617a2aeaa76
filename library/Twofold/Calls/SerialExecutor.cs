using System.Runtime.CompilerServices;
using Twofold.Logging;
using Twofold.Waiting;

namespace Twofold.Calls;

/// <summary>
/// Runs a context's code one item at a time, without a lock and without a dedicated thread. If the executor is free, a thread
/// runs its item in place; otherwise it queues the item. The thread that leaves hands the queue to the thread pool. As a
/// synchronization context, it also runs the code after an <c>await</c>.
/// </summary>
public sealed class SerialExecutor : SynchronizationContext, IThreadPoolWorkItem
{
    /// <summary>How many items run in a row before other threads get in.</summary>
    internal const int MaxItemsInARow = 64;

    // Some 40 ns each, in total a fraction of the cost of queueing. On a single core spinning cannot help.
    private static readonly int s_mostSpins = Environment.ProcessorCount > 1 ? 32 : 0;

    private readonly Context _context;
    private readonly Handover _handover;
    private WorkQueue _queue;

    // The lower half: how many items are inside or queued; the thread that raises it from 0 owns the executor. The upper
    // half: how many callbacks are due or run outside, so that leaving and announcing one is a single step.
    private long _state;

    // Callbacks that become due when the owner leaves; touched only by the owner.
    private int _announced;

    // Calls that have ended and wait for their reply to be delivered outside; touched only by the owner.
    private WorkItem? _ended;

    internal SerialExecutor(Context context)
    {
        _context = context;
        _handover = new Handover(this);
    }

    /// <summary>Whether the owner should leave: others wait, or there is something to deliver outside. Only for the owner.</summary>
    internal bool IsWanted
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => HasDeliveries || Items > 1;
    }

    /// <summary>How many callbacks are due or run outside.</summary>
    internal int Callbacks => (int)(Volatile.Read(ref _state) >> 32);

    private int Items => (int)Volatile.Read(ref _state);

    private bool HasDeliveries => _ended is not null || _context.HasEvents;

    /// <summary>
    /// Enters if the executor is free, or becomes free within a short spin: most items take less time than waking a thread.
    /// </summary>
    internal bool TryEnter() => TryTake() || TrySpin();

    /// <summary>Leaves. Queued items run in the thread pool; replies of ended calls are delivered here.</summary>
    internal void Leave()
    {
        if (HasDeliveries)
            ReleaseAndDeliver();
        else
            Release();
    }

    /// <summary>Queues an item, which runs in the thread pool. Takes no memory.</summary>
    internal void Enqueue(WorkItem item)
    {
        _queue.Add(item);
        if ((int)Interlocked.Increment(ref _state) == 1)
            _handover.Start();
    }

    /// <summary>Announces a callback that runs once the owner has left; destroy waits for it. Only for the owner.</summary>
    internal void Announce() => _announced++;

    /// <summary>Callbacks that were announced have returned.</summary>
    internal void EndCallbacks(int count) => Interlocked.Add(ref _state, -((long)count << 32));

    /// <summary>Delivers the reply of an ended call as soon as the owner leaves. Only for the owner.</summary>
    internal void DeliverLater(WorkItem ended)
    {
        ended.Next = _ended;
        _ended = ended;
    }

    /// <summary>Runs code inside and returns when it has run. Must not be called from inside.</summary>
    internal void RunExclusive(Action action)
    {
        if (TryRun(action))
            return;

        var item = new ExclusiveItem(action);
        Enqueue(item);
        item.Wait();
    }

    /// <summary>Runs code inside: in place if the executor is free, otherwise queued.</summary>
    internal void RunOrQueue(Action action)
    {
        if (!TryRun(action))
            Enqueue(new Continuation(static action => ((Action)action!)(), action));
    }

    /// <summary>The item of a continuation. It waits for memory: without it, a method would never end.</summary>
    private static Continuation Continue(SendOrPostCallback callback, object? state)
    {
        while (true)
        {
            try
            {
                return new Continuation(callback, state);
            }
            catch (OutOfMemoryException)
            {
                Thread.Sleep(Insist.Pause);
            }
        }
    }

    private bool TryTake()
    {
        while (Volatile.Read(ref _state) is var state && (int)state == 0)
        {
            if (Interlocked.CompareExchange(ref _state, state + 1, state) == state)
                return true;
        }

        return false;
    }

    /// <summary>Does not spin while other items are queued: the executor is not free until they are done.</summary>
    private bool TrySpin()
    {
        for (var spin = 0; spin < s_mostSpins && Items <= 1; spin++)
        {
            Thread.SpinWait(1);
            if (TryTake())
                return true;
        }

        return false;
    }

    private bool TryRun(Action action)
    {
        if (!TryEnter())
            return false;

        var previous = Current;
        SetSynchronizationContext(this);
        try
        {
            action();
        }
        finally
        {
            SetSynchronizationContext(previous);
            Leave();
        }

        return true;
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) => Enqueue(Continue(d, state));

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Current == this)
            d(state);
        else
            RunExclusive(() => d(state));
    }

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs the queue in the thread pool. The thread is already inside: the queueing thread raised the count for it.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        SetSynchronizationContext(this);
        for (var count = 1; ; count++)
        {
            RunNext();
            if (HasDeliveries)
            {
                SetSynchronizationContext(null);
                ReleaseAndDeliver();
                return;
            }

            if (count == MaxItemsInARow)
            {
                Release();
                break;
            }

            if (Exit() == 0)
                break;
        }

        SetSynchronizationContext(null);
    }

    /// <summary>Runs the oldest item. The queue is never empty here, because items are queued before they are counted.</summary>
    private void RunNext()
    {
        if (_queue.Take() is not { } item)
            return;

        try
        {
            item.Run();
        }
        catch (Exception e)
        {
            // Fire-and-forget code of the author: no caller waits for it, and it must not crash the host.
            Log.Write(LogLevel.Error, LogLimit.Failures, "unhandled exception in code that no call waits for", e);
        }
    }

    /// <summary>Ends one item and returns how many are left. The callbacks that it announced are now due.</summary>
    private int Exit()
    {
        var announced = _announced;
        _announced = 0;
        return (int)Interlocked.Add(ref _state, ((long)announced << 32) - 1);
    }

    private void Release()
    {
        if (Exit() > 0)
            _handover.Start();
    }

    private unsafe void ReleaseAndDeliver()
    {
        var ended = WorkItem.Reverse(_ended, out var count);
        _ended = null;
        _context.HasEvents = false;
        Release();

        CallbackFrame frame;
        _context.Callbacks.Begin(&frame, count);
        try
        {
            _context.DeliverEvents();
            for (; ended is not null; ended = ended.Next)
                ended.Deliver();
        }
        finally
        {
            _context.Callbacks.End(&frame);
        }
    }

    private sealed class Continuation(SendOrPostCallback callback, object? state) : WorkItem
    {
        public override void Run() => callback(state);
    }

    private sealed class ExclusiveItem(Action action) : WorkItem
    {
        private readonly Completion<Exception?> _done = new();

        public override void Run()
        {
            try
            {
                action();
                _done.Set(null);
            }
            catch (Exception e)
            {
                _done.Set(e);
            }
        }

        public void Wait()
        {
            if (_done.Wait() is { } exception)
                throw exception is OutOfMemoryException ? exception : new InvalidOperationException(exception.Message, exception);
        }
    }
}
