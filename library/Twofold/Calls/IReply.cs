namespace Twofold.Calls;

/// <summary>
/// Where a call's outcome goes. Either <see cref="Capture"/> and then <see cref="Succeed"/>, or <see cref="Fail"/>, is
/// called, once.
/// </summary>
public interface IReply<TResult>
{
    /// <summary>Where the outcome is delivered.</summary>
    static abstract Delivery Delivery { get; }

    /// <summary>
    /// The lease of a thread that makes several calls in a row; null if each call enters by itself. With a lease the outcome
    /// is delivered inside the executor, so it must not run code of the host.
    /// </summary>
    ExecutorLease? Lease { get; }

    /// <summary>The call has not ended in place: its outcome comes later, most likely on another thread.</summary>
    void Defer();

    /// <summary>Takes what it needs from the result, while no other method of the context runs.</summary>
    void Capture(TResult result);

    /// <summary>Delivers what was captured.</summary>
    void Succeed();

    /// <summary>Delivers a failure, and drops what was captured.</summary>
    void Fail(Status status, string message);
}
