using System.Diagnostics.CodeAnalysis;

namespace Twofold.Calls;

/// <summary>
/// Where a call's outcome goes; one implementation for each form of each ABI. Each call ends with <see cref="Begin"/> and
/// <see cref="Succeed"/>, or with a single <see cref="Fail"/>, which may follow <see cref="Begin"/>.
/// </summary>
/// <typeparam name="TDestination">What a result is written to.</typeparam>
// Sinks and writers are separate types, and neither is generic over the result: the runtime shares generic code between
// reference types, and could not inline it.
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

    /// <summary>What a call that stays pending counts for.</summary>
    Account Account { get; }

    /// <summary>The call did not complete in place: its outcome comes later, most likely on another thread.</summary>
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
