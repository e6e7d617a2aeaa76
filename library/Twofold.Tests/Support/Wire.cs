using System.Buffers.Binary;
using System.Formats.Cbor;
using System.Text;

namespace Twofold.Tests.Support;

/// <summary>Requests of a peer, encoded with a codec other than the one under test.</summary>
internal static class Wire
{
    public static byte[] Hex(string hex) => Convert.FromHexString(hex);

    /// <summary>A map's pairs, in order, for <see cref="Encode"/>.</summary>
    public static KeyValuePair<string, object?>[] Map(params (string Key, object? Value)[] pairs) =>
        [.. pairs.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))];

    /// <summary>A list's items, for <see cref="Encode"/>.</summary>
    public static object?[] List(params object?[] items) => items;

    /// <summary>Encodes text, integers, booleans, null, maps and lists. A byte array is an item that is already encoded.</summary>
    public static byte[] Encode(object? value)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        Write(writer, value);
        return writer.Encode();
    }

    public static byte[] Request(string method, byte[] payload) => Request(Encoding.UTF8.GetBytes(method), payload);

    public static byte[] Request(string method, object? payload) => Request(method, Encode(payload));

    public static byte[] Request(byte[] method, byte[] payload) => [.. Length(method.Length), .. method, .. Length(payload.Length), .. payload];

    public static byte[] Length(long length)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, checked((uint)length));
        return bytes;
    }

    /// <summary>The complete frames at the start of the bytes.</summary>
    public static List<Reply> Replies(ReadOnlySpan<byte> bytes)
    {
        var replies = new List<Reply>();
        while (bytes.Length >= 8 && BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) is var size && bytes.Length - 8 >= size)
        {
            replies.Add(new Reply(BinaryPrimitives.ReadInt32BigEndian(bytes), bytes.Slice(8, (int)size).ToArray()));
            bytes = bytes[(8 + (int)size)..];
        }

        return replies;
    }

    private static void Write(CborWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNull();
                break;
            case string text:
                writer.WriteTextString(text);
                break;
            case bool flag:
                writer.WriteBoolean(flag);
                break;
            case byte[] encoded:
                writer.WriteEncodedValue(encoded);
                break;
            case KeyValuePair<string, object?>[] pairs:
                writer.WriteStartMap(pairs.Length);
                foreach (var (key, item) in pairs)
                {
                    writer.WriteTextString(key);
                    Write(writer, item);
                }

                writer.WriteEndMap();
                break;
            case object?[] items:
                writer.WriteStartArray(items.Length);
                foreach (var item in items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteInt64(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }
}

/// <summary>A frame from the server.</summary>
internal readonly record struct Reply(int Status, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The body of an OK reply, decoded by another codec.</summary>
    public CborReader Read() => new(Body);

    public override string ToString() => Status == 0 ? $"OK {Convert.ToHexString(Body)}" : $"{Status} {Text}";
}
