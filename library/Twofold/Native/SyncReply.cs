using Twofold.Calls;
using Twofold.Waiting;

namespace Twofold.Native;

/// <summary>The blocking form: writes a result into the caller's place while the caller blocks. Only a deferred call allocates.</summary>
/// <param name="result">Writes it.</param>
/// <param name="place">The caller's place, a zeroed <typeparamref name="TNative"/>; not used by a method without a result.</param>
public unsafe struct SyncReply<T, TNative, TResult>(TResult result, void* place) : IReply<T>
    where TNative : unmanaged
    where TResult : struct, INativeResult<T, TNative>
{
    private Completion<CallError>? _waiter;
    private CallError _error;

    /// <inheritdoc/>
    public static Delivery Delivery => Delivery.Inside;

    /// <inheritdoc/>
    public readonly ExecutorLease? Lease => null;

    /// <inheritdoc/>
    public void Defer() => _waiter = new Completion<CallError>();

    /// <inheritdoc/>
    public readonly void Capture(T value) => result.Write(value, ref *(TNative*)place);

    /// <inheritdoc/>
    public void Succeed() => Set(default);

    /// <inheritdoc/>
    public void Fail(Status status, string message)
    {
        result.Free(ref *(TNative*)place);
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
