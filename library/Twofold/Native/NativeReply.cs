using System.Diagnostics.CodeAnalysis;
using Twofold.Calls;
using Twofold.Cbor;

namespace Twofold.Native;

/// <summary>The callback form: delivers a result to a typed callback. What it points to is valid during the call.</summary>
public unsafe struct NativeReply<TNative, TMemory, TCallback>(void* callback, void* userData, IObjectKeeper? objects = null)
    : IReplySink<NativePlace<TNative>>
    where TNative : unmanaged
    where TMemory : struct, INativeMemory<TNative>
    where TCallback : struct, INativeCallback<TNative>
{
    private TNative _native;

    /// <inheritdoc/>
    public static Delivery Delivery => Delivery.ToHost;

    /// <inheritdoc/>
    public readonly ExecutorLease? Lease => null;

    /// <inheritdoc/>
    public readonly Account Account => Account.InProcess;

    /// <inheritdoc/>
    public readonly void Defer()
    {
    }

    /// <inheritdoc/>
    [UnscopedRef]
    public NativePlace<TNative> Begin() => new(ref _native, objects);

    /// <inheritdoc/>
    public void Succeed()
    {
        fixed (TNative* native = &_native)
            TCallback.Invoke(callback, Status.Ok, native, null, userData);

        TMemory.Free(ref _native);
    }

    /// <inheritdoc/>
    public void Fail(Status status, string message)
    {
        TMemory.Free(ref _native);
        var text = NativeText.TryWriteMessage(message);
        fixed (TNative* native = &_native)
        fixed (byte* noMemory = NativeText.NoMemory)
            TCallback.Invoke(callback, status, native, text is null ? noMemory : text, userData);

        NativeText.Free(text);
    }
}
