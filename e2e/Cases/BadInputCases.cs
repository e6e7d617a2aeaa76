using System.Diagnostics.CodeAnalysis;
using System.Text;
using Twofold.E2E.Wire;

namespace Twofold.E2E.Cases;

/// <summary>Bytes that a server has to refuse.</summary>
/// <param name="Name">The fault; unique.</param>
/// <param name="Bytes">What is sent.</param>
/// <param name="Status">The status of the reply.</param>
/// <param name="Text">The text of the reply; <c>*</c> stands for anything.</param>
/// <param name="Closes">Whether the server then closes the connection.</param>
internal sealed record BadInputCase(string Name, byte[] Bytes, Status Status, string Text, bool Closes = false);

/// <summary>Every kind of bad input that gets a reply.</summary>
internal static class BadInputCases
{
    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<string, BadInputCase> ByName { get; } =
        new[] { Methods, Values, Malformed, Oversize, Failures }.SelectMany(cases => cases).ToDictionary(item => item.Name);

    private static IEnumerable<BadInputCase> Methods =>
    [
        Unknown("an unknown method", "nope"),
        Unknown("an empty method", ""),
        Unknown("a method in another case", "Echo"),
        Unknown("the constructor, which is the host's", "create"),
        Unknown("an unknown method of the server", "$nope"),
        new("a method that is not UTF-8", Frame.Request([0xC3, 0x28], [0xA0]), Status.UnknownMethod, "unknown method *"),
        Wrong("an unknown event", "$subscribe",
            """{"event": "x"}""", """unknown event "x"; the events are on_echo_fired, on_job_scheduled"""),
        Wrong("a subscription to nothing", "$subscribe", "{}", "event: missing"),
    ];

    private static IEnumerable<BadInputCase> Values =>
    [
        Wrong("a missing parameter", "echo", "{}", "req: missing"),
        Wrong("a missing member", "echo", """{"req": {"delayMs": 0}}""", "req.message: missing"),
        Wrong("a missing member of a list's item", "complex",
            """{"req": {"messages": [{"message": "a", "delayMs": 0}, {"message": "b"}], "tags": []}}""",
            "req.messages[1].delayMs: missing"),
        Wrong("null where a value is required", "echo",
            """{"req": {"message": null, "delayMs": 0}}""", "req.message: expected text, found null"),
        Wrong("text for an integer", "echo",
            """{"req": {"message": "a", "delayMs": "soon"}}""", "req.delayMs: expected an integer, found text"),
        Wrong("a float for an integer", "echo",
            """{"req": {"message": "a", "delayMs": 1.5}}""", "req.delayMs: expected an integer, found a float with a fraction"),
        Wrong("an integer for text", "echo", """{"req": {"message": 1, "delayMs": 0}}""", "req.message: expected text, found an integer"),
        Wrong("a list for a map", "echo", """{"req": []}""", "req: expected a map, found an array"),
        Wrong("a map for a list", "complex", """{"req": {"messages": {}, "tags": []}}""", "req.messages: expected an array, found a map"),
        Wrong("an item of the wrong type", "complex",
            """{"req": {"messages": [], "tags": ["a", "b", 3]}}""", "req.tags[2]: expected text, found an integer"),
        Wrong("a request that is not a map", "version", "[]", "expected a map, found an array"),
        Wrong("an integer over 32 bits", "schedule", Job(maxAttempts: "2147483648"), "retry.maxAttempts: *"),
        Wrong("an integer over 64 bits, signed", "echo", """{"req": {"message": "a", "delayMs": 9223372036854775808}}""", "req.delayMs: *"),
        Wrong("an unknown name of an enum", "schedule", Job(priority: "urgent"), "job.priority: *urgent*"),
        Wrong("a duplicate parameter", "echo",
            """{"req": {"message": "a", "delayMs": 0}, "req": {"message": "b", "delayMs": 0}}""", "req: duplicate key"),
        Wrong("a duplicate member", "echo", """{"req": {"message": "a", "delayMs": 0, "message": "b"}}""", "req.message: duplicate key"),
    ];

    private static IEnumerable<BadInputCase> Malformed =>
    [
        Wrong("text that is not UTF-8", "echo",
            Cbor.FromJson("""{"req": {"message": "@", "delayMs": 0}}""", [0x62, 0xC3, 0x28]), "req.message: *UTF-8*"),
        Wrong("text that is longer than the data", "echo",
            Cbor.FromJson("""{"req": {"message": "@", "delayMs": 0}}""", [0x7A, 0xFF, 0xFF, 0xFF, 0xFF]), "*"),
        Wrong("a list that is longer than the data", "complex",
            Cbor.FromJson("""{"req": {"tags": "@"}}""", [0x9A, 0xFF, 0xFF, 0xFF, 0xFF]), "*"),
        Wrong("a map cut short", "echo", Cbor.FromJson("""{"req": {"message": "a", "delayMs": 0}}""")[..^1], "*"),
        Wrong("a map without its end", "echo", Cbor.FromJson("""{"req": {}}""", indefinite: true)[..^1], "*"),
        Wrong("no bytes where a map is due", "echo", [], "*"),
        Wrong("a lone break", "echo", [0xFF], "*"),
        Wrong("a reserved encoding", "echo", [0x1C], "*"),
        Wrong("an unknown member that is malformed", "echo",
            Cbor.FromJson("""{"req": {"extra": "@", "message": "a", "delayMs": 0}}""", [0x81, 0x1F]), "*"),
        Wrong("bytes after the map", "echo", [.. Cbor.FromJson("""{"req": {"message": "a", "delayMs": 0}}"""), 0x00], "*trailing bytes*"),
        Wrong("nesting over 64", "version",
            Cbor.FromJson("""{"extra": "@"}""", [.. Enumerable.Repeat((byte)0x81, 65), 0xF6]), "*nesting over 64*"),
        Wrong("nesting of 100 000", "version",
            Cbor.FromJson("""{"extra": "@"}""", [.. Enumerable.Repeat((byte)0x81, 100_000), 0xF6]), "*nesting over 64*"),
    ];

    private static IEnumerable<BadInputCase> Oversize =>
    [
        new("a method of 256 bytes",
            Frame.Request(new string('x', 256)), Status.TooLarge, "method name of 256 bytes exceeds the limit of 255", Closes: true),
        new("a payload of 16 MiB and a byte", [.. Echo, .. Frame.Length((16 << 20) + 1)],
            Status.TooLarge, "payload of 16777217 bytes exceeds the limit of 16777216", Closes: true),
        new("a payload of 4 GiB less a byte", [.. Echo, .. Frame.Length(uint.MaxValue)],
            Status.TooLarge, "payload of 4294967295 bytes exceeds the limit of 16777216", Closes: true),
        new("another protocol", Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: timer\r\n\r\n"),
            Status.TooLarge, "method name of 1195725856 bytes exceeds the limit of 255", Closes: true),
    ];

    private static IEnumerable<BadInputCase> Failures =>
    [
        Failing("a delay over the limit", "echo",
            """{"req": {"message": "a", "delayMs": 5001}}""", "delayMs must be between 0 and 5000, got 5001"),
        Failing("a delay below 0", "echo", """{"req": {"message": "a", "delayMs": -1}}""", "delayMs must be between 0 and 5000, got -1"),
        Failing("a job without a name", "schedule", Job(name: ""), "job.name must not be empty"),
        Failing("no attempt at all", "schedule", Job(maxAttempts: "0"), "retry.maxAttempts must be positive, got 0"),
    ];

    private static byte[] Echo => [.. Frame.Length("echo".Length), .. "echo"u8];

    private static string Job(string name = "nightly", string priority = "low", string maxAttempts = "3") =>
        $$"""
        {
          "job": {"name": "{{name}}", "payload": [], "priority": "{{priority}}"},
          "retry": {"maxAttempts": {{maxAttempts}}, "backoffMs": 0, "retryOn": []},
          "schedule": {"startAtMs": 0, "intervalMs": 0}
        }
        """;

    private static BadInputCase Unknown(string name, string method) =>
        new(name, Frame.Request(method), Status.UnknownMethod, $"unknown method \"{method}\"");

    private static BadInputCase Wrong(string name, string method, [StringSyntax(StringSyntaxAttribute.Json)] string json, string text) =>
        Wrong(name, method, Cbor.FromJson(json), text);

    private static BadInputCase Wrong(string name, string method, byte[] payload, string text) =>
        new(name, Frame.Request(method, payload), Status.InvalidArgument, text);

    private static BadInputCase Failing(string name, string method, [StringSyntax(StringSyntaxAttribute.Json)] string json, string text) =>
        new(name, Frame.Request(method, json), Status.Error, text);
}
