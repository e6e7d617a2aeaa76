using Twofold.Cbor;

namespace Twofold.Bench.Codec;

/// <summary>A generated codec: writes to a buffer that stays, and reads as a request is read.</summary>
internal sealed class Ours<T>(T message, Ours<T>.Writing write, Ours<T>.Reading read, byte[] encoded) : Contender
    where T : class
{
    private readonly ByteBuffer _buffer = new();

    public delegate void Writing(in CborWriter writer, T message);

    public delegate T Reading(ref CborReader reader);

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Encode()
    {
        _buffer.Truncate(0);
        write(new CborWriter(_buffer), message);
        return _buffer.Span;
    }

    /// <inheritdoc/>
    public override object Decode()
    {
        var reader = new CborReader(encoded);
        var decoded = read(ref reader);
        reader.End();
        return reader.Failed ? throw new InvalidDataException(reader.Error) : decoded;
    }
}
