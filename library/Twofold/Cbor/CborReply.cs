using Twofold.Calls;

namespace Twofold.Cbor;

/// <summary>Encodes a result straight into the place it leaves from.</summary>
public struct CborReply<T, TCodec, TSink>(TSink sink) : IReply<T>
    where TCodec : ICborCodec<T>
    where TSink : struct, ICborSink
{
    private TSink _sink = sink;

    /// <summary>Where the reply goes, with what it has noted since.</summary>
    public readonly TSink Sink => _sink;

    /// <inheritdoc/>
    public static Delivery Delivery => TSink.Delivery;

    /// <inheritdoc/>
    public void Defer() => _sink.Defer();

    /// <inheritdoc/>
    public void Capture(T result) => TCodec.Write(new CborWriter(_sink.Begin(), _sink.Objects), result);

    /// <inheritdoc/>
    public void Succeed() => _sink.Succeed();

    /// <inheritdoc/>
    public void Fail(Status status, string message) => _sink.Fail(status, message);
}
