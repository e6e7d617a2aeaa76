using System.Runtime.CompilerServices;

namespace Twofold.Calls;

/// <summary>
/// One thread's turn at a gate: it enters with its first call and stays for those that follow, so that each need not enter
/// for itself. It ends early for whoever else wants in, and for what is to be delivered outside.
/// </summary>
public sealed class Turn
{
    private Gate? _gate;
    private SynchronizationContext? _outer;
    private int _calls;

    /// <summary>Leaves the gate, if the turn has one.</summary>
    public void End()
    {
        if (_gate is not { } gate)
            return;

        _gate = null;
        SynchronizationContext.SetSynchronizationContext(_outer);
        gate.Leave();
    }

    /// <summary>Enters if the gate is free, or the turn has it already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryEnter(Gate gate) => _gate == gate || TryBegin(gate);

    /// <summary>A call has ended or is under way: leaves, unless the next one may follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void EndCall()
    {
        if (_gate!.IsWanted || ++_calls == Gate.LongestTurn)
            End();
    }

    private bool TryBegin(Gate gate)
    {
        End();
        if (!gate.TryEnter())
            return false;

        _gate = gate;
        _calls = 0;
        _outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(gate);
        return true;
    }
}
