namespace Twofold.Waiting;

/// <summary>Something that threads are inside of and others wait for: the callbacks of a context, or a listener.</summary>
internal interface IAwaited
{
    /// <summary>Whether the waiting thread is itself inside, so that its wait prolongs this one.</summary>
    bool IsHeldBy(CallbackWaits.Waiter waiter);
}
