using System.Text;
using Twofold.E2E.Wire;

namespace Twofold.E2E.Cases;

/// <summary>A server that fails a client's first call, and how the client's next call ends.</summary>
/// <param name="Name">What the server does; unique.</param>
/// <param name="Answers">What it sends after the first request, and after the second.</param>
/// <param name="First">What the first call's error says.</param>
/// <param name="Second">What the second call's reply or error says.</param>
/// <param name="Event">The message of an event that reaches the program.</param>
internal sealed record NextCallCase(string Name, byte[][] Answers, string First, string Second = NextCallCase.Closed, string? Event = null)
{
    /// <summary>What a call says on a connection that an earlier one has closed.</summary>
    public const string Closed = "the connection is closed: ";

    /// <summary>What a call says that has waited for too long.</summary>
    public const string Late = "no reply within 10";
}

/// <summary>What may be between two calls.</summary>
internal static class NextCallCases
{
    private static readonly byte[] s_second = Text("of the second call");
    private static readonly byte[] s_malformed = Reply(0, [0xFF, 0xFF, 0xFF]);

    /// <summary>An event with the message <c>queued</c>.</summary>
    public static byte[] Event { get; } =
        Reply(-1, Cbor.FromJson("""{"event": "on_echo_fired", "lost": 0, "payload": {"message": "queued", "echoCount": 1}}"""));

    /// <summary>A reply to the first call.</summary>
    public static byte[] First { get; } = Text("of the first call");

    /// <summary>The same, and then one to the second.</summary>
    public static byte[] Both { get; } = [.. First, .. s_second];

    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<string, NextCallCase> ByName { get; } = new NextCallCase[]
    {
        new("replies", [First, s_second], "of the first call", "of the second call"),
        new("replies when the client has given up", [[], Both], NextCallCase.Late),
        new("sends the rest of a reply when the client has given up", [First[..12], [.. First[12..], .. s_second]], NextCallCase.Late),
        new("sends the rest of a head when the client has given up", [First[..3], [.. First[3..], .. s_second]], NextCallCase.Late),
        new("sends an event and no reply", [Event, Both], NextCallCase.Late, Event: "queued"),
        new("sends an event and malformed CBOR", [[.. Event, .. s_malformed], s_second], "", Event: "queued"),
        new("replies with malformed CBOR", [s_malformed, s_second], ""),
        new("replies with an integer for text", [Reply(0, [1]), s_second], "expected"),
        new("announces 16 MiB and a byte", [[0, 0, 0, 0, .. Frame.Length((16 << 20) + 1)], s_second], "16777217"),
        new("sends a malformed event", [[.. Reply(-1, [0xA0]), .. First], s_second], ""),
        new("says that the call goes on", [[.. Reply(3, []), .. First], s_second], "status 3"),
        new("sends a frame that is neither an event nor a reply", [[.. Reply(-2, [0xA0]), .. First], s_second], "status -2"),
        new("refuses", [Reply(1, "because"u8), s_second], "because", "of the second call"),
        new("refuses with a status that no client knows", [Reply(77, "because"u8), s_second], "status 77", "of the second call"),
        new("refuses with the largest status", [Reply(int.MaxValue, "because"u8), s_second], "status 2147483647", "of the second call"),
        new("refuses with an ugly text", [Reply(1, BadPeerCases.Ugly), s_second], "because", "of the second call"),
        new("refuses with 16 MiB of text", [Reply(1, BadPeerCases.Repeated('x')), s_second], "xxxxxx...", "of the second call"),
        new("replies with 16 MiB of empty arrays", [BadPeerCases.EmptyArrays, s_second], ""),
        new("replies with arrays in each other", [Reply(0, BadPeerCases.Repeated(0x81)), s_second], ""),
    }.ToDictionary(item => item.Name);

    private static byte[] Reply(int status, ReadOnlySpan<byte> body) => BadPeerCases.Reply(status, body);

    private static byte[] Text(string text) => Reply(0, [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)]);
}
