using System.Formats.Cbor;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Twofold.Tests.CaseTable;

/// <summary>
/// Notation for values that JSON lacks: <c>"h'00ff'"</c> stands for bytes, <c>"f'NaN'"</c> for a float that is not a JSON number,
/// and <c>"cbor'c24105'"</c>, also as a key, for an item that is already encoded. Others stand for tagged items: <c>time'...'</c>,
/// <c>date'...'</c>, <c>uuid'...'</c>, <c>uri'...'</c> and <c>decimal'...'</c>.
/// </summary>
internal static class Notation
{
    /// <summary>The bytes that a text stands for, or null.</summary>
    public static byte[]? Bytes(string text) => text is ['h', '\'', .. var hex, '\''] ? Convert.FromHexString(hex) : null;

    /// <summary>The bytes that a value stands for.</summary>
    /// <exception cref="InvalidDataException">The value does not stand for bytes.</exception>
    public static byte[] Bytes(JsonElement value) =>
        (value.ValueKind == JsonValueKind.String ? Bytes(value.GetString()!) : null) ?? throw new InvalidDataException($"these are no bytes: {value.GetRawText()}");

    /// <summary>The encoded item that a text stands for, or null.</summary>
    public static byte[]? Item(string text)
    {
        if (Quoted("cbor", text) is { } hex)
            return Convert.FromHexString(hex);
        if (Quoted("time", text) is { } time)
            return Tagged(CborTag.DateTimeString, writer => writer.WriteTextString(time));
        if (Quoted("date", text) is { } date)
            return Tagged((CborTag)1004, writer => writer.WriteTextString(date));
        if (Quoted("uuid", text) is { } uuid)
            return Tagged((CborTag)37, writer => writer.WriteByteString(Guid.Parse(uuid).ToByteArray(bigEndian: true)));
        if (Quoted("uri", text) is { } uri)
            return Tagged(CborTag.Uri, writer => writer.WriteTextString(uri));
        if (Quoted("decimal", text) is not { } digits)
            return null;

        return Decimal(decimal.Parse(digits, CultureInfo.InvariantCulture));
    }

    /// <summary>The notation of a tagged item. A time has as many digits as it needs.</summary>
    public static string Of(ReadOnlyMemory<byte> item)
    {
        var reader = new CborReader(item, CborConformanceMode.Lax);
        switch ((ulong)reader.ReadTag())
        {
            case 0:
                var time = DateTimeOffset.Parse(reader.ReadTextString(), CultureInfo.InvariantCulture);
                return string.Create(CultureInfo.InvariantCulture, $"time'{time:yyyy-MM-dd'T'HH:mm:ss.FFFFFFF}{(time.Offset == TimeSpan.Zero ? "Z" : $"{time:zzz}")}'");
            case 4:
                reader.ReadStartArray();
                return $"decimal'{Digits(reader.ReadInt32(), ReadMantissa(reader))}'";
            case 32:
                return $"uri'{reader.ReadTextString()}'";
            case 37:
                return $"uuid'{new Guid(reader.ReadByteString(), bigEndian: true)}'";
            case 1004:
                return $"date'{reader.ReadTextString()}'";
            default:
                return $"cbor'{Convert.ToHexStringLower(item.Span)}'";
        }
    }

    /// <summary>What such a text has between its quotes, or null if it has another prefix.</summary>
    public static string? Quoted(string prefix, string? text) =>
        text is not null && text.StartsWith($"{prefix}'", StringComparison.Ordinal) && text.EndsWith('\'') ? text[(prefix.Length + 1)..^1] : null;

    /// <summary>The float that a text stands for, or null.</summary>
    public static double? Float(string text) =>
        text is ['f', '\'', .. var number, '\''] ? double.Parse(number, CultureInfo.InvariantCulture) : null;

    /// <summary>CborWriter.WriteDecimal writes bignums where integers would do.</summary>
    private static byte[] Decimal(decimal value) => Tagged(CborTag.DecimalFraction, writer =>
    {
        var mantissa = Mantissa(value);
        writer.WriteStartArray(2);
        writer.WriteInt32(-value.Scale);
        if (mantissa >= 0 && mantissa <= ulong.MaxValue)
            writer.WriteUInt64((ulong)mantissa);
        else if (mantissa < 0 && -1 - mantissa <= ulong.MaxValue)
            writer.WriteCborNegativeIntegerRepresentation((ulong)(-1 - mantissa));
        else
            writer.WriteBigInteger(mantissa);
        writer.WriteEndArray();
    });

    private static BigInteger Mantissa(decimal value)
    {
        var bits = decimal.GetBits(value);
        var mantissa = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return value < 0 ? -mantissa : mantissa;
    }

    private static BigInteger ReadMantissa(CborReader reader) =>
        reader.PeekState() == CborReaderState.Tag ? reader.ReadBigInteger()
        : reader.PeekState() == CborReaderState.UnsignedInteger ? reader.ReadUInt64()
        : -1 - (BigInteger)reader.ReadCborNegativeIntegerRepresentation();

    private static string Digits(int exponent, BigInteger mantissa)
    {
        var digits = BigInteger.Abs(mantissa).ToString(CultureInfo.InvariantCulture).PadLeft(1 - exponent, '0');
        return (mantissa < 0 ? "-" : "") + (exponent < 0 ? $"{digits[..^-exponent]}.{digits[^-exponent..]}" : digits + new string('0', exponent));
    }

    private static byte[] Tagged(CborTag tag, Action<CborWriter> write)
    {
        var writer = new CborWriter();
        writer.WriteTag(tag);
        write(writer);
        return writer.Encode();
    }
}
