using System.Formats.Cbor;

namespace Twofold.Bench.Codec;

/// <summary>System.Formats.Cbor: one writer and one reader that are reset, over memory that stays.</summary>
/// <param name="message">What is encoded.</param>
/// <param name="mode">How much the writer and the reader check themselves.</param>
/// <param name="write">Writes the message.</param>
/// <param name="read">Reads it, with the checks that the mode leaves out.</param>
/// <param name="encoded">What is decoded.</param>
internal sealed class SystemCbor<T>(
    T message, CborConformanceMode mode, Action<CborWriter, T> write, Func<CborReader, T> read, byte[] encoded) : Contender
    where T : class
{
    private readonly CborWriter _writer = new(mode);
    private readonly CborReader _reader = new(encoded, mode);
    private readonly byte[] _buffer = new byte[encoded.Length];

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Encode()
    {
        _writer.Reset();
        write(_writer, message);
        return _buffer.AsSpan(0, _writer.Encode(_buffer));
    }

    /// <inheritdoc/>
    public override object Decode()
    {
        _reader.Reset(encoded);
        var decoded = read(_reader);
        return _reader.BytesRemaining == 0 ? decoded : throw new InvalidDataException("trailing bytes");
    }
}
