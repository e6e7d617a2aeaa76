using System.Buffers.Binary;
using System.Text;
using Twofold.E2E.Wire;

namespace Twofold.E2E.Cases;

/// <summary>A misbehaving server.</summary>
/// <param name="Name">What it does; unique.</param>
/// <param name="Answer">The bytes it sends in reply to the first request.</param>
/// <param name="Text">The text that the client's error must contain.</param>
/// <param name="Stays">Whether it keeps the connection open afterwards.</param>
internal sealed record BadPeerCase(string Name, byte[] Answer, string Text = "", bool Stays = false);

/// <summary>Every way in which a server may misbehave.</summary>
internal static class BadPeerCases
{
    private const string MidReply = "closed the connection";
    private const int Largest = 16 << 20;

    private static readonly byte[] s_event = [0xA3, .. "eevent"u8, 0x6D, .. "on_echo_fired"u8, .. "dlost"u8, 0, .. "gpayload"u8, 0x9F];

    /// <summary>A text that moves the cursor, rings, turns the line and ends it, in the middle of what is readable, and without end.</summary>
    public static byte[] Ugly { get; } =
        [.. Encoding.UTF8.GetBytes("because\u001b[2J\u0007\r\nnext äß漢字\u009b31m\u202e\u2028\0\t\b end"), .. Enumerable.Repeat((byte)'\n', 1000)];

    /// <summary>A reply of as many empty arrays as a client takes: decoded one by one they would be a gigabyte.</summary>
    public static byte[] EmptyArrays { get; } = Reply(0, [0x9A, .. Frame.Length(Largest - 5), .. Repeated(0x80).AsSpan(5)]);

    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<string, BadPeerCase> ByName { get; } = new BadPeerCase[]
    {
        new("closes without a reply", [], MidReply),
        new("closes within the head of a reply", [0, 0, 0, 0, 0, 0], MidReply),
        new("closes within the body of a reply", [0, 0, 0, 0, 0, 0, 0, 20, 0x73, (byte)'c'], MidReply),
        new("speaks another protocol", Encoding.ASCII.GetBytes("HTTP/1.1 400 Bad Request\r\n\r\n"), Stays: true),
        new("announces 4 GiB", [0, 0, 0, 0, .. Frame.Length(uint.MaxValue)], Stays: true),
        new("announces 16 MiB and a byte", [0, 0, 0, 0, .. Frame.Length((16 << 20) + 1)], Stays: true),
        new("replies with malformed CBOR", [0, 0, 0, 0, .. Frame.Length(3), 0xFF, 0xFF, 0xFF], Stays: true),
        new("replies with text cut short", [0, 0, 0, 0, .. Frame.Length(3), 0x78, 0xFF, (byte)'c'], Stays: true),
        new("replies with no bytes", [0, 0, 0, 0, 0, 0, 0, 0], Stays: true),
        new("replies with an integer for text", [0, 0, 0, 0, .. Frame.Length(1), 0x01], Stays: true),
        new("replies with 16 MiB of empty arrays", EmptyArrays, Stays: true),
        new("replies with 16 MiB of empty arrays and no number", Reply(0, [0x9F, .. Repeated(0x80).AsSpan(1)]), Stays: true),
        new("replies with 16 MiB of arrays in each other", Reply(0, Repeated(0x81)), Stays: true),
        new("sends an event of 16 MiB of empty arrays", Reply(-1, [.. s_event, .. Repeated(0x80).AsSpan(s_event.Length)]), Stays: true),
        new("announces arrays without end", Reply(0, [.. Enumerable.Repeat<byte[]>([0x9B, 0, 0, 0, 0, 0x7F, 0xFF, 0xFF, 0xFF], 32).SelectMany(head => head)]), Stays: true),
        new("replies with an error that a terminal would obey", Reply(1, Ugly), "because", Stays: true),
        new("replies with an error of 16 MiB", Reply(1, Repeated('x')), "xxxxxx...", Stays: true),
        new("replies with a status that no client knows", Reply(77, "because"u8), "status 77", Stays: true),
        new("replies with an error that is not UTF-8", [0, 0, 0, 1, .. Frame.Length(2), 0xC3, 0x28], Stays: true),
    }.ToDictionary(item => item.Name);

    /// <summary>As many of a byte as the body of a reply may have.</summary>
    public static byte[] Repeated(int value)
    {
        var body = new byte[Largest];
        Array.Fill(body, (byte)value);
        return body;
    }

    /// <summary>A frame from a server.</summary>
    public static byte[] Reply(int status, ReadOnlySpan<byte> body)
    {
        var frame = new byte[8 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, status);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), body.Length);
        body.CopyTo(frame.AsSpan(8));
        return frame;
    }
}
