using System.Collections.Concurrent;
using Twofold.Logging;

namespace Twofold.Calls;

/// <summary>
/// Lets one piece of a context's code run at a time, without a lock and without a thread of its own. Who finds the gate
/// free runs in place; everybody else queues; who leaves hands the queue to the thread pool. As a synchronization
/// context it brings the code behind an <c>await</c> back through the gate.
/// </summary>
public sealed class Gate : SynchronizationContext, IThreadPoolWorkItem
{
    /// <summary>How many pieces run in a row before others have their turn.</summary>
    internal const int LongestTurn = 64;

    // Some 40 ns each, together a fraction of what it costs to queue. A single core could only wait for itself.
    private static readonly int s_mostSpins = Environment.ProcessorCount > 1 ? 32 : 0;

    private readonly ConcurrentQueue<GateItem> _queue = new();
    private readonly Context _context;

    // How many pieces are inside or queued. Whoever raises it from 0 owns the gate.
    private int _count;

    // Calls that have ended and wait for their reply to be delivered outside; touched only by the gate's owner.
    private GateItem? _ended;

    internal Gate(Context context) => _context = context;

    /// <summary>Whether its owner should leave: others wait, or there is something to deliver outside. Only for the owner.</summary>
    internal bool IsWanted => HasDeliveries || Volatile.Read(ref _count) > 1;

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
    internal void Enqueue(GateItem item)
    {
        _queue.Enqueue(item);
        if (Interlocked.Increment(ref _count) == 1)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Has the reply of an ended call delivered as soon as the gate is free. Only for the gate's owner.</summary>
    internal void DeliverLater(GateItem ended)
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

    private bool TryTake() => Volatile.Read(ref _count) == 0 && Interlocked.CompareExchange(ref _count, 1, 0) == 0;

    /// <summary>Not where others are queued: the gate is not free before they are done.</summary>
    private bool TrySpin()
    {
        for (var spin = 0; spin < s_mostSpins && Volatile.Read(ref _count) <= 1; spin++)
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

            if (turn == LongestTurn)
            {
                Release();
                break;
            }

            if (Interlocked.Decrement(ref _count) == 0)
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

    private void Release()
    {
        if (Interlocked.Decrement(ref _count) > 0)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private unsafe void ReleaseAndDeliver()
    {
        var ended = GateItem.Reverse(_ended, out var count);
        _ended = null;
        _context.HasEvents = false;
        Release();

        DeliveryCount.Frame frame;
        _context.Deliveries.Begin(&frame, count);
        try
        {
            _context.DeliverEvents();
            for (; ended is not null; ended = ended.NextEnded)
                ended.Deliver();
        }
        finally
        {
            _context.Deliveries.End(&frame);
        }
    }

    private sealed class Continuation(SendOrPostCallback callback, object? state) : GateItem
    {
        public override void Run() => callback(state);
    }

    private sealed class ExclusiveItem(Action action) : GateItem
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
