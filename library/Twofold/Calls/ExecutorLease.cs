using System.Runtime.CompilerServices;

namespace Twofold.Calls;

/// <summary>
/// One thread's turn at a executor: it enters with its first call and stays for those that follow, so that each need not enter
/// for itself. It ends early for whoever else wants in, and for what is to be delivered outside.
/// </summary>
public sealed class ExecutorLease
{
    private SerialExecutor? _executor;
    private SynchronizationContext? _outer;
    private int _calls;

    /// <summary>Leaves the executor, if the turn has one.</summary>
    public void End()
    {
        if (_executor is not { } executor)
            return;

        _executor = null;
        SynchronizationContext.SetSynchronizationContext(_outer);
        executor.Leave();
    }

    /// <summary>Enters if the executor is free, or the turn has it already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryEnter(SerialExecutor executor) => _executor == executor || TryBegin(executor);

    /// <summary>A call has ended or is under way: leaves, unless the next one may follow.</summary>
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
