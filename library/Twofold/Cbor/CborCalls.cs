using System.Runtime.CompilerServices;
using Twofold.Calls;

namespace Twofold.Cbor;

/// <summary>A call whose arguments are read from CBOR.</summary>
public interface ICborCall<TSelf>
    where TSelf : struct
{
    /// <summary>Reads the map of parameters. After a failure the result is meaningless.</summary>
    static abstract TSelf Read(ref CborReader reader);
}

/// <summary>From a request's bytes to the author's method.</summary>
public static class CborCalls
{
    /// <summary>Decodes the request and runs the call; the outcome goes to the sink unless this refuses.</summary>
    public static CallError Run<TTarget, TCall, TResult, TCodec, TSink>(Context<TTarget> context, ReadOnlySpan<byte> request, ref TSink sink)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>, ICborCall<TCall>
        where TCodec : ICborCodec<TResult>
        where TSink : struct, ICborSink =>
        Run<TTarget, TCall, TResult, TCodec, TSink>(context, context.Target, request, ref sink);

    /// <summary>The same on the context's object, or on one that it has handed out.</summary>
    // Not part of its caller, whose stack would be cleared for the readers of all methods whichever is called.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static CallError Run<TTarget, TCall, TResult, TCodec, TSink>(
        Context context, TTarget target, ReadOnlySpan<byte> request, ref TSink sink)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>, ICborCall<TCall>
        where TCodec : ICborCodec<TResult>
        where TSink : struct, ICborSink
    {
        var reader = new CborReader(request, sink.MaxDepth);
        var call = TCall.Read(ref reader);
        if (reader.Failed)
            return Refuse(in reader);

        return sink.Lease is { } lease
            ? RunLeased<TTarget, TCall, TResult, TCodec, TSink>(context, target, call, ref sink, lease)
            : RunAlone<TTarget, TCall, TResult, TCodec, TSink>(context, target, call, ref sink);
    }

    /// <summary>The same for a method of an object that was handed out; the request names it under <c>handle</c>.</summary>
    public static CallError RunOwned<TTarget, TCall, TResult, TCodec, TSink>(Context context, ReadOnlySpan<byte> request, ref TSink sink)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>, ICborCall<TCall>
        where TCodec : ICborCodec<TResult>
        where TSink : struct, ICborSink
    {
        var handle = CborHandle.Read(request, sink.MaxDepth, out var refusal);
        if (refusal.Exists)
            return refusal;
        if (sink.Objects?.Find(handle) is not TTarget target)
            return CborHandle.Unknown(handle);

        return Run<TTarget, TCall, TResult, TCodec, TSink>(context, target, request, ref sink);
    }

    /// <summary>The same for a static method, which needs no context.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static CallError RunStatic<TCall, TResult, TCodec, TSink>(ReadOnlySpan<byte> request, ref TSink sink)
        where TCall : struct, ICall<object, TResult>, ICborCall<TCall>
        where TCodec : ICborCodec<TResult>
        where TSink : struct, ICborSink
    {
        var reader = new CborReader(request, sink.MaxDepth);
        var call = TCall.Read(ref reader);
        if (reader.Failed)
            return Refuse(in reader);

        // It belongs to no context, and what it awaits must not come back through one's gate.
        sink.Lease?.End();
        var reply = new CborReply<TResult, TCodec, TSink>(sink);
        CallRunner.RunStatic<TCall, TResult, CborReply<TResult, TCodec, TSink>>(call, ref reply);
        return default;
    }

    /// <summary>Runs a call within a lease, whose replies run no code of the host: they are written inside the gate.</summary>
    /// <exception cref="Exception">The method's own; the lease has not ended.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static CallError RunLeased<TTarget, TCall, TResult, TCodec, TSink>(
        Context context, TTarget target, TCall call, ref TSink sink, ExecutorLease lease)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>
        where TCodec : ICborCodec<TResult>
        where TSink : struct, ICborSink
    {
        if (!lease.TryEnter(context.Executor))
            return RunAlone<TTarget, TCall, TResult, TCodec, TSink>(context, target, call, ref sink);
        if (context.IsClosed)
        {
            lease.End();
            return CallError.Destroyed;
        }

        var result = call.Invoke(target, context.Lifetime);
        if (result.IsCompleted)
        {
            TCodec.Write(new CborWriter(sink.Begin(), sink.Objects), result.Result);
            sink.Succeed();
        }
        else
        {
            Await<TTarget, TCall, TResult, TCodec, TSink>(context, target, call, result, ref sink);
        }

        lease.EndCall();
        return default;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CallError RunAlone<TTarget, TCall, TResult, TCodec, TSink>(Context context, TTarget target, TCall call, ref TSink sink)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>
        where TCodec : ICborCodec<TResult>
        where TSink : struct, ICborSink
    {
        var reply = new CborReply<TResult, TCodec, TSink>(sink);
        var refusal = CallRunner.Run<TTarget, TCall, TResult, CborReply<TResult, TCodec, TSink>>(context, target, call, ref reply);
        if (refusal.Exists)
            sink = reply.Sink;

        return refusal;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CallError Refuse(in CborReader reader) => new(Status.InvalidArgument, reader.Error);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Await<TTarget, TCall, TResult, TCodec, TSink>(
        Context context, TTarget target, TCall call, ValueTask<TResult> result, ref TSink sink)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>
        where TCodec : ICborCodec<TResult>
        where TSink : struct, ICborSink
    {
        sink.Defer();
        var reply = new CborReply<TResult, TCodec, TSink>(sink);
        new PendingCall<TTarget, TCall, TResult, CborReply<TResult, TCodec, TSink>>(context, target, call, reply).Await(result);
    }
}
