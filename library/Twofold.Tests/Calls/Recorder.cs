using Twofold.Calls;
using Twofold.Cbor;
using Twofold.Tests.Support;

namespace Twofold.Tests.Calls;

/// <summary>Records the outcome of one call, and detects a second one.</summary>
internal sealed class Outcome
{
    private readonly ManualResetEventSlim _there = new();
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public Status Status { get; private set; }

    public string Message { get; private set; } = "";

    /// <summary>The result that was written and not yet delivered.</summary>
    public string? Captured { get; set; }

    public int Thread { get; private set; }

    /// <summary>Runs in the callback of the host.</summary>
    public Action? InCallback { get; init; }

    /// <summary>Runs while the result is captured, inside the context.</summary>
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
internal readonly struct RecordingReply(Outcome outcome) : IReplySink<Outcome>
{

    public static Delivery Delivery => Delivery.ToHost;

    public readonly ExecutorLease? Lease => null;

    public readonly Account Account => Account.InProcess;

    public readonly void Defer()
    {
    }

    public readonly Outcome Begin() => outcome;

    public readonly void Succeed() => outcome.Set(Status.Ok, outcome.Captured!);

    public readonly void Fail(Status status, string message) => outcome.Set(status, message);
}

/// <summary>Writes a text into an outcome.</summary>
internal readonly struct RecordingWriter : IResultWriter<string, Outcome>
{
    public static void Write(in Outcome destination, string value)
    {
        destination.InCapture?.Invoke();
        destination.Captured = value;
    }
}

/// <summary>Takes the outcome of a call in a lease to an <see cref="Outcome"/>, as a connection does.</summary>
internal readonly struct RecordingSink(Outcome outcome, ExecutorLease? lease) : ICborSink
{
    private readonly ByteBuffer _buffer = new();

    public static Delivery Delivery => Delivery.Outside;

    public int MaxDepth => CborReader.DefaultMaxDepth;

    public ExecutorLease? Lease => lease;

    public Account Account => Account.InProcess;

    public IObjectKeeper? Objects => null;

    public void Defer()
    {
    }

    public CborWriter Begin() => new(_buffer);

    public void Succeed() => outcome.Set(Status.Ok, new CborReader(_buffer.Span).ReadText());

    public void Fail(Status status, string message) => outcome.Set(status, message);
}

/// <summary>A call whose method is a delegate of the spec.</summary>
internal readonly struct ScriptedCall(Func<Notebook, CancellationToken, ValueTask<string>> method) : ICall<Notebook, string>
{
    public static bool ReturnsObject => false;

    public ValueTask<string> Invoke(Notebook target, CancellationToken cancel) => method(target, cancel);

    public long Weigh() => 0;
}
