using Twofold.Calls;
using Twofold.Handles;

namespace Twofold.Native;

/// <summary>Writes a record into the caller's struct while the caller blocks.</summary>
public unsafe struct SyncReply<T, TNative>(TNative* reply) : IReply<T>
    where TNative : unmanaged, INativeRecord<TNative, T>
{
    private SyncOutcome _outcome;

    /// <inheritdoc/>
    public static Delivery Delivery => Delivery.Inside;

    /// <inheritdoc/>
    public void Defer() => _outcome.Defer();

    /// <inheritdoc/>
    public readonly void Capture(T result) => TNative.Write(result, ref *reply);

    /// <inheritdoc/>
    public void Succeed() => _outcome.Set(default);

    /// <inheritdoc/>
    public void Fail(Status status, string message)
    {
        TNative.Free(ref *reply);
        _outcome.Set(new CallError(status, message));
    }

    /// <summary>Blocks until the call has ended; keeps the message of a failure as this thread's last error.</summary>
    public readonly Status Wait() => _outcome.Wait();
}

/// <summary>Writes a C string into the caller's pointer while the caller blocks.</summary>
public unsafe struct SyncTextReply(byte** reply) : IReply<string>
{
    private SyncOutcome _outcome;

    /// <inheritdoc/>
    public static Delivery Delivery => Delivery.Inside;

    /// <inheritdoc/>
    public void Defer() => _outcome.Defer();

    /// <inheritdoc/>
    public readonly void Capture(string result) => *reply = NativeText.Write(result);

    /// <inheritdoc/>
    public void Succeed() => _outcome.Set(default);

    /// <inheritdoc/>
    public void Fail(Status status, string message) => _outcome.Set(new CallError(status, message));

    /// <summary>Blocks until the call has ended; keeps the message of a failure as this thread's last error.</summary>
    public readonly Status Wait() => _outcome.Wait();
}

/// <summary>Writes a scalar into the caller's place while the caller blocks.</summary>
public unsafe struct SyncValueReply<T, TNative, TCodec>(TNative* reply) : IReply<T>
    where TNative : unmanaged
    where TCodec : INativeCodec<TNative, T>
{
    private SyncOutcome _outcome;

    /// <inheritdoc/>
    public static Delivery Delivery => Delivery.Inside;

    /// <inheritdoc/>
    public void Defer() => _outcome.Defer();

    /// <inheritdoc/>
    public readonly void Capture(T result) => TCodec.Write(result, ref *reply);

    /// <inheritdoc/>
    public void Succeed() => _outcome.Set(default);

    /// <inheritdoc/>
    public void Fail(Status status, string message) => _outcome.Set(new CallError(status, message));

    /// <summary>Blocks until the call has ended; keeps the message of a failure as this thread's last error.</summary>
    public readonly Status Wait() => _outcome.Wait();
}

/// <summary>Writes a new context's handle into the caller's pointer while the caller blocks.</summary>
public unsafe struct SyncContextReply<T>(Context<T> context, HandleTable<Context<T>> handles, nint* reply) : IReply<T>
    where T : class
{
    private SyncOutcome _outcome;

    /// <inheritdoc/>
    public static Delivery Delivery => Delivery.Inside;

    /// <inheritdoc/>
    public void Defer() => _outcome.Defer();

    /// <inheritdoc/>
    public readonly void Capture(T result)
    {
        context.Open(result);
        *reply = handles.Add(context);
    }

    /// <inheritdoc/>
    public void Succeed() => _outcome.Set(default);

    /// <inheritdoc/>
    public void Fail(Status status, string message) => _outcome.Set(new CallError(status, message));

    /// <summary>Blocks until the call has ended; keeps the message of a failure as this thread's last error.</summary>
    public readonly Status Wait() => _outcome.Wait();
}

/// <summary>Waits for a method without a result.</summary>
public struct SyncUnitReply : IReply<Unit>
{
    private SyncOutcome _outcome;

    /// <inheritdoc/>
    public static Delivery Delivery => Delivery.Inside;

    /// <inheritdoc/>
    public void Defer() => _outcome.Defer();

    /// <inheritdoc/>
    public readonly void Capture(Unit result)
    {
    }

    /// <inheritdoc/>
    public void Succeed() => _outcome.Set(default);

    /// <inheritdoc/>
    public void Fail(Status status, string message) => _outcome.Set(new CallError(status, message));

    /// <summary>Blocks until the call has ended; keeps the message of a failure as this thread's last error.</summary>
    public readonly Status Wait() => _outcome.Wait();
}
