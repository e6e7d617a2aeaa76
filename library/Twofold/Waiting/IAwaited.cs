namespace Twofold.Waiting;

/// <summary>Callbacks that some threads are inside and others wait for: those of a context, or of a listener.</summary>
internal interface IAwaited
{
    /// <summary>Whether the waiting thread is itself inside, so that this cannot end before its wait does.</summary>
    bool IsHeldBy(CallbackWaits.Waiter waiter);
}
