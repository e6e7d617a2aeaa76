using System.Globalization;
using System.Numerics;
using Twofold.Cbor;

namespace Twofold.Tests.Cbor;

/// <summary>
/// Diagnostic notation (RFC 8949 §8) of the values that the reader returns. The choice of the read method, and the numbers of tags
/// and simple values, which no read method returns, come from the bytes.
/// </summary>
internal sealed class Diagnostic(byte[] bytes)
{
    /// <summary>The notation of the single item in the bytes.</summary>
    public string Print()
    {
        var reader = new CborReader(bytes);
        var text = Item(ref reader);
        reader.End();
        Assert.False(reader.Failed, reader.Error);
        return text;
    }

    private string Item(ref CborReader reader) => Item(ref reader, reader.Position);

    /// <summary>The item with its own head at the offset; the reader is at the tags before it.</summary>
    private string Item(ref CborReader reader, int head)
    {
        var (major, info) = (bytes[head] >> 5, bytes[head] & 0x1f);
        return major switch
        {
            0 => reader.ReadUInt64().ToString(CultureInfo.InvariantCulture),
            1 => Negative(ref reader).ToString(CultureInfo.InvariantCulture),
            2 or 3 when info == 31 => Chunks(ref reader, head, major),
            2 => Quote(reader.ReadBytes()),
            3 => Quote(reader.ReadText()),
            4 => Array(ref reader, info),
            5 => Map(ref reader, info),
            6 => Tag(ref reader, head, info == 24 ? bytes[head + 1] : info, info == 24 ? 2 : 1),
            _ => Simple(ref reader, info, info == 24 ? bytes[head + 1] : info),
        };
    }

    /// <summary>Reads a negative integer. Below the range of 64 bits, its value is taken from the error message.</summary>
    private static BigInteger Negative(ref CborReader reader)
    {
        var refusing = reader;
        var value = reader.ReadInt64();
        if (!reader.Failed)
            return value;

        var error = reader.Error;
        refusing.Skip();
        reader = refusing;
        return BigInteger.Parse(error[(error.IndexOf("found ", StringComparison.Ordinal) + "found ".Length)..], CultureInfo.InvariantCulture);
    }

    private string Chunks(ref CborReader reader, int head, int major)
    {
        var whole = major == 2 ? Quote(reader.ReadBytes()) : Quote(reader.ReadText());
        var chunks = new List<string>();
        for (var at = head + 1; bytes[at] != 0xff;)
        {
            var chunk = new CborReader(bytes.AsSpan(at));
            chunks.Add(Item(ref chunk, at));
            at += chunk.Position;
        }

        Assert.Equal(whole.Trim('h', '\'', '"'), string.Concat(chunks.Select(chunk => chunk.Trim('h', '\'', '"'))));
        return $"(_ {string.Join(", ", chunks)})";
    }

    private string Array(ref CborReader reader, int info)
    {
        var parts = new List<string>();
        var items = reader.BeginArray();
        while (reader.NextItem(ref items))
            parts.Add(Item(ref reader));

        return Enclose('[', ']', info, parts);
    }

    private string Map(ref CborReader reader, int info)
    {
        var parts = new List<string>();
        var items = reader.BeginMap();
        while (reader.NextItem(ref items))
            parts.Add($"{Item(ref reader)}: {Item(ref reader)}");

        return Enclose('{', '}', info, parts);
    }

    private string Tag(ref CborReader reader, int head, int number, int size)
    {
        if (number is not (2 or 3))
            return $"{number}({Item(ref reader, head + size)})";

        var magnitude = new BigInteger(reader.ReadBytes(), isUnsigned: true, isBigEndian: true);
        return (number == 2 ? magnitude : -1 - magnitude).ToString(CultureInfo.InvariantCulture);
    }

    private static string Simple(ref CborReader reader, int info, int number)
    {
        switch (info)
        {
            case 20 or 21:
                return reader.ReadBoolean() ? "true" : "false";
            case 22 or 23:
                Assert.True(reader.TryNull());
                return info == 22 ? "null" : "undefined";
            case 25 or 26 or 27:
                return Float(reader.ReadDouble());
            default:
                reader.Skip();
                return $"simple({number})";
        }
    }

    /// <summary>As the appendix writes floats: always with a point, and exponents without leading zeros.</summary>
    private static string Float(double value)
    {
        if (!double.IsFinite(value))
            return value.ToString(CultureInfo.InvariantCulture);
        if (Math.Abs(value) is > 0 and < 1e-4 and > 1e-5)
            return value.ToString("0.##############", CultureInfo.InvariantCulture);

        var parts = value.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var mantissa = parts[0].Contains('.', StringComparison.Ordinal) ? parts[0] : $"{parts[0]}.0";
        return parts.Length == 1 ? mantissa : $"{mantissa}e{parts[1][0]}{parts[1][1..].TrimStart('0')}";
    }

    private static string Quote(byte[] value) => $"h'{Convert.ToHexStringLower(value)}'";

    private static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Enclose(char open, char close, int info, List<string> parts) =>
        $"{open}{(info == 31 ? "_ " : "")}{string.Join(", ", parts)}{close}";
}
