using System.Buffers.Text;
using System.Runtime.CompilerServices;
using Twofold.Text;

namespace Twofold.Cbor;

/// <summary>Reads the values that have a tag of their own. The tag may be missing where the value is clear without it.</summary>
public ref partial struct CborReader
{
    private const ulong EpochTag = 1;
    private const ulong DecimalTag = 4;
    private const ulong DaysTag = 100;
    private const int UuidSize = 16;

    private const string AnyDate = "a date from 0001-01-01 to 9999-12-31";
    private const string AnyTime = "an RFC 3339 time in the years 1 to 9999, in steps of 100 ns";
    private const string AnyDecimal = "a decimal of at most 96 bits and 28 places";

    /// <summary>Reads a UUID: 16 bytes in the order of RFC 4122, or text.</summary>
    public Guid ReadUuid()
    {
        const string Expected = "a UUID";
        var start = SkipTags();
        if (!TryHead(out var major, out var info, out var length))
            return default;

        if (major == CborMajor.Bytes)
        {
            var bytes = TakeString(CborMajor.Bytes, info, length);
            if (bytes.Length == UuidSize)
                return new Guid(bytes, bigEndian: true);

            FailAt(start, $"expected {Expected}, found {bytes.Length} bytes");
            return default;
        }

        if (!TryUtf8(start, major, Expected, out var text))
            return default;
        if (text.Length == 36 && Utf8Parser.TryParse(text, out Guid value, out var size, 'D') && size == text.Length)
            return value;

        FailText(start, Expected, text);
        return default;
    }

    /// <summary>Reads a date: text (RFC 8943), or with tag 100 the days since 1970-01-01.</summary>
    public DateOnly ReadDate()
    {
        var start = SkipTags(out var tag);
        if (!TryHead(out var major, out _, out var argument))
            return default;

        if (tag == DaysTag && major <= CborMajor.Negative)
        {
            var epoch = new DateOnly(1970, 1, 1).DayNumber;
            var day = epoch + (major == CborMajor.Unsigned ? (Int128)argument : -1 - (Int128)argument);
            if (day >= 0 && day <= DateOnly.MaxValue.DayNumber)
                return DateOnly.FromDayNumber((int)day);

            FailAt(start, $"expected {AnyDate}, found {Digits(major, argument)} days");
            return default;
        }

        if (!TryUtf8(start, major, AnyDate, out var text))
            return default;
        if (Rfc3339.TryParseDate(text, out var date))
            return date;

        FailText(start, AnyDate, text);
        return default;
    }

    /// <summary>Reads a point in time: text (RFC 3339), or with tag 1 the seconds since 1970-01-01 in UTC.</summary>
    public DateTimeOffset ReadTime()
    {
        var start = SkipTags(out var tag);
        if (!TryHead(out var major, out var info, out _))
            return default;
        if (tag == EpochTag && (major <= CborMajor.Negative || (major == CborMajor.Simple && info is 25 or 26 or 27)))
            return ReadEpoch(start);

        if (!TryUtf8(start, major, AnyTime, out var text))
            return default;
        if (Rfc3339.TryParseTime(text, out var time))
            return time;

        FailText(start, AnyTime, text);
        return default;
    }

    /// <summary>Reads a duration in nanoseconds.</summary>
    public TimeSpan ReadDuration()
    {
        var start = _position;
        var nanoseconds = ReadInt64();
        if (nanoseconds % TimeSpan.NanosecondsPerTick == 0)
            return new TimeSpan(nanoseconds / TimeSpan.NanosecondsPerTick);

        FailAt(start, $"expected a duration in steps of 100 ns, found {nanoseconds}");
        return default;
    }

    /// <summary>Reads a decimal: a decimal fraction (RFC 8949 §3.4.4), an integer, a float without a fraction, or text.</summary>
    public decimal ReadDecimal()
    {
        const string Expected = "a decimal";
        var start = SkipTags(out var tag);
        if (!TryHead(out var major, out var info, out var argument))
            return 0;

        switch (major)
        {
            case CborMajor.Array when tag == DecimalTag:
                return ReadFraction(start, info, argument);
            case CborMajor.Text:
                return ReadDecimalText(start, Expected);
            case CborMajor.Simple when info is 25 or 26 or 27:
                _position = start;
                var number = ReadNumber(start, tag, DoublePrecision);
                if (Math.Abs(number) <= LargestWhole && Math.Truncate(number) == number)
                    return (long)number;

                FailKind(start, Expected);
                return 0;
            case CborMajor.Unsigned or CborMajor.Negative:
            case CborMajor.Bytes when tag is PositiveBignum or NegativeBignum:
                _position = start;
                return ReadWhole(start, start, tag) is { } whole ? ToDecimal(start, whole, 0) : 0;
            default:
                FailKind(start, Expected);
                return 0;
        }
    }

    /// <summary>Reads a URI, relative ones included.</summary>
    public Uri? ReadUri()
    {
        var start = SkipTags();
        var text = ReadText();
        if (Failed)
            return null;
        if (Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var uri))
            return uri;

        FailAt(start, $"expected a URI, found text \"{Printable.Shorten(text)}\"");
        return null;
    }

    /// <summary>Reads a text of one UTF-16 unit.</summary>
    public char ReadChar()
    {
        var start = SkipTags();
        var text = ReadText();
        if (text.Length == 1 || Failed)
            return Failed ? default : text[0];

        FailAt(start, $"expected a text of one UTF-16 unit, found text \"{Printable.Shorten(text)}\"");
        return default;
    }

    /// <summary>Reads a float of any width, rounded to 16 bits; one beyond their range is an error.</summary>
    public Half ReadHalf()
    {
        var start = SkipTags(out var tag);
        var value = ReadNumber(start, tag, HalfPrecision);
        if (Half.IsInfinity((Half)value) && double.IsFinite(value))
            FailAt(start, "expected a float of 16 bits, found " + value.ToString("R", System.Globalization.CultureInfo.InvariantCulture));

        return (Half)value;
    }

    private DateTimeOffset ReadEpoch(int start)
    {
        _position = start;
        var seconds = ReadNumber(start, EpochTag, DoublePrecision);
        var ticks = seconds * TimeSpan.TicksPerSecond;
        if (Failed)
            return default;

        // A float has no room for more digits than ticks have.
        if (Math.Abs(ticks) < long.MaxValue && Rfc3339.TryMake(DateTime.UnixEpoch.Ticks + (long)Math.Round(ticks), 0, out var time))
            return time;

        FailAt(start, $"expected {AnyTime}, found {seconds.ToString("R", System.Globalization.CultureInfo.InvariantCulture)} seconds");
        return default;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private decimal ReadDecimalText(int start, string expected)
    {
        _position = start;
        var text = ReadUtf8();
        if (Failed)
            return 0;
        if (DecimalText.TryParse(text, out var value) && value is { } exact)
            return exact;

        FailText(start, DecimalText.TryParse(text, out _) ? AnyDecimal : expected, text);
        return 0;
    }

    /// <summary>Reads the exponent and the mantissa; the head of their array has been read.</summary>
    private decimal ReadFraction(int start, int info, ulong count)
    {
        var items = new CborItems { Remaining = Enter(start, info, count, bytesPerItem: 1) };
        var exponent = NextItem(ref items) ? ReadInt64() : 0;
        var mantissa = NextItem(ref items) ? ReadWhole(start, SkipTags(out var tag), tag) : null;
        if (!Failed && (mantissa is null || NextItem(ref items)))
            FailAt(start, "expected a decimal, found an array that is not an exponent and a mantissa");
        if (Failed)
            return 0;

        return ToDecimal(start, mantissa!.Value, exponent);
    }

    /// <summary>Reads an integer of up to 128 bits, without its sign, of the decimal that begins at <paramref name="whole"/>.</summary>
    private (bool IsNegative, UInt128 Magnitude)? ReadWhole(int whole, int start, ulong tag)
    {
        if (!TryHead(out var major, out var info, out var argument))
            return null;

        if (major == CborMajor.Bytes && tag is PositiveBignum or NegativeBignum)
        {
            var digits = TakeString(CborMajor.Bytes, info, argument).TrimStart((byte)0);
            if (digits.Length > UuidSize)
                FailAt(whole, $"expected {AnyDecimal}, found a bignum of {digits.Length} bytes");
            if (Failed)
                return null;

            UInt128 magnitude = 0;
            foreach (var digit in digits)
                magnitude = magnitude << 8 | digit;

            return Signed(tag == NegativeBignum, magnitude);
        }

        if (major > CborMajor.Negative && !TryOtherInteger(start, tag, info, ref major, ref argument))
            return null;

        return Signed(major == CborMajor.Negative, argument);
    }

    /// <summary>A negative integer is stored as -1 minus its value.</summary>
    private static (bool, UInt128) Signed(bool isNegative, UInt128 argument) =>
        isNegative ? (true, argument == UInt128.MaxValue ? argument : argument + 1) : (false, argument);

    private bool TryUtf8(int start, CborMajor major, string expected, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (major != CborMajor.Text)
        {
            FailKind(start, expected);
            return false;
        }

        _position = start;
        text = ReadUtf8();
        return !Failed;
    }

    private decimal ToDecimal(int start, (bool IsNegative, UInt128 Magnitude) mantissa, long exponent)
    {
        if (DecimalText.TryMake(mantissa.IsNegative, mantissa.Magnitude, exponent, out var value))
            return value;

        FailAt(start, $"expected {AnyDecimal}, found {(mantissa.IsNegative ? "-" : "")}{mantissa.Magnitude}{(exponent == 0 ? "" : $"E{exponent}")}");
        return 0;
    }

    private void FailText(int start, string expected, ReadOnlySpan<byte> text) =>
        FailAt(start, $"expected {expected}, found text \"{Show(text)}\"");
}
