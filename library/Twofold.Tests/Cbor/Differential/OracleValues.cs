using System.Formats.Cbor;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Twofold.Tests.Cbor.Differential;

/// <summary>Reads values of framework types with the means of the framework, other than those that the library uses.</summary>
internal static partial class OracleValues
{
    public static long Ticks(double seconds) => checked((long)Math.Round(seconds * TimeSpan.TicksPerSecond));

    public static Guid Uuid(byte[] bytes) => bytes.Length == 16 ? Guid.Parse(Convert.ToHexString(bytes)) : throw new FormatException();

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset Time(string text) =>
        Rfc3339Time().IsMatch(text) ? DateTimeOffset.Parse(text.ToUpperInvariant(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : throw new FormatException();

    public static TimeSpan Duration(long nanoseconds) => nanoseconds % 100 == 0 ? TimeSpan.FromTicks(nanoseconds / 100) : throw new OverflowException();

    public static decimal Decimal(string text) => JsonNumber().IsMatch(text)
        ? Exact(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), text)
        : throw new FormatException();

    public static decimal Decimal(long exponent, BigInteger mantissa) =>
        Decimal(string.Create(CultureInfo.InvariantCulture, $"{mantissa}E{exponent}"));

    public static BigInteger Mantissa(CborReader reader, CborTag? tag, Func<CborReader, CborTag?, Int128> integer)
    {
        var isBytes = reader.PeekState() is CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString;
        if (!isBytes || tag is not (CborTag.UnsignedBigNum or CborTag.NegativeBigNum))
            return (BigInteger)integer(reader, tag);

        var magnitude = new BigInteger(reader.ReadByteString(), isUnsigned: true, isBigEndian: true);
        return tag == CborTag.NegativeBigNum ? -1 - magnitude : magnitude;
    }

    /// <summary>The framework rounds what does not fit.</summary>
    private static decimal Exact(decimal value, string text)
    {
        var parts = text.Split('e', 'E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var places = point < 0 ? 0 : parts[0].Length - point - 1;
        var written = BigInteger.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var exponent = (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0) - places;

        var bits = decimal.GetBits(value);
        var read = (((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0]) * (value < 0 ? -1 : 1);
        var shift = exponent + value.Scale;
        if (Math.Abs(shift) > 1000)
            return written.IsZero ? value : throw new OverflowException();

        var isExact = shift >= 0 ? written * BigInteger.Pow(10, shift) == read : written == read * BigInteger.Pow(10, -shift);
        return isExact ? value : throw new OverflowException();
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,7}0*)?([Zz]|[+-]\d\d:\d\d)\z")]
    private static partial Regex Rfc3339Time();

    [GeneratedRegex(@"^-?\d+(\.\d+)?([eE][+-]?\d+)?\z")]
    private static partial Regex JsonNumber();
}
