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
        new("replies with an error that is not UTF-8", [0, 0, 0, 1, .. Frame.Length(2), 0xC3, 0x28], Stays: true),
    }.ToDictionary(item => item.Name);
}
