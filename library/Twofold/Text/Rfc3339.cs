using System.Buffers.Text;
using System.Globalization;

namespace Twofold.Text;

/// <summary>Dates and times as RFC 3339 writes them, in UTF-8.</summary>
internal static class Rfc3339
{
    /// <summary>The longest text that <see cref="Format"/> writes.</summary>
    public const int Longest = 33;

    private const int DateLength = 10;
    private const int TimeLength = 19;
    private const int OffsetLength = 6;
    private const int TickDigits = 7;
    private const int MostOffsetMinutes = 14 * 60;

    /// <summary>Reads a date: <c>2026-11-29</c>.</summary>
    public static bool TryParseDate(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        if (text.Length != DateLength || text[4] != '-' || text[7] != '-'
            || !TryNumber(text[..4], out var year) || !TryNumber(text[5..7], out var month) || !TryNumber(text[8..], out var day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>
    /// Reads a time: <c>2026-11-29T09:00:00.5+01:00</c>. Digits past the seventh of a fraction must be 0, and there are no leap seconds,
    /// because nothing in C# can hold either.
    /// </summary>
    public static bool TryParseTime(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length <= TimeLength || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ') || text[13] != ':' || text[16] != ':'
            || !TryParseDate(text[..DateLength], out var date)
            || !TryNumber(text[11..13], out var hour) || !TryNumber(text[14..16], out var minute) || !TryNumber(text[17..19], out var second)
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        var rest = text[TimeLength..];
        if (!TryFraction(ref rest, out var ticks) || !TryOffset(rest, out var offset))
            return false;

        var local = date.ToDateTime(new TimeOnly(hour, minute, second)).Ticks + ticks;
        return TryMake(local, offset, out time);
    }

    /// <summary>The time with these ticks on a clock whose offset from UTC is given in minutes.</summary>
    public static bool TryMake(long localTicks, int offsetMinutes, out DateTimeOffset time)
    {
        var utcTicks = localTicks - (offsetMinutes * TimeSpan.TicksPerMinute);
        var isValid = Math.Abs((long)offsetMinutes) <= MostOffsetMinutes
            && localTicks >= 0 && localTicks <= DateTime.MaxValue.Ticks && utcTicks >= 0 && utcTicks <= DateTime.MaxValue.Ticks;
        time = isValid ? new DateTimeOffset(localTicks, TimeSpan.FromMinutes(offsetMinutes)) : default;
        return isValid;
    }

    /// <summary>Writes a date; returns the number of bytes.</summary>
    public static int Format(DateOnly date, Span<byte> text)
    {
        date.TryFormat(text, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return length;
    }

    /// <summary>Writes a time with the fewest digits that it needs, and Z for an offset of 0; returns the number of bytes.</summary>
    public static int Format(DateTimeOffset time, Span<byte> text)
    {
        var fraction = time.Ticks % TimeSpan.TicksPerSecond == 0 ? "" : ".FFFFFFF";
        var offset = time.Offset == TimeSpan.Zero ? "'Z'" : "zzz";
        time.TryFormat(text, out var length, $"yyyy-MM-dd'T'HH:mm:ss{fraction}{offset}", CultureInfo.InvariantCulture);
        return length;
    }

    private static bool TryFraction(scoped ref ReadOnlySpan<byte> rest, out int ticks)
    {
        ticks = 0;
        if (rest[0] != '.')
            return true;

        var digits = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 1)
            return false;

        for (var i = 0; i < Math.Max(digits, TickDigits); i++)
        {
            var digit = i < digits ? rest[1 + i] - '0' : 0;
            if (i < TickDigits)
                ticks = (10 * ticks) + digit;
            else if (digit != 0)
                return false;
        }

        rest = rest[(1 + digits)..];
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<byte> rest, out int minutes)
    {
        minutes = 0;
        if (rest.Length == 1)
            return (rest[0] | 0x20) == 'z';
        if (rest.Length != OffsetLength || rest[0] is not ((byte)'+' or (byte)'-') || rest[3] != ':'
            || !TryNumber(rest[1..3], out var hours) || !TryNumber(rest[4..], out minutes) || hours > 23 || minutes > 59)
        {
            return false;
        }

        minutes += 60 * hours;
        minutes = rest[0] == '-' ? -minutes : minutes;
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out int number) =>
        Utf8Parser.TryParse(digits, out number, out var length, 'D') && length == digits.Length && char.IsAsciiDigit((char)digits[0]);
}
