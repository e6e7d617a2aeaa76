using System.Buffers.Binary;
using System.Text;

namespace Twofold.Tests.Cbor;

/// <summary>
/// Checks bytes for core deterministic encoding (RFC 8949 §4.2.1), except for the order of keys: definite lengths, shortest heads,
/// shortest floats, one NaN, no tags but those of the framework types. Independent of the codecs.
/// </summary>
internal ref struct Deterministic
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly List<string> _keys;
    private int _position;

    private Deterministic(ReadOnlySpan<byte> bytes, List<string> keys)
    {
        _bytes = bytes;
        _keys = keys;
    }

    /// <summary>Checks one item that fills the bytes, and returns the keys of all its maps in their order.</summary>
    public static List<string> Check(ReadOnlySpan<byte> bytes)
    {
        var walk = new Deterministic(bytes, []);
        walk.Item();
        Assert.Equal(bytes.Length, walk._position);
        return walk._keys;
    }

    private void Item()
    {
        var initial = _bytes[_position++];
        var (major, info) = (initial >> 5, initial & 0x1f);
        Assert.True(info < 28, $"{initial:X2} is not the head of a definite item");
        if (major == 7)
        {
            Simple(info);
            return;
        }

        var argument = Argument(info);
        switch (major)
        {
            case 2:
                Take(argument);
                break;
            case 3:
                s_strict.GetString(Take(argument));
                break;
            case 4:
                for (var i = 0UL; i < argument; i++)
                    Item();
                break;
            case 5:
                for (var i = 0UL; i < argument; i++)
                    Pair();
                break;
            case 6:
                Assert.True(argument is 0 or 2 or 3 or 4 or 32 or 37 or 1004, $"the tag {argument}");
                Item();
                break;
            default:
                Assert.True(major < 2);
                break;
        }
    }

    private void Pair()
    {
        var start = _position;
        Item();
        var key = _bytes[start.._position];
        Assert.True(key[0] >> 5 == 3, "a key that is not text");
        _keys.Add(Encoding.UTF8.GetString(key[(key[0] < 0x78 ? 1 : 2)..]));
        Item();
    }

    private ReadOnlySpan<byte> Take(ulong length)
    {
        var taken = _bytes.Slice(_position, (int)length);
        _position += (int)length;
        return taken;
    }

    private ulong Argument(int info)
    {
        if (info < 24)
            return (ulong)info;

        var argument = BigEndian(1 << (info - 24));
        var least = info switch { 24 => 24UL, 25 => 1UL << 8, 26 => 1UL << 16, _ => 1UL << 32 };
        Assert.True(argument >= least, $"{argument} would fit a shorter head");
        return argument;
    }

    private void Simple(int info)
    {
        switch (info)
        {
            case 20 or 21 or 22:
                break;
            case 25:
                var half = BitConverter.UInt16BitsToHalf((ushort)BigEndian(2));
                Assert.True(!Half.IsNaN(half) || BitConverter.HalfToUInt16Bits(half) == 0x7e00, "another NaN");
                break;
            case 26:
                var single = BitConverter.UInt32BitsToSingle((uint)BigEndian(4));
                Assert.True((float)(Half)single != single && !float.IsNaN(single), $"{single} would fit 16 bits");
                break;
            case 27:
                var number = BitConverter.UInt64BitsToDouble(BigEndian(8));
                Assert.True((float)number != number && !double.IsNaN(number), $"{number} would fit 32 bits");
                break;
            default:
                Assert.Fail($"the simple value {info}");
                break;
        }
    }

    private ulong BigEndian(int size)
    {
        var bytes = Take((ulong)size);
        return size switch
        {
            1 => bytes[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(bytes),
            4 => BinaryPrimitives.ReadUInt32BigEndian(bytes),
            _ => BinaryPrimitives.ReadUInt64BigEndian(bytes),
        };
    }
}
