using System.Runtime.CompilerServices;

namespace Twofold.Calls;

/// <summary>
/// Runs every call: enters the executor, invokes the method, and delivers the outcome. Runs in place while the context is
/// idle, and through its queue while it is busy.
/// </summary>
public static class CallRunner
{
    /// <summary>
    /// Starts a call. If this returns an error, the sink is not called; otherwise it gets the outcome, before this returns or later.
    /// </summary>
    public static CallError Run<TTarget, TCall, TResult, TWriter, TDestination, TSink>(Context<TTarget> context, TCall call, ref TSink sink)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>
        where TWriter : IResultWriter<TResult, TDestination>
        where TDestination : allows ref struct
        where TSink : struct, IReplySink<TDestination> =>
        Run<TTarget, TCall, TResult, TWriter, TDestination, TSink>(context, context.Target, call, ref sink);

    /// <summary>The same on the context's object, or on one that it has returned.</summary>
    /// <exception cref="Exception">Thrown by the method or by the writer; only with a lease, which has not ended.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CallError Run<TTarget, TCall, TResult, TWriter, TDestination, TSink>(
        Context context, TTarget target, TCall call, ref TSink sink)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>
        where TWriter : IResultWriter<TResult, TDestination>
        where TDestination : allows ref struct
        where TSink : struct, IReplySink<TDestination>
    {
        if (sink.Lease is { } lease)
            return CallSteps<TTarget, TCall, TResult, TWriter, TDestination, TSink>.RunLeased(context, target, call, ref sink, lease);

        // Only a callback's call can stay pending; a blocking one holds its thread.
        if (TSink.Delivery == Delivery.ToHost && sink.Account.MustReject)
            return CallError.Exhausted(sink.Account);

        return context.Executor.TryEnter()
            ? CallSteps<TTarget, TCall, TResult, TWriter, TDestination, TSink>.RunInPlace(context, target, call, ref sink)
            : CallSteps<TTarget, TCall, TResult, TWriter, TDestination, TSink>.Queue(context, target, call, ref sink);
    }

    /// <summary>Starts a call of a static method, which belongs to no context.</summary>
    public static void RunStatic<TCall, TResult, TWriter, TDestination, TSink>(TCall call, ref TSink sink)
        where TCall : struct, ICall<object, TResult>
        where TWriter : IResultWriter<TResult, TDestination>
        where TDestination : allows ref struct
        where TSink : struct, IReplySink<TDestination> =>
        CallSteps<object, TCall, TResult, TWriter, TDestination, TSink>.RunStatic(call, ref sink);
}
