namespace Twofold.Bench.Codec;

/// <summary>One way of turning one message into bytes and back. Not thread-safe: what it can keep between two turns, it keeps.</summary>
public abstract class Contender
{
    /// <summary>Encodes the message into memory of its own.</summary>
    public abstract ReadOnlySpan<byte> Encode();

    /// <summary>Makes a new message of the encoded one.</summary>
    public abstract object Decode();
}
