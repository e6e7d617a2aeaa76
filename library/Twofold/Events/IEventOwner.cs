namespace Twofold.Events;

/// <summary>The object that raises events: its context, as its events see it. Thread-safe.</summary>
internal interface IEventOwner
{
    /// <summary>An id that no other listener of the object has.</summary>
    ulong NextListenerId();

    /// <summary>Runs code while no method of the object runs: in place if the object is idle, else soon.</summary>
    void RunOrQueue(Action action);

    /// <summary>
    /// Whether this thread is inside one of the object's methods. The owner then delivers the events itself, after the
    /// method and before its reply.
    /// </summary>
    bool TryDefer();
}
