using System.Diagnostics.CodeAnalysis;
using Twofold.Calls;
using Twofold.Cbor;
using Twofold.Waiting;

namespace Twofold.Native;

/// <summary>The blocking form: writes a result into the caller's place while the caller blocks. Only a deferred call allocates.</summary>
/// <param name="place">The caller's place, a zeroed <typeparamref name="TNative"/>; NULL for a method without a result.</param>
/// <param name="objects">Gives objects their handles; null if the result is not one.</param>
public unsafe struct SyncReply<TNative, TMemory>(void* place, IObjectKeeper? objects = null) : IReplySink<NativePlace<TNative>>
    where TNative : unmanaged
    where TMemory : struct, INativeMemory<TNative>
{
    private Completion<CallError>? _waiter;
    private CallError _error;

    /// <inheritdoc/>
    public static Delivery Delivery => Delivery.Inside;

    /// <inheritdoc/>
    public readonly ExecutorLease? Lease => null;

    /// <inheritdoc/>
    public readonly Account Account => Account.InProcess;

    /// <inheritdoc/>
    public void Defer() => _waiter = new Completion<CallError>();

    /// <inheritdoc/>
    [UnscopedRef]
    public readonly NativePlace<TNative> Begin() => new(ref *(TNative*)place, objects);

    /// <inheritdoc/>
    public void Succeed() => Set(default);

    /// <inheritdoc/>
    public void Fail(Status status, string message)
    {
        if (place is not null)
            TMemory.Free(ref *(TNative*)place);

        Set(new CallError(status, message));
    }

    /// <summary>Blocks until the call has ended; its status, with the message of a failure as this thread's last error.</summary>
    public readonly Status Wait() => LastError.Set(_waiter is null ? _error : _waiter.Wait());

    private void Set(CallError error)
    {
        if (_waiter is null)
            _error = error;
        else
            _waiter.Set(error);
    }
}
