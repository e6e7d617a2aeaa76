using Twofold.Calls;
using Twofold.Cbor;
using Twofold.Tests.Support;

namespace Twofold.Tests.Calls;

/// <summary>The outcomes of one call, of which there must be one.</summary>
internal sealed class Outcome
{
    private readonly ManualResetEventSlim _there = new();
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public Status Status { get; private set; }

    public string Message { get; private set; } = "";

    public int Thread { get; private set; }

    /// <summary>What the host does in its callback.</summary>
    public Action? InCallback { get; init; }

    /// <summary>What happens while the result is captured, inside the context.</summary>
    public Action? InCapture { get; init; }

    public void Set(Status status, string message)
    {
        Interlocked.Increment(ref _count);
        (Status, Message, Thread) = (status, message, Environment.CurrentManagedThreadId);
        InCallback?.Invoke();
        _there.Set();
    }

    public Outcome Wait()
    {
        Deadline.Wait(_there);
        return this;
    }

    public override string ToString() => $"{Count}x {Status} {Message}";
}

/// <summary>Takes a call's outcome to an <see cref="Outcome"/>, as a callback of the host does.</summary>
internal struct RecordingReply(Outcome outcome) : IReply<string>
{
    private string? _captured;

    public static Delivery Delivery => Delivery.ToHost;

    public readonly ExecutorLease? Lease => null;

    public readonly void Defer()
    {
    }

    public void Capture(string result)
    {
        outcome.InCapture?.Invoke();
        _captured = result;
    }

    public readonly void Succeed() => outcome.Set(Status.Ok, _captured!);

    public readonly void Fail(Status status, string message) => outcome.Set(status, message);
}

/// <summary>Takes the outcome of a call in a lease to an <see cref="Outcome"/>, as a connection does.</summary>
internal readonly struct RecordingSink(Outcome outcome, ExecutorLease lease) : ICborSink
{
    private readonly ByteBuffer _buffer = new();

    public static Delivery Delivery => Delivery.Outside;

    public int MaxDepth => CborReader.DefaultMaxDepth;

    public ExecutorLease? Lease => lease;

    public IObjectKeeper? Objects => null;

    public void Defer()
    {
    }

    public ByteBuffer Begin() => _buffer;

    public void Succeed() => outcome.Set(Status.Ok, new CborReader(_buffer.Span).ReadText());

    public void Fail(Status status, string message) => outcome.Set(status, message);
}

/// <summary>A call whose method is given by the spec.</summary>
internal readonly struct ScriptedCall(Func<Notebook, CancellationToken, ValueTask<string>> method) : ICall<Notebook, string>
{
    public ValueTask<string> Invoke(Notebook target, CancellationToken cancel) => method(target, cancel);
}
