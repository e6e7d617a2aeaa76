namespace Twofold.Transports;

/// <summary>
/// Moves bytes between the peers of a listener and their connections. Thread-safe, and disposed of when all of them
/// have ended.
/// </summary>
internal interface ITransport : IDisposable
{
    /// <summary>Takes no more peers and no more requests; what is in flight is still answered. Does not wait.</summary>
    void BeginStop();

    /// <summary>Closes every connection at once. Does not wait.</summary>
    void Abort();

    /// <summary>Waits until every connection has ended; false if that takes longer.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    bool WaitForEnd(TimeSpan timeout, CancellationToken cancel);
}
