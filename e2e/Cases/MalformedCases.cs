using System.Text;
using Twofold.E2E.Wire;

namespace Twofold.E2E.Cases;

/// <summary>Input for the server's own code: control methods, unknown methods, and incomplete frames.</summary>
internal static class MalformedCases
{
    private static readonly byte[] s_event = Cbor.FromJson("\"on_echo_fired\"");

    /// <summary>All of them, by what they are.</summary>
    public static IReadOnlyDictionary<string, byte[]> ByName { get; } = new Dictionary<string, byte[]>
    {
        ["nothing"] = [],
        ["half a request"] = Frame.Request("version")[..^1],
        ["an empty payload"] = Frame.Request("version", []),
        ["a subscription"] = Subscribe(Map(s_event)),
        ["a subscription and the event of a call"] =
            [.. Subscribe(Map(s_event)), .. Frame.Request("echo", """{"req": {"message": "a", "delayMs": 0}}""")],
        ["the same subscription twice"] = [.. Subscribe(Map(s_event)), .. Subscribe(Map(s_event))],
        ["a subscription and its end"] = [.. Subscribe(Map(s_event)), .. Unsubscribe(Map(s_event)), .. Unsubscribe(Map(s_event))],
        ["the end of no subscription"] = Unsubscribe(Map(s_event)),
        ["the end of a subscription with a long name"] = Unsubscribe(Map(Text(new string('x', 10_000)))),
        ["the end of a subscription with any letters"] = Unsubscribe(Map(Text("a\0b\u0001\u009f\U0001F600"))),
        ["an event with a long name"] = Subscribe(Map(Text(new string('x', 10_000)))),
        ["an event with any letters"] = Subscribe(Map(Text("\u0001\u009f\U0001F600\""))),
        ["an event with a NUL"] = Subscribe(Map(Text("on_echo_fired\0"))),
        ["an event without a name"] = Subscribe(Map(Text(""))),
        ["an event in chunks"] = Subscribe(Map([0x7F, 0x63, .. "on_"u8, 0x6A, .. "echo_fired"u8, 0xFF])),
        ["an event in chunks of another kind"] = Subscribe(Map([0x7F, 0x43, .. "on_"u8, 0xFF])),
        ["an event behind a tag"] = Subscribe(Map([0xC1, .. s_event])),
        ["an event under a tagged key"] = Subscribe([0xA1, 0xC1, .. Text("event"), .. s_event]),
        ["an event under a key in chunks"] = Subscribe([0xA1, 0x7F, 0x62, .. "ev"u8, 0x63, .. "ent"u8, 0xFF, .. s_event]),
        ["an event beside other keys"] = Subscribe([0xA3, 0x01, 0x02, .. Text("event"), .. s_event, .. Text("x"), 0x80]),
        ["an event that is not text"] = Subscribe(Map([0x83, 1, 2, 3])),
        ["an event that is null"] = Subscribe(Map([0xF6])),
        ["an event that is not UTF-8"] = Subscribe(Map([0x62, 0xC3, 0x28])),
        ["an event that is there twice"] = Subscribe([0xA2, .. Text("event"), .. s_event, .. Text("event"), .. s_event]),
        ["an event that is there twice, the first no text"] = Subscribe([0xA2, .. Text("event"), 0x01, .. Text("event"), .. s_event]),
        ["an event that ends early"] = Subscribe(Map(s_event)[..^1]),
        ["an event that is announced as 4 GiB"] = Subscribe(Map([0x7A, 0xFF, 0xFF, 0xFF, 0xFF])),
        ["no event"] = Subscribe([0xA0]),
        ["no event, and more bytes"] = Subscribe([0xA0, 0x00]),
        ["an event, and more bytes"] = Subscribe([.. Map(s_event), 0x00]),
        ["a subscription that is not a map"] = Subscribe([0x80]),
        ["a subscription of no bytes"] = Subscribe([]),
        ["a subscription that is a break"] = Subscribe([0xFF]),
        ["a subscription with a malformed member"] = Subscribe([0xA2, .. Text("x"), 0x82, 0x01, 0x1C, .. Text("event"), .. s_event]),
        ["a subscription without its end"] = Subscribe([0xBF, .. Text("event"), .. s_event]),
        ["a subscription that announces more than it has"] = Subscribe([0xBA, 0xFF, 0xFF, 0xFF, 0xFF]),
        ["a subscription nested too deep"] = Subscribe(
            [0xA1, .. Text("x"), .. Enumerable.Repeat((byte)0x81, 64), 0xF6]),
        ["the release of nothing"] = Frame.Request("$release"),
        ["the release of an object that is not there"] = Frame.Request("$release", """{"handle": 1}"""),
        ["a release with a text for the handle"] = Frame.Request("$release", """{"handle": "one"}"""),
        ["the release of a negative number"] = Frame.Request("$release", """{"handle": -1}"""),
        ["the release of the lowest number"] = Frame.Request("$release", [0xA1, .. Text("handle"), 0x3B, .. Enumerable.Repeat((byte)0xFF, 8)]),
        ["a method of the server in another case"] = Frame.Request("$Subscribe"),
        ["only the mark of a server's method"] = Frame.Request("$"),
    };

    /// <summary>Requests to mutate at random. No mutation of them makes a slow call.</summary>
    public static IReadOnlyList<byte[]> Seeds { get; } =
    [
        Subscribe(Map(s_event)),
        Unsubscribe([0xA2, .. Text("x"), 0x82, 0x01, 0x61, 0x61, .. Text("event"), .. s_event]),
        Frame.Request("version"),
        Frame.Request("lib_version", """{"extra": [1, "two", {"three": null}]}"""),
        Frame.Request("complex", """{"req": {"messages": [{"message": "a", "delayMs": 1}], "tags": ["x"], "note": null, "retries": 2}}"""),
        Frame.Request("$release", """{"handle": 1}"""),
    ];

    private static byte[] Subscribe(byte[] payload) => Frame.Request("$subscribe", payload);

    private static byte[] Unsubscribe(byte[] payload) => Frame.Request("$unsubscribe", payload);

    private static byte[] Map(byte[] name) => [0xA1, .. Text("event"), .. name];

    private static byte[] Text(string text)
    {
        var writer = new System.Formats.Cbor.CborWriter();
        writer.WriteTextString(text);
        return writer.Encode();
    }
}
