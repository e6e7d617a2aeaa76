using Twofold.Calls;

namespace Twofold.Native;

/// <summary>The callback form: delivers a result to a typed callback. What it points to is valid during the call.</summary>
public unsafe struct NativeReply<T, TNative, TResult, TCallback>(TResult result, void* callback, void* userData) : IReply<T>
    where TNative : unmanaged
    where TResult : struct, INativeResult<T, TNative>
    where TCallback : struct, INativeCallback<TNative>
{
    private TNative _native;

    /// <inheritdoc/>
    public static Delivery Delivery => Delivery.ToHost;

    /// <inheritdoc/>
    public readonly ExecutorLease? Lease => null;

    /// <inheritdoc/>
    public readonly void Defer()
    {
    }

    /// <inheritdoc/>
    public void Capture(T value) => result.Write(value, ref _native);

    /// <inheritdoc/>
    public void Succeed()
    {
        fixed (TNative* native = &_native)
            TCallback.Invoke(callback, Status.Ok, native, null, userData);

        result.Free(ref _native);
    }

    /// <inheritdoc/>
    public void Fail(Status status, string message)
    {
        result.Free(ref _native);
        var text = NativeText.WriteMessage(message);
        fixed (TNative* native = &_native)
            TCallback.Invoke(callback, status, native, text, userData);

        NativeText.Free(text);
    }
}
