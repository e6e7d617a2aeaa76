using System.Text;

namespace Twofold.Tests.Cbor;

/// <summary>Random documents, most of them well-formed, and damage to them.</summary>
internal sealed class RandomCbor(Random random)
{
    // Each is a valid or an invalid UTF-8 sequence; when cut or concatenated, valid ones often become invalid.
    private static readonly byte[][] s_letters =
        [.. new[] { "\u00e9", "\u6c34", "\U0001f600", "\u0000", "\ufffd" }.Select(Encoding.UTF8.GetBytes), [0xc3], [0xed, 0xa0, 0x80], [0xff]];

    private static readonly double[] s_floats =
    [
        0, -0.0, 1, -1.5, 65504, 65520, float.MaxValue, float.Epsilon, double.MaxValue, double.Epsilon, Math.PI, double.NaN,
        double.PositiveInfinity, double.NegativeInfinity,
    ];

    /// <summary>A random document. It may have every kind of item, with heads of every width.</summary>
    public byte[] Document()
    {
        var bytes = new List<byte>();
        if (random.Next(256) == 0)
            Wrap(bytes, random.Next(60, 70));
        else
            Item(bytes, depth: random.Next(6));
        return [.. bytes];
    }

    /// <summary>A document with flipped, inserted, removed, overwritten or repeated bytes.</summary>
    public byte[] Mutated() => Mutated(Document());

    /// <summary>The same damage to a given document.</summary>
    public byte[] Mutated(byte[] document)
    {
        var bytes = document.ToList();
        for (var damage = random.Next(1, 4); damage > 0 && bytes.Count > 0; damage--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.Insert(at, Byte());
                    break;
                case 2:
                    bytes.RemoveAt(at);
                    break;
                case 3:
                    bytes[at] = Byte();
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, random.Next(bytes.Count - at)));
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Random bytes, which are hardly ever a well-formed document.</summary>
    public byte[] Noise()
    {
        var bytes = new byte[random.Next(1, 24)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Nested lists of one item each.</summary>
    private void Wrap(List<byte> bytes, int levels)
    {
        for (var level = 0; level < levels; level++)
            bytes.Add(0x81);
        Item(bytes, depth: 1);
    }

    private void Item(List<byte> bytes, int depth)
    {
        var kind = random.Next(depth > 0 ? 8 : 5);
        switch (kind)
        {
            case 0 or 1:
                Head(bytes, kind, (ulong)random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64));
                break;
            case 2 or 3:
                String(bytes, kind);
                break;
            case 4:
                Simple(bytes);
                break;
            case 5:
                Head(bytes, 6, (ulong)random.Next(70_000));
                Item(bytes, depth - 1);
                break;
            default:
                Container(bytes, kind - 2, depth);
                break;
        }
    }

    private void Container(List<byte> bytes, int major, int depth)
    {
        var isIndefinite = random.Next(3) == 0;
        var count = random.Next(5);
        if (isIndefinite)
            bytes.Add((byte)((major << 5) | 31));
        else
            Head(bytes, major, (ulong)count);

        for (var i = 0; i < count * (major - 3); i++)
            Item(bytes, depth - 1);
        if (isIndefinite)
            bytes.Add(0xff);
    }

    private void String(List<byte> bytes, int major)
    {
        if (random.Next(4) > 0)
        {
            Piece(bytes, major);
            return;
        }

        bytes.Add((byte)((major << 5) | 31));
        for (var chunks = random.Next(4); chunks > 0; chunks--)
            Piece(bytes, major);
        bytes.Add(0xff);
    }

    private void Piece(List<byte> bytes, int major)
    {
        var size = random.Next(20) == 0 ? random.Next(300) : random.Next(6);
        if (major == 3 && random.Next(8) == 0)
        {
            var letters = Enumerable.Range(0, size).SelectMany(_ => s_letters[random.Next(s_letters.Length)]).ToList();
            Head(bytes, major, (ulong)letters.Count);
            bytes.AddRange(letters);
            return;
        }

        Head(bytes, major, (ulong)size);
        for (var i = 0; i < size; i++)
            bytes.Add(major == 3 ? (byte)random.Next(0x20, 0x7f) : Byte());
    }

    private void Simple(List<byte> bytes)
    {
        switch (random.Next(5))
        {
            case 0:
                bytes.Add((byte)(0xe0 | random.Next(24)));
                break;
            case 1:
                bytes.AddRange([0xf8, (byte)random.Next(32, 256)]);
                break;
            default:
                Float(bytes, width: random.Next(3));
                break;
        }
    }

    /// <summary>Random bits, or a value at the edge of some width, in 2, 4 or 8 bytes.</summary>
    private void Float(List<byte> bytes, int width)
    {
        var edge = s_floats[random.Next(s_floats.Length)];
        var bits = random.Next(2) == 0 ? (ulong)random.NextInt64(long.MinValue, long.MaxValue) : width switch
        {
            0 => BitConverter.HalfToUInt16Bits((Half)edge),
            1 => BitConverter.SingleToUInt32Bits((float)edge),
            _ => BitConverter.DoubleToUInt64Bits(edge),
        };
        bytes.Add((byte)(0xf9 + width));
        for (var i = (2 << width) - 1; i >= 0; i--)
            bytes.Add((byte)(bits >> (8 * i)));
    }

    /// <summary>A head of the shortest width, or a wider one.</summary>
    private void Head(List<byte> bytes, int major, ulong argument)
    {
        var width = argument < 24 ? 0 : argument <= 0xff ? 1 : argument <= 0xffff ? 2 : argument <= 0xffffffff ? 4 : 8;
        if (random.Next(4) == 0)
            width = Math.Max(width, 1 << random.Next(4));

        if (width == 0)
        {
            bytes.Add((byte)((major << 5) | (int)argument));
            return;
        }

        bytes.Add((byte)((major << 5) | (24 + System.Numerics.BitOperations.Log2((uint)width))));
        for (var i = width - 1; i >= 0; i--)
            bytes.Add((byte)(argument >> (8 * i)));
    }

    private byte Byte() => (byte)random.Next(256);
}
