using Twofold.Calls;

namespace Twofold.Native;

/// <summary>How a call ended whose caller blocks until it has. Only a call that is deferred allocates.</summary>
internal struct SyncOutcome
{
    private Completion<CallError>? _waiter;
    private CallError _refusal;

    /// <summary>The call ends on another thread.</summary>
    public void Defer() => _waiter = new Completion<CallError>();

    /// <summary>The call has ended.</summary>
    public void Set(CallError refusal)
    {
        if (_waiter is null)
            _refusal = refusal;
        else
            _waiter.Set(refusal);
    }

    /// <summary>Blocks until the call has ended; its status, with the message behind it as this thread's last error.</summary>
    public readonly Status Wait() => LastError.Set(_waiter is null ? _refusal : _waiter.Wait());
}
