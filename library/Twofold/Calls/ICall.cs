namespace Twofold.Calls;

/// <summary>One call of one method: its arguments, as a struct, so that a call that ends in place allocates nothing.</summary>
public interface ICall<TTarget, TResult>
    where TTarget : class
{
    /// <summary>Whether the result is an object, which ends with its handle: one that gets none is disposed of.</summary>
    static abstract bool ReturnsObject { get; }

    /// <summary>Calls the method.</summary>
    ValueTask<TResult> Invoke(TTarget target, CancellationToken cancel);

    /// <summary>The memory that the arguments take on the heap, in bytes.</summary>
    long Weigh();
}
