using System.Runtime.CompilerServices;

namespace Twofold.Cbor;

public ref partial struct CborReader
{
    /// <summary>Passes over a null, and returns whether there was one.</summary>
    public bool TryNull()
    {
        SkipTags();
        if (Failed || _position >= _data.Length || _data[_position] is not (0xF6 or 0xF7))
            return false;

        _position++;
        return true;
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

    /// <summary>Reads an integer within bounds, which are part of the message if it is not.</summary>
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

        start = SkipTags();
        if (!TryInteger(start, out var major, out var argument))
            return 0;

        var value = major == CborMajor.Unsigned ? (long)argument : ~(long)argument;
        if (argument > long.MaxValue || value < min || value > max)
            FailRange(start, major, argument, min, (ulong)max);

        return value;
    }

    /// <summary>Reads an unsigned integer of 64 bits.</summary>
    public ulong ReadUInt64()
    {
        var start = SkipTags();
        if (!TryInteger(start, out var major, out var argument))
            return 0;
        if (major == CborMajor.Negative)
            FailRange(start, major, argument, 0, ulong.MaxValue);

        return argument;
    }

    /// <summary>Reads a float of any width.</summary>
    public double ReadDouble()
    {
        var start = SkipTags();
        if (!TryHead(out var major, out var info, out var argument))
            return 0;

        switch (major, info)
        {
            case (CborMajor.Simple, 25):
                return (double)BitConverter.UInt16BitsToHalf((ushort)argument);
            case (CborMajor.Simple, 26):
                return BitConverter.UInt32BitsToSingle((uint)argument);
            case (CborMajor.Simple, 27):
                return BitConverter.UInt64BitsToDouble(argument);
            default:
                FailKind(start, "a float");
                return 0;
        }
    }

    /// <summary>Reads a float of any width, rounded to 32 bits; one that only 64 bits can reach is out of range.</summary>
    public float ReadSingle()
    {
        var start = SkipTags();
        var value = ReadDouble();
        if (float.IsInfinity((float)value) && double.IsFinite(value))
            FailAt(start, "expected a float of 32 bits, found " + value.ToString("R", System.Globalization.CultureInfo.InvariantCulture));

        return (float)value;
    }

    /// <summary>The kind of the next item behind its tags, or Simple at the end of the data.</summary>
    internal CborMajor PeekMajor()
    {
        SkipTags();
        return _position < _data.Length ? (CborMajor)(_data[_position] >> 5) : CborMajor.Simple;
    }

    private bool TryInteger(int start, out CborMajor major, out ulong argument)
    {
        if (!TryHead(out major, out _, out argument))
            return false;
        if (major <= CborMajor.Negative)
            return true;

        FailKind(start, "an integer");
        return false;
    }

    private void FailRange(int start, CborMajor major, ulong argument, long min, ulong max)
    {
        var digits = major == CborMajor.Unsigned ? argument.ToString() : (-1 - (Int128)argument).ToString();
        FailAt(start, $"expected an integer from {min} to {max}, found {digits}");
    }
}
