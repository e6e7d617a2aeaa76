using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Twofold.Attacks;

/// <summary>The bytes of requests: valid ones, and others.</summary>
internal static class Requests
{
    /// <summary>In parameters this text stands for a long text, see <see cref="Encode"/>.</summary>
    public const string LongText = "TEXT";

    /// <summary>In parameters this text stands for a long list of short texts.</summary>
    public const string LongList = "LIST";

    /// <summary>A frame: <c>[u32 method_len][method][u32 payload_len][payload]</c>.</summary>
    public static byte[] Frame(string method, ReadOnlySpan<byte> payload)
    {
        var name = Encoding.UTF8.GetBytes(method);
        var frame = new byte[8 + name.Length + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, name.Length);
        name.CopyTo(frame, 4);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4 + name.Length), payload.Length);
        payload.CopyTo(frame.AsSpan(8 + name.Length));
        return frame;
    }

    /// <summary>The CBOR of parameters that are given in JSON.</summary>
    /// <param name="json">An object. Integers, texts, booleans, null, arrays and objects.</param>
    /// <param name="size">The bytes of what <see cref="LongText"/> and <see cref="LongList"/> stand for.</param>
    /// <exception cref="AttackException">It is not JSON, or has something else.</exception>
    public static byte[] Encode(string json, int size = 0)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            using var output = new MemoryStream();
            Write(output, document.RootElement, size);
            return output.ToArray();
        }
        catch (JsonException e)
        {
            throw new AttackException($"parameters that are not JSON: {json} ({e.Message})", e);
        }
    }

    /// <summary>A text as JSON.</summary>
    public static string Quote(string text) => JsonSerializer.Serialize(text);

    /// <summary>The map <c>{"req": {"messages": [], "tags": item}}</c> or, for a server without such a method, <c>{"padding": item}</c>.</summary>
    public static byte[] Around(bool isRequest, ReadOnlySpan<byte> item) => isRequest
        ? [0xA1, 0x63, .. "req"u8, 0xA2, 0x68, .. "messages"u8, 0x80, 0x64, .. "tags"u8, .. item]
        : [0xA1, 0x67, .. "padding"u8, .. item];

    /// <summary>An item that is wrong: a list at its last item, tags without an end, or arrays that are nested too deep.</summary>
    public static byte[] Malformed(int kind, int size)
    {
        var item = new byte[size];
        item.AsSpan().Fill(kind switch { 0 => 0x60, 1 => 0xC1, _ => 0x81 });
        item[^1] = kind == 0 ? (byte)0x00 : (byte)0xFF;
        if (kind != 0)
            return item;

        item[0] = 0x9A;
        BinaryPrimitives.WriteInt32BigEndian(item.AsSpan(1), size - 5);
        return item;
    }

    private static void Write(MemoryStream output, JsonElement value, int size)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteHead(output, 5, (ulong)value.EnumerateObject().Count());
                foreach (var member in value.EnumerateObject())
                {
                    WriteText(output, member.Name);
                    Write(output, member.Value, size);
                }

                break;
            case JsonValueKind.Array:
                WriteHead(output, 4, (ulong)value.GetArrayLength());
                foreach (var item in value.EnumerateArray())
                    Write(output, item, size);
                break;
            case JsonValueKind.String when value.GetString() == LongText:
                WriteText(output, new string('x', size));
                break;
            case JsonValueKind.String when value.GetString() == LongList:
                WriteHead(output, 4, (ulong)size / 2);
                output.Write(Letters(size / 2));
                break;
            case JsonValueKind.String: WriteText(output, value.GetString()!); break;
            case JsonValueKind.True: output.WriteByte(0xF5); break;
            case JsonValueKind.False: output.WriteByte(0xF4); break;
            case JsonValueKind.Null: output.WriteByte(0xF6); break;
            case JsonValueKind.Number when value.TryGetUInt64(out var positive): WriteHead(output, 0, positive); break;
            case JsonValueKind.Number when value.TryGetInt64(out var negative): WriteHead(output, 1, (ulong)~negative); break;
            default: throw new AttackException($"parameters with {value.GetRawText()}: only integers of 64 bits are supported, not other numbers");
        }
    }

    /// <summary>Texts of one letter, a head and the letter each.</summary>
    private static ReadOnlySpan<byte> Letters(int count)
    {
        var items = new ushort[count];
        Array.Fill(items, MemoryMarshal.Read<ushort>("ax"u8));
        return MemoryMarshal.AsBytes(items.AsSpan());
    }

    private static void WriteText(MemoryStream output, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        WriteHead(output, 3, (ulong)bytes.Length);
        output.Write(bytes);
    }

    /// <summary>The head of an item, RFC 8949 section 3.</summary>
    private static void WriteHead(MemoryStream output, int major, ulong argument)
    {
        if (argument < 24)
        {
            output.WriteByte((byte)((major << 5) | (int)argument));
            return;
        }

        output.WriteByte((byte)((major << 5) | 27));
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, argument);
        output.Write(bytes);
    }
}
