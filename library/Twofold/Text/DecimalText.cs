using System.Globalization;

namespace Twofold.Text;

/// <summary>Decimals as digits, and as a mantissa and an exponent of ten.</summary>
internal static class DecimalText
{
    /// <summary>The most places after the point that a decimal has.</summary>
    private const int MostPlaces = 28;

    // No text of a decimal that fits is longer, whatever zeros it has.
    private const int LongestText = 128;

    private static readonly UInt128 s_mostMantissa = (UInt128.One << 96) - 1;

    /// <summary>A decimal with this value; false if its 96 bits and 28 places cannot hold it exactly.</summary>
    public static bool TryMake(bool isNegative, UInt128 mantissa, long exponent, out decimal value)
    {
        value = 0;
        if (mantissa == 0)
            exponent = Math.Clamp(exponent, -MostPlaces, 0);

        while (exponent < -MostPlaces || (mantissa > s_mostMantissa && exponent < 0))
        {
            if (mantissa % 10 != 0)
                return false;

            mantissa /= 10;
            exponent++;
        }

        for (; exponent > 0 && mantissa <= s_mostMantissa; exponent--)
            mantissa *= 10;
        if (mantissa > s_mostMantissa)
            return false;

        value = new decimal((int)(uint)mantissa, (int)(uint)(mantissa >> 32), (int)(uint)(mantissa >> 64), isNegative, (byte)-exponent);
        return true;
    }

    /// <summary>The mantissa of a decimal without its sign, and how many of its digits are after the point.</summary>
    public static (UInt128 Mantissa, int Places) Split(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        return ((UInt128)(uint)parts[2] << 64 | (UInt128)(uint)parts[1] << 32 | (uint)parts[0], value.Scale);
    }

    /// <summary>Reads digits with an optional sign, point and exponent, as JSON writes numbers.</summary>
    /// <returns>Whether the text is a decimal number; <paramref name="value"/> is null if a decimal cannot hold it exactly.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out decimal? value)
    {
        value = null;
        var isNegative = text.StartsWith("-"u8);
        var rest = isNegative ? text[1..] : text;
        if (!TryDigits(ref rest, out var whole))
            return false;

        ReadOnlySpan<byte> fraction = default;
        if (rest.StartsWith("."u8))
        {
            rest = rest[1..];
            if (!TryDigits(ref rest, out fraction))
                return false;
        }

        if (!TryExponent(rest, out var exponent))
            return false;

        if (text.Length <= LongestText
            && TryMantissa(whole, fraction.TrimEnd((byte)'0'), fraction.Length, out var mantissa, out var places)
            && TryMake(isNegative, mantissa, exponent - places, out var exact))
        {
            value = exact;
        }

        return true;
    }

    /// <summary>The digits: <c>-12.50</c>.</summary>
    public static string Format(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static bool TryDigits(scoped ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> digits)
    {
        var count = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        digits = count < 0 ? rest : rest[..count];
        rest = rest[digits.Length..];
        return digits.Length > 0;
    }

    private static bool TryExponent(ReadOnlySpan<byte> rest, out long exponent)
    {
        exponent = 0;
        if (rest.IsEmpty)
            return true;
        if ((rest[0] | 0x20) != 'e')
            return false;

        rest = rest[1..];
        var isNegative = rest.StartsWith("-"u8);
        if (isNegative || rest.StartsWith("+"u8))
            rest = rest[1..];
        if (!TryDigits(ref rest, out var digits) || !rest.IsEmpty)
            return false;

        // Beyond a few hundred, more digits make no difference.
        foreach (var digit in digits)
            exponent = Math.Min(1000, (10 * exponent) + (digit - '0'));

        exponent = isNegative ? -exponent : exponent;
        return true;
    }

    /// <summary>The digits as one number. Zeros at the end of the fraction count as places while there is room for them.</summary>
    private static bool TryMantissa(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction, int written, out UInt128 mantissa, out int places)
    {
        mantissa = 0;
        places = 0;
        foreach (var digit in whole)
        {
            if (!TryAppend(ref mantissa, digit))
                return false;
        }

        foreach (var digit in fraction)
        {
            if (!TryAppend(ref mantissa, digit))
                return false;

            places++;
        }

        for (; places < Math.Min(written, MostPlaces) && mantissa <= s_mostMantissa / 10; places++)
            mantissa *= 10;

        return true;
    }

    private static bool TryAppend(ref UInt128 mantissa, byte digit)
    {
        if (mantissa > (UInt128.MaxValue - 9) / 10)
            return false;

        mantissa = (10 * mantissa) + (uint)(digit - '0');
        return true;
    }
}
