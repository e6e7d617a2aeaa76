using Twofold.Calls;
using Twofold.Handles;

namespace Twofold.Native;

/// <summary>Delivers an object's new handle to a typed callback.</summary>
public unsafe struct NativeObjectReply<T>(
    Context context,
    HandleTable<OwnedObject<T>> handles,
    delegate* unmanaged<Status, nint, byte*, void*, void> callback,
    void* userData) : IReply<T>
    where T : class
{
    private nint _handle;

    /// <inheritdoc/>
    public static Delivery Delivery => Delivery.ToHost;

    /// <inheritdoc/>
    public readonly void Defer()
    {
    }

    /// <inheritdoc/>
    public void Capture(T result) => _handle = ObjectReply.Add(context, handles, result);

    /// <inheritdoc/>
    public readonly void Succeed() => callback(Status.Ok, _handle, null, userData);

    /// <inheritdoc/>
    public readonly void Fail(Status status, string message) =>
        HostCallback.Fail((delegate* unmanaged<Status, void*, byte*, void*, void>)callback, status, message, userData);
}

/// <summary>Writes an object's new handle into the caller's pointer while the caller blocks.</summary>
public unsafe struct SyncObjectReply<T>(Context context, HandleTable<OwnedObject<T>> handles, nint* reply) : IReply<T>
    where T : class
{
    private SyncOutcome _outcome;

    /// <inheritdoc/>
    public static Delivery Delivery => Delivery.Inside;

    /// <inheritdoc/>
    public void Defer() => _outcome.Defer();

    /// <inheritdoc/>
    public readonly void Capture(T result) => *reply = ObjectReply.Add(context, handles, result);

    /// <inheritdoc/>
    public void Succeed() => _outcome.Set(default);

    /// <inheritdoc/>
    public void Fail(Status status, string message) => _outcome.Set(new CallError(status, message));

    /// <summary>Blocks until the call has ended; keeps the message of a failure as this thread's last error.</summary>
    public readonly Status Wait() => _outcome.Wait();
}

internal static class ObjectReply
{
    public static nint Add<T>(Context context, HandleTable<OwnedObject<T>> handles, T result)
        where T : class =>
        handles.Add(new OwnedObject<T>(context, result ?? throw new FfiException("the method returned no object")));
}
