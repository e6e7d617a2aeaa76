using System.Runtime.CompilerServices;
using Twofold.Calls;

namespace Twofold.Cbor;

/// <summary>A call whose arguments are read from CBOR.</summary>
public interface ICborCall<TSelf>
    where TSelf : struct
{
    /// <summary>Reads the map of parameters. After a failure the result is meaningless.</summary>
    static abstract TSelf Read(ref CborReader reader);

    /// <summary>What the members of the largest record take that the parameters hold, in bytes.</summary>
    static virtual int LargestRecord => 0;

    /// <summary>What the largest item of a list takes in its place.</summary>
    static virtual int LargestItem => 0;
}

/// <summary>Decodes requests and runs the calls.</summary>
public static class CborCalls
{
    /// <summary>A larger request is scanned before it is decoded, since it may take much more memory than it has bytes.</summary>
    internal const int LargeRequest = 64 * 1024;

    /// <summary>Decodes the request and runs the call. The outcome goes to the sink, unless this returns an error.</summary>
    public static CallError Run<TTarget, TCall, TResult, TCodec, TSink>(Context<TTarget> context, ReadOnlySpan<byte> request, ref TSink sink)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>, ICborCall<TCall>
        where TCodec : ICborCodec<TResult>
        where TSink : struct, ICborSink =>
        Run<TTarget, TCall, TResult, TCodec, TSink>(context, context.Target, request, ref sink);

    /// <summary>The same on the context's object, or on one that it has returned.</summary>
    // Not inlined: the caller would have to zero the stack of every method's reader on each call.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static CallError Run<TTarget, TCall, TResult, TCodec, TSink>(
        Context context, TTarget target, ReadOnlySpan<byte> request, ref TSink sink)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>, ICborCall<TCall>
        where TCodec : ICborCodec<TResult>
        where TSink : struct, ICborSink
    {
        if (request.Length > LargeRequest)
            return RunLarge<TTarget, TCall, TResult, TCodec, TSink>(context, target, request, ref sink);

        var reader = new CborReader(request, sink.MaxDepth);
        var call = TCall.Read(ref reader);
        return reader.Failed
            ? Fail(in reader)
            : CallRunner.Run<TTarget, TCall, TResult, TCodec, CborWriter, TSink>(context, target, call, ref sink);
    }

    /// <summary>The same for a method of an object that was returned earlier; the request names it under <c>handle</c>.</summary>
    public static CallError RunOwned<TTarget, TCall, TResult, TCodec, TSink>(Context context, ReadOnlySpan<byte> request, ref TSink sink)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>, ICborCall<TCall>
        where TCodec : ICborCodec<TResult>
        where TSink : struct, ICborSink
    {
        var reader = new CborReader(request, sink.MaxDepth);
        var handle = CborHandle.Read(ref reader);
        if (reader.Failed)
            return Fail(in reader);
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
        var error = Read<TCall>(request, sink.MaxDepth, sink.Account, out var call);
        if (error.Exists)
            return error;

        CallRunner.RunStatic<TCall, TResult, TCodec, CborWriter, TSink>(call, ref sink);
        return default;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CallError RunLarge<TTarget, TCall, TResult, TCodec, TSink>(
        Context context, TTarget target, ReadOnlySpan<byte> request, ref TSink sink)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>, ICborCall<TCall>
        where TCodec : ICborCodec<TResult>
        where TSink : struct, ICborSink
    {
        var error = ReadLarge<TCall>(request, sink.MaxDepth, sink.Account, out var call);
        return error.Exists ? error : CallRunner.Run<TTarget, TCall, TResult, TCodec, CborWriter, TSink>(context, target, call, ref sink);
    }

    private static CallError Read<TCall>(ReadOnlySpan<byte> request, int maxDepth, Account account, out TCall call)
        where TCall : struct, ICborCall<TCall>
    {
        if (request.Length > LargeRequest)
            return ReadLarge(request, maxDepth, account, out call);

        var reader = new CborReader(request, maxDepth);
        call = TCall.Read(ref reader);
        return reader.Failed ? Fail(in reader) : default;
    }

    /// <summary>Decoding multiplies: what it is about to take is counted before it takes it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CallError ReadLarge<TCall>(ReadOnlySpan<byte> request, int maxDepth, Account account, out TCall call)
        where TCall : struct, ICborCall<TCall>
    {
        call = default;
        var bytes = DecodedSize.Estimate(request, TCall.LargestRecord, TCall.LargestItem);
        if (!account.TryReserve(bytes))
            return CallError.Exhausted(account);

        try
        {
            var reader = new CborReader(request, maxDepth);
            call = TCall.Read(ref reader);
            return reader.Failed ? Fail(in reader) : default;
        }
        finally
        {
            account.Release(bytes);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static CallError Fail(in CborReader reader) => new(Status.InvalidArgument, reader.Error);
}
