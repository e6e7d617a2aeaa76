using Twofold.Calls;
using Twofold.Cbor;
using Twofold.Events;

namespace Twofold.Native;

/// <summary>Passes events to a typed callback; the struct is valid during the call.</summary>
public sealed unsafe class NativeListener<T, TNative>(delegate* unmanaged<TNative*, void*, void> callback, void* userData) : QueuedListener<T>
    where TNative : unmanaged, INativeRecord<TNative, T>
{
    /// <inheritdoc/>
    protected override void Receive(T value)
    {
        TNative native = default;
        try
        {
            TNative.Write(value, ref native);
            callback(&native, userData);
        }
        finally
        {
            TNative.Free(ref native);
        }
    }
}

/// <summary>Passes events to a callback of the CBOR ABI; the bytes are valid during the call.</summary>
public sealed unsafe class CborListener<T, TCodec>(delegate* unmanaged<byte*, nuint, void*, void> callback, void* userData) : QueuedListener<T>
    where TCodec : ICborCodec<T>
{
    private readonly ByteBuffer _buffer = new();

    /// <inheritdoc/>
    protected override void Receive(T value)
    {
        _buffer.Clear();
        TCodec.Write(new CborWriter(_buffer), value);
        fixed (byte* body = _buffer.Span)
            callback(body, (nuint)_buffer.Length, userData);
    }
}

/// <summary>Calls a typed callback for an event that carries nothing.</summary>
public sealed unsafe class NativeUnitListener(delegate* unmanaged<void*, void> callback, void* userData) : QueuedListener<Unit>
{
    /// <inheritdoc/>
    protected override void Receive(Unit value) => callback(userData);
}
