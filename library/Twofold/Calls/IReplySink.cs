using System.Diagnostics.CodeAnalysis;

namespace Twofold.Calls;

/// <summary>
/// Where a call's outcome goes: one for each form of each ABI. Either <see cref="Begin"/> and then <see cref="Succeed"/>, or
/// <see cref="Fail"/>, also after <see cref="Begin"/>, is called, once.
/// </summary>
/// <typeparam name="TDestination">What a result is written to.</typeparam>
// Sinks and writers are two types, neither of which is generic over the result: code that is shared by all results that are
// classes could not be inlined.
public interface IReplySink<TDestination>
    where TDestination : allows ref struct
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

    /// <summary>What the result is written to, while no other method of the context runs.</summary>
    [UnscopedRef]
    TDestination Begin();

    /// <summary>The result is complete: delivers it.</summary>
    void Succeed();

    /// <summary>Delivers a failure; what has been written is dropped.</summary>
    void Fail(Status status, string message);
}

/// <summary>Writes results of one type.</summary>
public interface IResultWriter<TResult, TDestination>
    where TDestination : allows ref struct
{
    /// <summary>Writes a result.</summary>
    static abstract void Write(in TDestination destination, TResult value);
}
