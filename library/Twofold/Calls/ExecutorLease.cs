using System.Runtime.CompilerServices;

namespace Twofold.Calls;

/// <summary>
/// Lets one thread keep an executor for several calls: it enters with the first call and stays for the next ones. The lease ends
/// early when other threads wait, or when there is something to deliver outside.
/// </summary>
public sealed class ExecutorLease
{
    private SerialExecutor? _executor;
    private SynchronizationContext? _outer;
    private int _calls;

    /// <summary>Leaves the executor, if the lease has one.</summary>
    public void End()
    {
        if (_executor is not { } executor)
            return;

        _executor = null;
        SynchronizationContext.SetSynchronizationContext(_outer);
        executor.Leave();
    }

    /// <summary>Enters if the executor is free; succeeds at once if the lease already holds it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryEnter(SerialExecutor executor) => _executor == executor || TryBegin(executor);

    /// <summary>A call has ended or awaits something: leaves, unless the next call may follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void EndCall()
    {
        if (_executor!.IsWanted || ++_calls == SerialExecutor.MaxItemsInARow)
            End();
    }

    private bool TryBegin(SerialExecutor executor)
    {
        End();
        if (!executor.TryEnter())
            return false;

        _executor = executor;
        _calls = 0;
        _outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(executor);
        return true;
    }
}
