using System.Collections.Concurrent;
using System.Numerics;
using Twofold.Logging;
using Twofold.Waiting;

namespace Twofold.Events;

/// <summary>A listener of an event.</summary>
public abstract class Listener
{
    /// <summary>How many events may wait for one listener; past it the newest is lost, and counted.</summary>
    public const int Capacity = 1024;

    private long _lost;

    /// <summary>Names the listener within its context.</summary>
    public ulong Id { get; internal set; }

    /// <summary>How many events have been lost because the listener fell behind.</summary>
    public ulong Lost => (ulong)Volatile.Read(ref _lost);

    /// <summary>Counts a lost event. The first, the second, the fourth and so on are logged.</summary>
    private protected void Lose(string why)
    {
        var lost = Interlocked.Increment(ref _lost);
        if (BitOperations.IsPow2(lost))
            Log.Write(LogLevel.Warning, $"listener {Id} has lost {lost} events: {why}");
    }
}

/// <summary>A listener of an event that carries a <typeparamref name="T"/>.</summary>
public abstract class Listener<T> : Listener
{
    /// <summary>Takes an event in; called inside the context's executor, so it must not call the host.</summary>
    internal abstract void Take(T value);

    /// <summary>Sends the events that were taken in to the listener; called outside the executor, by any thread.</summary>
    internal abstract void Deliver();

    /// <summary>Stops delivering, and returns when no delivery runs except one that this thread is inside of, or that waits for this thread.</summary>
    internal abstract void Close();
}

/// <summary>A listener whose events wait in a queue for the host's callback, one at a time and in order.</summary>
public abstract class QueuedListener<T> : Listener<T>, IAwaited, IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<T> _queue = new();
    private readonly WaitList _waiters = new();
    private readonly Handover _delivery;
    private int _waiting;
    private int _deliverer;
    private bool _closed;

    /// <summary>Has no events yet.</summary>
    protected QueuedListener() => _delivery = new Handover(this);

    /// <summary>Calls the host's callback.</summary>
    protected abstract void Receive(T value);

    internal override void Take(T value)
    {
        if (Interlocked.Increment(ref _waiting) > Capacity)
        {
            Interlocked.Decrement(ref _waiting);
            Lose("it is too slow");
            return;
        }

        try
        {
            _queue.Enqueue(value);
        }
        catch (OutOfMemoryException)
        {
            Interlocked.Decrement(ref _waiting);
            Lose("memory has run out");
        }
    }

    void IThreadPoolWorkItem.Execute() => Deliver();

    internal override void Deliver()
    {
        var left = Capacity;
        while (!_queue.IsEmpty && !Volatile.Read(ref _closed))
        {
            if (Interlocked.CompareExchange(ref _deliverer, Environment.CurrentManagedThreadId, 0) != 0)
                return;

            while (left-- > 0 && !Volatile.Read(ref _closed) && _queue.TryDequeue(out var value))
            {
                Interlocked.Decrement(ref _waiting);
                TryReceive(value);
            }

            Release();
            if (left < 0)
            {
                // Others raise faster than this thread can deliver; it has its own work to do.
                _delivery.Start();
                return;
            }
        }
    }

    internal override void Close()
    {
        Volatile.Write(ref _closed, true);
        Interlocked.MemoryBarrier();
        CallbackWaits.Wait(this, _waiters, () => Volatile.Read(ref _deliverer) is var deliverer && (deliverer == 0 || deliverer == Environment.CurrentManagedThreadId));
    }

    bool IAwaited.IsHeldBy(CallbackWaits.Waiter waiter) => Volatile.Read(ref _deliverer) == waiter.Thread;

    private void TryReceive(T value)
    {
        try
        {
            Receive(value);
        }
        catch (Exception e)
        {
            // The host's ABI cannot carry the event: this listener loses it, and gets the next ones.
            Lose($"the event cannot be encoded ({e.GetType().Name})");
        }
    }

    private void Release()
    {
        Interlocked.Exchange(ref _deliverer, 0);
        _waiters.Wake();
    }
}
