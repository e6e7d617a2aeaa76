namespace Twofold.Bench.Codec;

/// <summary>A copy in memory. The only CBOR in it is the constant head.</summary>
internal sealed class BytesBaseline(byte[] encoded, byte[] message) : Contender
{
    private readonly byte[] _buffer = [.. encoded];
    private readonly int _head = encoded.Length - message.Length;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Encode()
    {
        message.CopyTo(_buffer.AsSpan(_head));
        return _buffer;
    }

    /// <inheritdoc/>
    public override object Decode() => encoded.AsSpan(_head).ToArray();
}
