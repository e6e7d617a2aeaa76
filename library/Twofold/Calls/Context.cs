using Twofold.Events;
using Twofold.Logging;
using Twofold.Waiting;

namespace Twofold.Calls;

/// <summary>The state around one object of the author's class: its executor, calls in flight, listeners and disposal.</summary>
public abstract class Context : IEventOwner, IDisposable
{
    // How long destroy waits for cancelled methods to unwind before it disposes of the object anyway.
    private static readonly TimeSpan UnwindTimeout = TimeSpan.FromSeconds(1);

    private static readonly Action s_nothing = static () => { };

    private readonly CancellationTokenSource _lifetime = new();
    private readonly Lock _lock = new();
    private readonly HashSet<WorkItem> _pending = [];
    private readonly WaitList _unwinding = new();
    private readonly List<EventSource> _events = [];
    private long _lastListener;

    private protected Context()
    {
        CallError.Prepare();
        Lifetime = _lifetime.Token;
        Executor = new SerialExecutor(this);
        Callbacks = new CallbackTracker(Executor);
    }

    /// <summary>Lets one method of the context run at a time.</summary>
    internal SerialExecutor Executor { get; }

    /// <summary>The callbacks that run outside the executor.</summary>
    internal CallbackTracker Callbacks { get; }

    /// <summary>Whether the context rejects new calls.</summary>
    internal bool IsClosed { get; private set; }

    /// <summary>Whether events wait to be delivered; touched only inside the executor.</summary>
    internal bool HasEvents { get; set; }

    /// <summary>Cancelled when the context is destroyed.</summary>
    internal CancellationToken Lifetime { get; }

    /// <summary>
    /// Ends the context: cancels its calls, each of which gets CANCELLED before this returns, lets them unwind, and disposes of the
    /// author's object. Waits for callbacks that run on other threads.
    /// </summary>
    public void Dispose()
    {
        Insist.On(this, static context => context.Executor.RunExclusive(context.Close));
        CancelPending();

        Insist.On(this, static context => context.WaitForUnwinding());
        Release(DisposalTarget);

        // Only after passing through the executor: a call that was just ending there has announced its callback by then.
        Insist.On(this, static context => context.Callbacks.WaitForOthers());
        foreach (var source in _events)
            Insist.On(source, static source => source.Close());

        _lifetime.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes of the author's object, or of one that it has returned, and returns when that is done.</summary>
    public void Release(object? target) => Insist.On(this, target, static (context, target) => context.TryRelease(target));

    /// <summary>The same without blocking. The task completes when the object is disposed of, and never faults.</summary>
    public Task ReleaseAsync(object? target)
    {
        // All that it takes is made here: inside the executor nobody would learn that there was no memory.
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Action setEnd = end.SetResult;
        Executor.RunOrQueue(() => _ = DisposeOf(target, setEnd));
        return end.Task;
    }

    /// <summary>Disposes of an object that a method has returned, and that got no handle. Only inside the executor.</summary>
    internal static void Drop(object? target) => _ = DisposeOf(target, s_nothing);

    /// <summary>Removes a listener, and returns when its callback no longer runs; false if there is none.</summary>
    public bool RemoveListener(ulong id)
    {
        foreach (var source in _events)
        {
            if (source.Remove(id))
                return true;
        }

        return false;
    }

    /// <summary>How many events a listener has lost; null if there is no such listener.</summary>
    public ulong? CountLost(ulong id)
    {
        foreach (var source in _events)
        {
            if (source.Find(id) is { } listener)
                return listener.Lost;
        }

        return null;
    }

    ulong IEventOwner.NextListenerId() => (ulong)Interlocked.Increment(ref _lastListener);

    void IEventOwner.RunOrQueue(Action action) => Executor.RunOrQueue(action);

    bool IEventOwner.TryDefer()
    {
        if (SynchronizationContext.Current != Executor)
            return false;

        HasEvents = true;
        return true;
    }

    /// <summary>Adds an event of the author's class; for the constructor of a generated context.</summary>
    protected EventSource<T> AddEvent<T>(Action attach, Action detach)
    {
        var source = new EventSource<T>(this, attach, detach);
        _events.Add(source);
        return source;
    }

    internal void DeliverEvents()
    {
        foreach (var source in _events)
            source.Deliver();
    }

    /// <summary>Counts a call that did not complete in place; false if the context is closed.</summary>
    internal bool TryRegister(WorkItem call)
    {
        lock (_lock)
        {
            return !IsClosed && _pending.Add(call);
        }
    }

    /// <summary>The author's method has ended, even if its call was answered earlier.</summary>
    internal void Unregister(WorkItem call)
    {
        lock (_lock)
        {
            if (!_pending.Remove(call) || !IsClosed || _pending.Count > 0)
                return;
        }

        _unwinding.Wake();
    }

    private protected abstract object? DisposalTarget { get; }

    /// <summary>If it throws, disposing has not begun.</summary>
    private void TryRelease(object? target)
    {
        var end = new Completion<bool>();
        Executor.RunExclusive(() => _ = DisposeOf(target, () => end.Set(true)));
        end.Wait();
    }

    private static async Task DisposeOf(object? target, Action end)
    {
        try
        {
            if (target is IAsyncDisposable asynchronous)
                await asynchronous.DisposeAsync();
            else if (target is IDisposable synchronous)
                synchronous.Dispose();
        }
        catch (Exception e)
        {
            // There is no reply to report the author's exception in.
            Log.Write(LogLevel.Error, LogLimit.Failures, "an object could not be disposed of", e);
        }

        end();
    }

    private void Close()
    {
        lock (_lock)
        {
            IsClosed = true;
        }

        try
        {
            // Inside the executor, because the author's cancellation callbacks run here.
            _lifetime.Cancel();
        }
        catch (AggregateException e)
        {
            // The calls end anyway.
            Log.Write(LogLevel.Error, LogLimit.Failures, "a cancellation callback failed", e.InnerException ?? e);
        }
    }

    /// <summary>None is added any more, and removing one does not disturb who goes through them.</summary>
    private void CancelPending()
    {
        var pending = _pending.GetEnumerator();
        while (TryMoveNext(ref pending))
            pending.Current.Cancel();
    }

    private bool TryMoveNext(ref HashSet<WorkItem>.Enumerator pending)
    {
        lock (_lock)
            return pending.MoveNext();
    }

    private void WaitForUnwinding()
    {
        _unwinding.Wait(() => CountPending() == 0, UnwindTimeout);
        if (CountPending() is > 0 and var stubborn)
            Log.Write(LogLevel.Warning, $"destroy: {stubborn} calls have ignored their cancellation for {UnwindTimeout.TotalSeconds} s");
    }

    private int CountPending()
    {
        lock (_lock)
            return _pending.Count;
    }
}
