using Twofold.Calls;
using Twofold.Cbor;
using Twofold.Events;
using Twofold.Tests.Support;

namespace Twofold.Tests.Calls;

/// <summary>A class of an author that detects when two of its methods run at once.</summary>
internal sealed class Notebook : IAsyncDisposable
{
    private int _inside;

    public event Action<string>? OnNoted;

    public int Disposals { get; private set; }

    /// <summary>Whether two methods have ever run at once.</summary>
    public bool WasShared { get; private set; }

    /// <summary>Not atomic on purpose: a lost update means that two methods ran at once.</summary>
    public long Counter { get; private set; }

    public bool HasListeners => OnNoted is not null;

    public void Note(string text) => OnNoted?.Invoke(text);

    /// <summary>Code without an await.</summary>
    public void Work(int spins = 20)
    {
        if (Interlocked.Increment(ref _inside) != 1)
            WasShared = true;

        var counter = Counter;
        Thread.SpinWait(spins);
        Counter = counter + 1;
        Interlocked.Decrement(ref _inside);
    }

    public async ValueTask DisposeAsync()
    {
        Work();
        await Task.Yield();
        Work();
        Disposals++;
    }
}

/// <summary>The context of a notebook with its event, like generated code.</summary>
internal sealed class NotebookContext : Context<Notebook>
{
    public NotebookContext()
    {
        OnNoted = AddEvent<string>(() => Target.OnNoted += OnNoted!.Raise, () => Target.OnNoted -= OnNoted!.Raise);
        Open(new Notebook());
    }

    public EventSource<string> OnNoted { get; }

    /// <summary>Starts a call and returns its future outcome.</summary>
    public Outcome Start(Func<Notebook, CancellationToken, ValueTask<string>> method, Action? inCallback = null)
    {
        var outcome = new Outcome { InCallback = inCallback };
        Assert.False(TryStart(method, outcome).Exists);
        return outcome;
    }

    public Outcome Start(Func<Notebook, string> method, Action? inCallback = null) =>
        Start((notebook, _) => new ValueTask<string>(method(notebook)), inCallback);

    public CallError TryStart(Func<Notebook, CancellationToken, ValueTask<string>> method, Outcome outcome)
    {
        var reply = new RecordingReply(outcome);
        return CallRunner.Run<Notebook, ScriptedCall, string, RecordingWriter, Outcome, RecordingReply>(this, new ScriptedCall(method), ref reply);
    }

    /// <summary>Starts a call within a lease, as a connection does.</summary>
    public Outcome StartIn(ExecutorLease lease, Func<Notebook, string> method)
    {
        var outcome = new Outcome();
        Assert.False(TryStartIn(lease, method, outcome).Exists);
        return outcome;
    }

    public CallError TryStartIn(ExecutorLease lease, Func<Notebook, string> method, Outcome outcome)
    {
        var sink = new RecordingSink(outcome, lease);
        var call = new ScriptedCall((notebook, _) => new ValueTask<string>(method(notebook)));
        return CallRunner.Run<Notebook, ScriptedCall, string, TextCbor, CborWriter, RecordingSink>(this, Target, call, ref sink);
    }

    /// <summary>Occupies the context until the returned action is called.</summary>
    public Action Occupy()
    {
        var entered = new ManualResetEventSlim();
        var leave = new ManualResetEventSlim();
        var thread = Deadline.Start(() => Start(_ =>
        {
            entered.Set();
            Deadline.Wait(leave);
            return "occupied";
        }));
        Deadline.Wait(entered);
        return () =>
        {
            leave.Set();
            thread.Wait();
        };
    }
}

/// <summary>Passes events to a delegate of the spec, one at a time.</summary>
internal sealed class ScriptedListener(Action<string> receive) : QueuedListener<string>
{
    protected override void Receive(string value) => receive(value);
}

/// <summary>A listener that does nothing.</summary>
internal sealed class TypedListener<T> : QueuedListener<T>
{
    protected override void Receive(T value)
    {
    }
}
