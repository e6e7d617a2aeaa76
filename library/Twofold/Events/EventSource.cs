using Twofold.Waiting;

namespace Twofold.Events;

/// <summary>One event of one object, and its listeners.</summary>
public abstract class EventSource
{
    internal abstract Listener? Find(ulong id);

    internal abstract bool Remove(ulong id);

    internal abstract void Deliver();

    internal abstract void Close();
}

/// <summary>An event that carries a <typeparamref name="T"/>.</summary>
public sealed class EventSource<T> : EventSource, IThreadPoolWorkItem
{
    private readonly IEventOwner _owner;
    private readonly Action _attach;
    private readonly Action _detach;
    private readonly Action _reattach;
    private readonly Handover _delivery;
    private readonly Lock _lock = new();

    // Replaced as a whole under the lock, so that raising and delivering need none.
    private Listener<T>[] _listeners = [];
    private bool _isAttached;

    /// <param name="owner">The object that raises it.</param>
    /// <param name="attach">Subscribes <see cref="Raise"/> to the author's event.</param>
    /// <param name="detach">Unsubscribes it.</param>
    internal EventSource(IEventOwner owner, Action attach, Action detach)
    {
        _owner = owner;
        _attach = attach;
        _detach = detach;
        _reattach = Reattach;
        _delivery = new Handover(this);
    }

    /// <summary>Adds a listener and returns its id, which no other listener of the object has.</summary>
    public ulong Add(Listener<T> listener)
    {
        listener.Id = _owner.NextListenerId();
        lock (_lock)
            Volatile.Write(ref _listeners, [.. _listeners, listener]);

        try
        {
            _owner.RunOrQueue(_reattach);
        }
        catch (OutOfMemoryException)
        {
            // The author's event could not be subscribed to.
            Insist.On(this, listener, static (source, listener) => source.TakeOut(listener));
            throw;
        }

        return listener.Id;
    }

    /// <summary>The author's class has raised the event.</summary>
    public void Raise(T value)
    {
        foreach (var listener in Volatile.Read(ref _listeners))
            listener.Take(value);

        if (!_owner.TryDefer())
            _delivery.Start();
    }

    void IThreadPoolWorkItem.Execute() => Deliver();

    internal override Listener? Find(ulong id) => Array.Find(Volatile.Read(ref _listeners), listener => listener.Id == id);

    internal override bool Remove(ulong id)
    {
        if (Find(id) is not Listener<T> listener)
            return false;

        // If there is no memory to take it out, it is still there, and can be removed once more.
        TakeOut(listener);
        Insist.On(listener, static listener => listener.Close());
        try
        {
            _owner.RunOrQueue(_reattach);
        }
        catch (OutOfMemoryException)
        {
            // The author's event is still subscribed to, which costs no more than its time.
        }

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

    /// <summary>Subscribes to the author's event while there are listeners, so that other events cost nothing.</summary>
    private void Reattach()
    {
        var isWanted = Volatile.Read(ref _listeners).Length > 0;
        if (isWanted == _isAttached)
            return;

        if (isWanted)
            _attach();
        else
            _detach();

        _isAttached = isWanted;
    }

    private void TakeOut(Listener<T> listener)
    {
        lock (_lock)
            Volatile.Write(ref _listeners, Array.FindAll(_listeners, other => other != listener));
    }
}
