using Twofold.Calls;

namespace Twofold.Events;

/// <summary>One event of one context and those who listen to it.</summary>
public abstract class EventSource
{
    internal abstract Listener? Find(ulong id);

    internal abstract bool Remove(ulong id);

    internal abstract void Deliver();

    internal abstract void Close();
}

/// <summary>An event that carries a <typeparamref name="T"/>.</summary>
/// <param name="context">The context that raises it.</param>
/// <param name="attach">Subscribes <see cref="Raise"/> to the author's event.</param>
/// <param name="detach">Unsubscribes it.</param>
public sealed class EventSource<T>(Context context, Action attach, Action detach) : EventSource
{
    // Replaced as a whole under the lock, so that raising and delivering need none.
    private Listener<T>[] _listeners = [];
    private readonly Lock _lock = new();
    private bool _isAttached;

    /// <summary>Adds a listener and returns its id, which no other listener of the context has.</summary>
    public ulong Add(Listener<T> listener)
    {
        listener.Id = context.NextListenerId();
        lock (_lock)
            Volatile.Write(ref _listeners, [.. _listeners, listener]);

        context.Executor.RunOrQueue(Reattach);
        return listener.Id;
    }

    internal override Listener? Find(ulong id) => Array.Find(Volatile.Read(ref _listeners), listener => listener.Id == id);

    internal override bool Remove(ulong id)
    {
        if (Find(id) is not Listener<T> listener)
            return false;

        lock (_lock)
            Volatile.Write(ref _listeners, Array.FindAll(_listeners, other => other != listener));

        listener.Close();
        context.Executor.RunOrQueue(Reattach);
        return true;
    }

    internal override void Deliver()
    {
        foreach (var listener in Volatile.Read(ref _listeners))
            listener.Deliver();
    }

    internal override void Close()
    {
        foreach (var listener in Volatile.Read(ref _listeners))
            listener.Close();

        Volatile.Write(ref _listeners, []);
    }

    /// <summary>Subscribes to the author's event as long as somebody listens, so that unheard events cost nothing.</summary>
    private void Reattach()
    {
        var isWanted = Volatile.Read(ref _listeners).Length > 0;
        if (isWanted == _isAttached)
            return;

        _isAttached = isWanted;
        if (isWanted)
            attach();
        else
            detach();
    }

    /// <summary>The author's class has raised the event.</summary>
    public void Raise(T value)
    {
        foreach (var listener in Volatile.Read(ref _listeners))
            listener.Take(value);

        // Raised by one of the context's methods: delivered when it has left the gate. Raised elsewhere: by the pool.
        if (SynchronizationContext.Current == context.Executor)
            context.HasEvents = true;
        else
            ThreadPool.UnsafeQueueUserWorkItem(static source => source.Deliver(), this, preferLocal: false);
    }
}
