using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Twofold.Logging;

namespace Twofold.Calls;

/// <summary>
/// Lets one piece of a context's code run at a time, without a lock and without a thread of its own. Who finds the gate
/// free runs in place; everybody else queues; who leaves hands the queue to the thread pool. As a synchronization
/// context it brings the code behind an <c>await</c> back through the gate.
/// </summary>
public sealed class SerialExecutor : SynchronizationContext, IThreadPoolWorkItem
{
    /// <summary>How many pieces run in a row before others have their turn.</summary>
    internal const int MaxItemsInARow = 64;

    // Some 40 ns each, together a fraction of what it costs to queue. A single core could only wait for itself.
    private static readonly int s_mostSpins = Environment.ProcessorCount > 1 ? 32 : 0;

    private readonly ConcurrentQueue<WorkItem> _queue = new();
    private readonly Context _context;

    // The lower half: how many pieces are inside or queued; whoever raises it from 0 owns the gate. The upper half: how many
    // callbacks are due or run outside, so that leaving and announcing one is a single step.
    private long _state;

    // Callbacks that become due when the gate is left; touched only by its owner.
    private int _announced;

    // Calls that have ended and wait for their reply to be delivered outside; touched only by the gate's owner.
    private WorkItem? _ended;

    internal SerialExecutor(Context context) => _context = context;

    /// <summary>Whether its owner should leave: others wait, or there is something to deliver outside. Only for the owner.</summary>
    internal bool IsWanted
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => HasDeliveries || Pieces > 1;
    }

    /// <summary>How many callbacks are due or run outside.</summary>
    internal int Callbacks => (int)(Volatile.Read(ref _state) >> 32);

    private int Pieces => (int)Volatile.Read(ref _state);

    private bool HasDeliveries => _ended is not null || _context.HasEvents;

    /// <summary>Enters if the gate is free, or becomes so while a thread would be woken: most pieces of code are shorter.</summary>
    internal bool TryEnter() => TryTake() || TrySpin();

    /// <summary>Leaves. What others have queued goes on in the thread pool, what has ended is delivered here.</summary>
    internal void Leave()
    {
        if (HasDeliveries)
            ReleaseAndDeliver();
        else
            Release();
    }

    /// <summary>Queues a piece of code; it runs in the thread pool.</summary>
    internal void Enqueue(WorkItem item)
    {
        _queue.Enqueue(item);
        if ((int)Interlocked.Increment(ref _state) == 1)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>A callback runs when the gate has been left, and destroy waits for it. Only for the gate's owner.</summary>
    internal void Announce() => _announced++;

    /// <summary>Callbacks that were announced have returned.</summary>
    internal void EndCallbacks(int count) => Interlocked.Add(ref _state, -((long)count << 32));

    /// <summary>Has the reply of an ended call delivered as soon as the gate is free. Only for the gate's owner.</summary>
    internal void DeliverLater(WorkItem ended)
    {
        ended.NextEnded = _ended;
        _ended = ended;
    }

    /// <summary>Runs a piece of code inside and returns when it has run. Not for code that is inside already.</summary>
    internal void RunExclusive(Action action)
    {
        if (TryRun(action))
            return;

        var item = new ExclusiveItem(action);
        Enqueue(item);
        item.Wait();
    }

    /// <summary>Runs a piece of code inside: in place if the gate is free, else before whatever is queued from now on.</summary>
    internal void RunOrQueue(Action action)
    {
        if (!TryRun(action))
            Enqueue(new Continuation(static action => ((Action)action!)(), action));
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

    /// <summary>Not where others are queued: the gate is not free before they are done.</summary>
    private bool TrySpin()
    {
        for (var spin = 0; spin < s_mostSpins && Pieces <= 1; spin++)
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
    public override void Post(SendOrPostCallback d, object? state) => Enqueue(new Continuation(d, state));

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

    /// <summary>The queue's turn in the thread pool: the gate was raised from 0 on its behalf, so it is inside.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        SetSynchronizationContext(this);
        for (var turn = 1; ; turn++)
        {
            RunNext();
            if (HasDeliveries)
            {
                SetSynchronizationContext(null);
                ReleaseAndDeliver();
                return;
            }

            if (turn == MaxItemsInARow)
            {
                Release();
                break;
            }

            if (Exit() == 0)
                break;
        }

        SetSynchronizationContext(null);
    }

    /// <summary>Runs the oldest piece in the queue. It is there: it is queued before it is counted.</summary>
    private void RunNext()
    {
        if (!_queue.TryDequeue(out var item))
            return;

        try
        {
            item.Run();
        }
        catch (Exception e)
        {
            // The author's own fire-and-forget code: nobody waits for it, and it must not end the host.
            Log.Write(LogLevel.Warning, "code that nobody waits for failed", e);
        }
    }

    /// <summary>One piece is done; how many are left. What it has announced is due from now on.</summary>
    private int Exit()
    {
        var announced = _announced;
        _announced = 0;
        return (int)Interlocked.Add(ref _state, ((long)announced << 32) - 1);
    }

    private void Release()
    {
        if (Exit() > 0)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private unsafe void ReleaseAndDeliver()
    {
        var ended = WorkItem.Reverse(_ended, out var count);
        _ended = null;
        _context.HasEvents = false;
        Release();

        CallbackTracker.Frame frame;
        _context.Callbacks.Begin(&frame, count);
        try
        {
            _context.DeliverEvents();
            for (; ended is not null; ended = ended.NextEnded)
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
                throw new InvalidOperationException(exception.Message, exception);
        }
    }
}
