using System.Diagnostics.CodeAnalysis;
using System.Formats.Cbor;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Twofold.Tests.CaseTable;

namespace Twofold.E2E.Wire;

/// <summary>
/// Converts JSON to CBOR and back with an implementation other than the one under test. <c>h'00ff'</c> stands for bytes,
/// <c>f'NaN'</c> for a float that is not a JSON number, and <c>cbor'c24105'</c> for an item that is already encoded. A number is a
/// float if it has a point or an exponent.
/// </summary>
internal static class Cbor
{
    /// <summary>Encodes JSON literally: keeps duplicate keys and the order of keys.</summary>
    /// <param name="json">The data.</param>
    /// <param name="indefinite">Whether maps and arrays have indefinite lengths.</param>
    public static byte[] FromJson([StringSyntax(StringSyntaxAttribute.Json)] string json, bool indefinite = false)
    {
        var writer = new CborWriter(CborConformanceMode.Lax, convertIndefiniteLengthEncodings: !indefinite);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        while (reader.Read())
            WriteToken(writer, ref reader);

        return writer.Encode();
    }

    /// <summary>Encodes JSON as a library must: every float in the fewest bytes that are exact.</summary>
    public static byte[] Shortest([StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        var writer = new CborWriter(CborConformanceMode.Lax, convertIndefiniteLengthEncodings: true);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        while (reader.Read())
        {
            if (FloatOf(ref reader) is { } number)
                WriteShortest(writer, number);
            else
                WriteToken(writer, ref reader);
        }

        return writer.Encode();
    }

    /// <summary>Encodes JSON and replaces the text "@" with an encoded item.</summary>
    public static byte[] FromJson([StringSyntax(StringSyntaxAttribute.Json)] string json, byte[] item)
    {
        var data = FromJson(json);
        ReadOnlySpan<byte> placeholder = [0x61, (byte)'@'];
        var place = data.AsSpan().IndexOf(placeholder);
        return [.. data[..place], .. item, .. data[(place + placeholder.Length)..]];
    }

    /// <summary>Decodes one item, which must be valid, fill the bytes, and be expressible in JSON.</summary>
    public static string ToJson(byte[] data)
    {
        var reader = new CborReader(data, CborConformanceMode.Strict);
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            CopyItem(reader, writer);

        if (reader.BytesRemaining > 0)
            throw new CborContentException($"{reader.BytesRemaining} bytes after the item");

        return Encoding.UTF8.GetString(json.ToArray());
    }

    private static void WriteShortest(CborWriter writer, double number)
    {
        if (double.IsNaN(number) || (double)(Half)number == number)
            writer.WriteHalf((Half)number);
        else if ((float)number == number)
            writer.WriteSingle((float)number);
        else
            writer.WriteDouble(number);
    }

    private static double? FloatOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => Notation.Float(reader.GetString()!),
        JsonTokenType.Number when reader.ValueSpan.ContainsAny(".eE"u8) => reader.GetDouble(),
        _ => null,
    };

    private static void WriteFloat(Utf8JsonWriter writer, double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        if (!double.IsFinite(number))
            writer.WriteStringValue($"f'{text}'");
        else
            writer.WriteRawValue(text.AsSpan().ContainsAny('.', 'E') ? text : $"{text}.0");
    }

    private static void WriteToken(CborWriter writer, ref Utf8JsonReader reader)
    {
        if (FloatOf(ref reader) is { } number)
        {
            writer.WriteDouble(number);
            return;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: writer.WriteStartMap(null); break;
            case JsonTokenType.EndObject: writer.WriteEndMap(); break;
            case JsonTokenType.StartArray: writer.WriteStartArray(null); break;
            case JsonTokenType.EndArray: writer.WriteEndArray(); break;
            case JsonTokenType.PropertyName or JsonTokenType.String when Notation.Item(reader.GetString()!) is { } item: writer.WriteEncodedValue(item); break;
            case JsonTokenType.String when Notation.Bytes(reader.GetString()!) is { } bytes: writer.WriteByteString(bytes); break;
            case JsonTokenType.PropertyName or JsonTokenType.String: writer.WriteTextString(reader.GetString()!); break;
            case JsonTokenType.True or JsonTokenType.False: writer.WriteBoolean(reader.GetBoolean()); break;
            case JsonTokenType.Null: writer.WriteNull(); break;
            case JsonTokenType.Number when reader.TryGetInt64(out var integer): writer.WriteInt64(integer); break;
            case JsonTokenType.Number when reader.TryGetUInt64(out var unsigned): writer.WriteUInt64(unsigned); break;
            case JsonTokenType.Number: throw new FormatException($"{Encoding.UTF8.GetString(reader.ValueSpan)} is over 64 bits");
        }
    }

    private static void CopyItem(CborReader reader, Utf8JsonWriter writer)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.StartMap:
                reader.ReadStartMap();
                writer.WriteStartObject();
                while (reader.PeekState() != CborReaderState.EndMap)
                {
                    writer.WritePropertyName(reader.ReadTextString());
                    CopyItem(reader, writer);
                }

                reader.ReadEndMap();
                writer.WriteEndObject();
                break;
            case CborReaderState.StartArray:
                reader.ReadStartArray();
                writer.WriteStartArray();
                while (reader.PeekState() != CborReaderState.EndArray)
                    CopyItem(reader, writer);

                reader.ReadEndArray();
                writer.WriteEndArray();
                break;
            case CborReaderState.TextString: writer.WriteStringValue(reader.ReadTextString()); break;
            case CborReaderState.UnsignedInteger: writer.WriteNumberValue(reader.ReadUInt64()); break;
            case CborReaderState.NegativeInteger: writer.WriteNumberValue(reader.ReadInt64()); break;
            case CborReaderState.ByteString: writer.WriteStringValue($"h'{Convert.ToHexStringLower(reader.ReadByteString())}'"); break;
            case CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat or CborReaderState.DoublePrecisionFloat:
                WriteFloat(writer, reader.ReadDouble());
                break;
            case CborReaderState.Boolean: writer.WriteBooleanValue(reader.ReadBoolean()); break;
            case CborReaderState.Null:
                reader.ReadNull();
                writer.WriteNullValue();
                break;
            case CborReaderState.Tag: writer.WriteStringValue(Notation.Of(reader.ReadEncodedValue())); break;
            case var state: throw new CborContentException($"{state} has no place in a reply");
        }
    }
}
