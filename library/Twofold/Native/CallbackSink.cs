using System.Text;
using Twofold.Calls;
using Twofold.Cbor;

namespace Twofold.Native;

/// <summary>Delivers CBOR, or a failure's text, to a callback of the CBOR ABI; the bytes are valid during the call.</summary>
public unsafe struct CallbackSink(
    delegate* unmanaged<Status, byte*, nuint, void*, void> callback, void* userData, IObjectKeeper? objects = null) : ICborSink
{
    [ThreadStatic]
    private static ByteBuffer? t_spare;

    private ByteBuffer? _buffer;

    /// <inheritdoc/>
    public static Delivery Delivery => Delivery.ToHost;

    /// <inheritdoc/>
    public readonly int MaxDepth => CborReader.DefaultMaxDepth;

    /// <inheritdoc/>
    public readonly IObjectKeeper? Objects => objects;

    /// <inheritdoc/>
    public readonly ExecutorLease? Lease => null;

    /// <inheritdoc/>
    public readonly Account Account => Account.InProcess;

    /// <inheritdoc/>
    public readonly void Defer()
    {
    }

    /// <inheritdoc/>
    public CborWriter Begin()
    {
        (_buffer, t_spare) = (t_spare ?? new ByteBuffer(), null);
        return new CborWriter(_buffer, objects);
    }

    /// <inheritdoc/>
    public readonly void Succeed()
    {
        fixed (byte* body = _buffer!.Span)
            callback(Status.Ok, body, (nuint)_buffer.Length, userData);

        _buffer.Clear();
        t_spare = _buffer;
    }

    /// <inheritdoc/>
    public readonly void Fail(Status status, string message)
    {
        var text = Encode(message);
        fixed (byte* body = text)
            callback(status, body, (nuint)text.Length, userData);
    }

    private static ReadOnlySpan<byte> Encode(string message)
    {
        try
        {
            return Encoding.UTF8.GetBytes(message);
        }
        catch (OutOfMemoryException)
        {
            return NativeText.NoMemory;
        }
    }
}
