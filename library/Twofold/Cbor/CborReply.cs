using System.Diagnostics;
using System.Runtime.CompilerServices;
using Twofold.Calls;

namespace Twofold.Cbor;

/// <summary>Encodes a result straight into the place it leaves from.</summary>
public struct CborReply<T, TCodec, TSink> : IReply<T>
    where TCodec : ICborCodec<T>
    where TSink : struct, ICborSink
{
    // The only field: see Over.
    private TSink _sink;

    /// <inheritdoc/>
    public static Delivery Delivery => TSink.Delivery;

    /// <inheritdoc/>
    public readonly ExecutorLease? Lease => _sink.Lease;

    /// <summary>The sink as a reply, in place: a copy on the way of every call would cost more than the call of a small method.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref CborReply<T, TCodec, TSink> Over(ref TSink sink)
    {
        Debug.Assert(Unsafe.SizeOf<TSink>() == Unsafe.SizeOf<CborReply<T, TCodec, TSink>>(), "the sink is the only field");
        return ref Unsafe.As<TSink, CborReply<T, TCodec, TSink>>(ref sink);
    }

    /// <inheritdoc/>
    public void Defer() => _sink.Defer();

    /// <inheritdoc/>
    public void Capture(T result) => TCodec.Write(new CborWriter(_sink.Begin(), _sink.Objects), result);

    /// <inheritdoc/>
    public void Succeed() => _sink.Succeed();

    /// <inheritdoc/>
    public void Fail(Status status, string message) => _sink.Fail(status, message);
}
