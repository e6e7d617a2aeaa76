using System.Buffers.Binary;

namespace Twofold.Tests.Support;

/// <summary>The bytes that a hostile peer sends in one batch.</summary>
/// <param name="Bytes">All bytes of the batch.</param>
/// <param name="Frames">The number of frames.</param>
/// <param name="Complete">How many of them, from the first, are complete: each of these must be answered.</param>
internal sealed record Onslaught(byte[] Bytes, int Frames, int Complete);

/// <summary>Damages requests as a broken or hostile peer might. The same seed damages them in the same way.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> requests, int seed)
{
    private const int LengthSize = 4;
    private const int LongestMethod = 255;

    // Initial bytes of CBOR with huge lengths, or breaks without a beginning: RFC 8949, appendix B.
    private static readonly byte[] s_heads =
    [
        0x00, 0x17, 0x18, 0x1B, 0x1C, 0x1F, 0x3B, 0x40, 0x5B, 0x5F, 0x60, 0x7B, 0x7F, 0x80, 0x9B, 0x9F, 0xA0, 0xBB, 0xBF, 0xC2, 0xDB, 0xF4,
        0xF6, 0xF7, 0xF8, 0xF9, 0xFB, 0xFF,
    ];

    private static readonly uint[] s_lengths =
        [0, 1, LongestMethod, LongestMethod + 1, 65_535, 1 << 24, (1 << 24) + 1, int.MaxValue, 1u << 31, uint.MaxValue];

    private readonly Random _random = new(seed);

    /// <summary>Up to 40 frames with damaged content, and one with wrong lengths.</summary>
    public Onslaught Next()
    {
        var complete = _random.Next(40);
        var bytes = new List<byte>();
        for (var i = 0; i < complete; i++)
            bytes.AddRange(DamageWithin(Pick()));

        bytes.AddRange(DamageLengths(Pick()));
        return new Onslaught([.. bytes], complete + 1, complete);
    }

    /// <summary>The bytes in pieces of random size.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Pieces(byte[] bytes)
    {
        for (var start = 0; start < bytes.Length;)
        {
            var size = Math.Min(bytes.Length - start, _random.Next(4) == 0 ? _random.Next(1, 8) : _random.Next(1, bytes.Length));
            yield return bytes.AsMemory(start, size);
            start += size;
        }
    }

    /// <summary>A frame with another method, another payload, or one spliced from two. The frame's lengths are correct.</summary>
    private byte[] DamageWithin(byte[] request)
    {
        var methodSize = BinaryPrimitives.ReadInt32BigEndian(request);
        var method = request.AsSpan(LengthSize, methodSize).ToArray();
        var payload = request.AsSpan(LengthSize + methodSize + LengthSize).ToArray();
        if (_random.Next(10) == 0)
            method = Damage(method, Pick());
        else
            payload = Damage(payload, Pick());

        method = method[..Math.Min(method.Length, LongestMethod)];
        return [.. Length((uint)method.Length), .. method, .. Length((uint)payload.Length), .. payload];
    }

    private byte[] DamageLengths(byte[] request)
    {
        var methodSize = BinaryPrimitives.ReadInt32BigEndian(request);
        var damaged = request.ToArray();
        var lie = _random.Next(3) == 0 ? (uint)_random.Next(request.Length * 2) : s_lengths[_random.Next(s_lengths.Length)];
        switch (_random.Next(4))
        {
            case 0:
                BinaryPrimitives.WriteUInt32BigEndian(damaged, lie);
                return damaged;
            case 1:
                BinaryPrimitives.WriteUInt32BigEndian(damaged.AsSpan(LengthSize + methodSize), lie);
                return damaged;
            case 2:
                return damaged[.._random.Next(damaged.Length)];
            default:
                return Damage(damaged, Pick());
        }
    }

    private byte[] Damage(byte[] bytes, byte[] other)
    {
        for (var times = _random.Next(1, 5); times > 0; times--)
        {
            if (bytes.Length == 0)
                return other[.._random.Next(other.Length)];

            bytes = DamageOnce(bytes, other);
        }

        return bytes;
    }

    private byte[] DamageOnce(byte[] bytes, byte[] other)
    {
        var at = _random.Next(bytes.Length);
        var end = _random.Next(at, bytes.Length + 1);
        switch (_random.Next(7))
        {
            case 0:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                return bytes;
            case 1:
                bytes[at] = s_heads[_random.Next(s_heads.Length)];
                return bytes;
            case 2:
                return bytes[..at];
            case 3:
                return [.. bytes[..at], .. other[_random.Next(other.Length)..]];
            case 4:
                return [.. bytes[..end], .. bytes[at..]];
            case 5:
                return [.. bytes[..at], .. bytes[end..]];
            default:
                return [.. bytes[..at], .. Length(s_lengths[_random.Next(s_lengths.Length)]), .. bytes[end..]];
        }
    }

    private byte[] Pick() => requests[_random.Next(requests.Count)];

    private static byte[] Length(uint length)
    {
        var bytes = new byte[LengthSize];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, length);
        return bytes;
    }
}
