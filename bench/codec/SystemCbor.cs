using System.Formats.Cbor;

namespace Twofold.Bench.Codec;

/// <summary>System.Formats.Cbor over memory that stays, with one writer that is reset.</summary>
/// <param name="message">What is encoded.</param>
/// <param name="mode">How much the writer and the reader check themselves.</param>
/// <param name="write">Writes the message.</param>
/// <param name="encoded">What is decoded.</param>
internal abstract class SystemCbor<T>(T message, CborConformanceMode mode, Action<CborWriter, T> write, byte[] encoded) : Contender
    where T : class
{
    private readonly CborWriter _writer = new(mode);
    private readonly byte[] _buffer = new byte[encoded.Length];

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Encode()
    {
        _writer.Reset();
        write(_writer, message);
        return _buffer.AsSpan(0, _writer.Encode(_buffer));
    }

    /// <summary>Fails unless the reader is at the end.</summary>
    protected static T Whole(CborReader reader, T decoded) =>
        reader.BytesRemaining == 0 ? decoded : throw new InvalidDataException("trailing bytes");
}

/// <summary>As its documentation has it: the strict mode, which is the default, and a reader for each message.</summary>
internal sealed class StrictSystemCbor<T>(T message, Action<CborWriter, T> write, Func<CborReader, T> read, byte[] encoded)
    : SystemCbor<T>(message, CborConformanceMode.Strict, write, encoded)
    where T : class
{
    private readonly ReadOnlyMemory<byte> _encoded = encoded;

    /// <inheritdoc/>
    public override object Decode()
    {
        var reader = new CborReader(_encoded);
        return Whole(reader, read(reader));
    }
}

/// <summary>The fastest way that was found: the lax mode, which leaves the checks to the caller, and one reader that is reset.</summary>
internal sealed class TunedSystemCbor<T>(T message, Action<CborWriter, T> write, Func<CborReader, T> read, byte[] encoded)
    : SystemCbor<T>(message, CborConformanceMode.Lax, write, encoded)
    where T : class
{
    private readonly ReadOnlyMemory<byte> _encoded = encoded;
    private readonly CborReader _reader = new(encoded, CborConformanceMode.Lax);

    /// <inheritdoc/>
    public override object Decode()
    {
        _reader.Reset(_encoded);
        return Whole(_reader, read(_reader));
    }
}
