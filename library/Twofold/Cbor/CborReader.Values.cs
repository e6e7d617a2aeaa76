using System.Runtime.CompilerServices;

namespace Twofold.Cbor;

public ref partial struct CborReader
{
    /// <summary>Skips a null, and returns whether there was one.</summary>
    public bool TryNull()
    {
        var start = _position;
        SkipTags();
        if (_position < _data.Length && _data[_position] is 0xF6 or 0xF7)
        {
            _position++;
            return true;
        }

        // Any other item keeps its tags: its own read has to see them.
        if (!Failed)
            _position = start;

        return false;
    }

    /// <summary>Reads a boolean.</summary>
    public bool ReadBoolean()
    {
        var start = SkipTags();
        if (!TryHead(out var major, out var info, out _))
            return false;
        if (major != CborMajor.Simple || info is not (20 or 21))
            FailKind(start, "a boolean");

        return info == 21;
    }

    /// <summary>Reads an integer that fits 32 bits.</summary>
    public int ReadInt32() => (int)ReadInteger(int.MinValue, int.MaxValue);

    /// <summary>Reads an unsigned integer that fits 32 bits.</summary>
    public uint ReadUInt32() => (uint)ReadInteger(0, uint.MaxValue);

    /// <summary>Reads an integer that fits 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ReadInt64() => TryShortHead(CborMajor.Unsigned, out var small) ? small : ReadInteger(long.MinValue, long.MaxValue);

    /// <summary>
    /// Reads an integer within bounds; the error for any other names them. A bignum (RFC 8949 §3.4.3) and a float without a fraction,
    /// from -2^53 to 2^53, are integers too.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public long ReadInteger(long min, long max)
    {
        var start = _position;
        if (TryShortHead(CborMajor.Unsigned, out var small))
        {
            if (small < min || small > max)
                FailRange(start, CborMajor.Unsigned, (uint)small, min, (ulong)max);

            return small;
        }

        if (!TryInteger(out start, out var major, out var argument))
            return 0;

        var value = major == CborMajor.Unsigned ? (long)argument : ~(long)argument;
        if (argument > long.MaxValue || value < min || value > max)
            FailRange(start, major, argument, min, (ulong)max);

        return value;
    }

    /// <summary>Reads an unsigned integer of 64 bits, as <see cref="ReadInteger"/> does.</summary>
    public ulong ReadUInt64()
    {
        if (!TryInteger(out var start, out var major, out var argument))
            return 0;
        if (major == CborMajor.Negative)
            FailRange(start, major, argument, 0, ulong.MaxValue);

        return argument;
    }

    /// <summary>Reads a float of any width, or an integer that 64 bits hold exactly.</summary>
    public double ReadDouble() => ReadNumber(SkipTags(out var tag), tag, DoublePrecision);

    /// <summary>
    /// Reads a float of any width, rounded to 32 bits, or an integer that 32 bits hold exactly. A float beyond the range of 32 bits is
    /// an error.
    /// </summary>
    public float ReadSingle()
    {
        var start = SkipTags(out var tag);
        var value = ReadNumber(start, tag, SinglePrecision);
        if (float.IsInfinity((float)value) && double.IsFinite(value))
            FailAt(start, "expected a float of 32 bits, found " + value.ToString("R", System.Globalization.CultureInfo.InvariantCulture));

        return (float)value;
    }

    /// <summary>The kind of the next item after its tags, or Simple at the end of the data.</summary>
    internal CborMajor PeekMajor()
    {
        SkipTags();
        return _position < _data.Length ? (CborMajor)(_data[_position] >> 5) : CborMajor.Simple;
    }

    private bool TryInteger(out int start, out CborMajor major, out ulong argument)
    {
        start = SkipTags(out var tag);
        if (!TryHead(out major, out var info, out argument))
            return false;

        return major <= CborMajor.Negative || TryOtherInteger(start, tag, info, ref major, ref argument);
    }

    private void FailRange(int start, CborMajor major, ulong argument, long min, ulong max) =>
        FailAt(start, $"expected an integer from {min} to {max}, found {Digits(major, argument)}");

    private static string Digits(CborMajor major, ulong argument) =>
        major == CborMajor.Unsigned ? argument.ToString() : (-1 - (Int128)argument).ToString();
}
