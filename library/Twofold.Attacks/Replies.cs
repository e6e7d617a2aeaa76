using System.Buffers.Binary;
using System.Text;

namespace Twofold.Attacks;

/// <summary>A frame from the server.</summary>
/// <param name="Status">0 if the call succeeded, negative for an event.</param>
/// <param name="Body">CBOR, or the text of an error.</param>
internal readonly record struct Reply(int Status, byte[] Body)
{
    /// <summary>The text of an error.</summary>
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>Reads frames: <c>[i32 status][u32 body_len][body]</c>.</summary>
internal static class Replies
{
    private const uint Largest = 64 << 20;

    /// <summary>The next frame; null at the end of the connection.</summary>
    /// <exception cref="AttackException">What came is not a frame.</exception>
    public static async Task<Reply?> ReadAsync(Stream stream, CancellationToken cancel)
    {
        var head = new byte[8];
        var size = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        if (size < head.Length)
            return null;

        var (status, length) = Parse(head);
        var body = new byte[length];
        return await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancel) < body.Length
            ? null
            : new Reply(status, body);
    }

    /// <summary>The status and the length of the body.</summary>
    /// <exception cref="AttackException">The length is not one.</exception>
    public static (int Status, int Length) Parse(ReadOnlySpan<byte> head)
    {
        var length = BinaryPrimitives.ReadUInt32BigEndian(head[4..]);
        return length <= Largest
            ? (BinaryPrimitives.ReadInt32BigEndian(head), (int)length)
            : throw new AttackException($"this is not a server of Twofold: it announced a reply of {length} bytes");
    }
}
