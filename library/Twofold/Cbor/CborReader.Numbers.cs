using System.Numerics;
using System.Runtime.CompilerServices;

namespace Twofold.Cbor;

/// <summary>Reads numbers that are encoded as another numeric type than their member, if the conversion is exact.</summary>
public ref partial struct CborReader
{
    private const ulong PositiveBignum = 2;
    private const ulong NegativeBignum = 3;

    /// <summary>2^53: up to here a double represents every integer exactly.</summary>
    private const double LargestWhole = 9007199254740992;

    private const int DoublePrecision = 53;
    private const int SinglePrecision = 24;
    private const int HalfPrecision = 11;

    private double ReadNumber(int start, ulong tag, int precision)
    {
        if (!TryHead(out var major, out var info, out var argument))
            return 0;

        return (major, info) switch
        {
            (CborMajor.Simple, 25) => (double)BitConverter.UInt16BitsToHalf((ushort)argument),
            (CborMajor.Simple, 26) => BitConverter.UInt32BitsToSingle((uint)argument),
            (CborMajor.Simple, 27) => BitConverter.UInt64BitsToDouble(argument),
            _ => ReadIntegerAsFloat(start, tag, precision),
        };
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private double ReadIntegerAsFloat(int start, ulong tag, int precision)
    {
        _position = start;
        if (!TryHead(out var major, out var info, out var argument))
            return 0;
        if (major > CborMajor.Negative && !TryBignum(start, tag, info, "a float", ref major, ref argument))
            return 0;

        // -1 - argument is stored, so that the magnitude of -2^64 wraps around to 0.
        var magnitude = major == CborMajor.Negative ? argument + 1 : argument;
        if (64 - BitOperations.LeadingZeroCount(magnitude) - BitOperations.TrailingZeroCount(magnitude) > precision)
        {
            FailAt(start, $"expected a float of {(precision == HalfPrecision ? 16 : precision == SinglePrecision ? 32 : 64)} bits, found {Digits(major, argument)}, which it cannot hold exactly");
            return 0;
        }

        return major == CborMajor.Unsigned ? magnitude : magnitude == 0 ? -18446744073709551616.0 : -(double)magnitude;
    }

    /// <summary>Reads an integer that is encoded as a float or a bignum, and returns the head of the equivalent integer.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryOtherInteger(int start, ulong tag, int info, ref CborMajor major, ref ulong argument)
    {
        if (major != CborMajor.Simple || info is not (25 or 26 or 27))
            return TryBignum(start, tag, info, "an integer", ref major, ref argument);

        _position = start;
        var value = ReadNumber(start, tag, DoublePrecision);
        if (Math.Abs(value) <= LargestWhole && Math.Truncate(value) == value)
        {
            var whole = (long)value;
            major = whole < 0 ? CborMajor.Negative : CborMajor.Unsigned;
            argument = (ulong)(whole < 0 ? ~whole : whole);
            return true;
        }

        var problem = !double.IsFinite(value) ? "that is not finite" : Math.Abs(value) > LargestWhole ? "beyond 2^53" : "with a fraction";
        FailAt(start, $"expected an integer, found a float {problem}");
        return false;
    }

    /// <summary>Reads a bignum, a tagged byte string, if its value fits 64 bits.</summary>
    private bool TryBignum(int start, ulong tag, int info, string expected, ref CborMajor major, ref ulong argument)
    {
        if (major != CborMajor.Bytes || tag is not (PositiveBignum or NegativeBignum))
        {
            FailKind(start, expected);
            return false;
        }

        var bytes = TakeString(CborMajor.Bytes, info, argument).TrimStart((byte)0);
        if (Failed)
            return false;

        if (bytes.Length > sizeof(ulong))
        {
            FailAt(start, $"expected {expected}, found a bignum of {bytes.Length} bytes");
            return false;
        }

        major = tag == PositiveBignum ? CborMajor.Unsigned : CborMajor.Negative;
        argument = ReadBigEndian(bytes);
        return true;
    }
}
