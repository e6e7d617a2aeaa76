using System.Diagnostics.CodeAnalysis;
using Twofold.E2E.Wire;

namespace Twofold.E2E.Cases;

/// <summary>A call that succeeds.</summary>
/// <param name="Name">What it is about; unique.</param>
/// <param name="Method">The method's name on the wire.</param>
/// <param name="Payload">Its parameters, encoded.</param>
/// <param name="Reply">The result, as JSON.</param>
internal sealed record ReplyCase(string Name, string Method, byte[] Payload, string Reply)
{
    /// <summary>A call whose parameters are given in JSON.</summary>
    public ReplyCase(
        string name,
        string method,
        [StringSyntax(StringSyntaxAttribute.Json)] string request,
        [StringSyntax(StringSyntaxAttribute.Json)] string reply)
        : this(name, method, Cbor.FromJson(request), reply)
    {
    }
}

/// <summary>Every method's reply, value by value.</summary>
internal static class ReplyCases
{
    /// <summary>All of them, with those about encoding.</summary>
    public static IReadOnlyDictionary<string, ReplyCase> ByName { get; } =
        new[] { Echo, Complex, Schedule, EncodingCases.All }.SelectMany(cases => cases)
            .Append(new ReplyCase("version", "version", "{}", "\"csharp-timer v0.1.0\""))
            .Append(new ReplyCase("lib_version", "lib_version", "{}", "\"my_timer 0.1.0\""))
            .ToDictionary(item => item.Name);

    private static IEnumerable<ReplyCase> Echo =>
    [
        EchoOf("at once", "hello", delayMs: 0),
        EchoOf("after a delay", "hello", delayMs: 20),
        EchoOf("of an empty message", "", delayMs: 0),
        EchoOf("of text beyond ASCII", "zażółć, 時計, 🕰", delayMs: 0),
        EchoOf("of text that holds U+0000", "a\\u0000b", delayMs: 0),
        EchoOf("of a mebibyte", new string('x', 1 << 20), delayMs: 0),
    ];

    private static IEnumerable<ReplyCase> Complex =>
    [
        ComplexOf("with a note and retries",
            """ "messages": [{"message": "one", "delayMs": 0}], "tags": ["a"], "note": "n", "retries": 7 """,
            """{"summary": "received 1 messages, note=n, retries=7", "itemCount": 1, "hasNote": true}"""),
        ComplexOf("with null for note and retries",
            """ "messages": [], "tags": [], "note": null, "retries": null """,
            """{"summary": "received 0 messages, note=<none>, retries=0", "itemCount": 0, "hasNote": false}"""),
        ComplexOf("without note and retries",
            """ "messages": [{"message": "one", "delayMs": 0}, {"message": "two", "delayMs": 9}], "tags": [] """,
            """{"summary": "received 2 messages, note=<none>, retries=0", "itemCount": 2, "hasNote": false}"""),
        ComplexOf("with an empty note and negative retries",
            """ "messages": [], "tags": ["", "b"], "note": "", "retries": -2147483648 """,
            """{"summary": "received 0 messages, note=, retries=-2147483648", "itemCount": 0, "hasNote": true}"""),
    ];

    private static IEnumerable<ReplyCase> Schedule =>
    [
        Plan("priority high halves the backoff", "high", backoffMs: 500, effectiveMs: 250),
        Plan("priority normal keeps the backoff", "normal", backoffMs: 500, effectiveMs: 500),
        Plan("priority low doubles the backoff", "low", backoffMs: 500, effectiveMs: 1000),
        Plan("backoff 0 is the default, halved", "high", backoffMs: 0, effectiveMs: 125),
        Plan("backoff 0 is the default", "normal", backoffMs: 0, effectiveMs: 250),
        Plan("a negative backoff is the default, doubled", "low", backoffMs: -1, effectiveMs: 500),
        Plan("interval 0 runs once", intervalMs: 0, runs: 1),
        Plan("a negative interval runs once", intervalMs: -5, runs: 1),
        Plan("an interval of a minute runs once", intervalMs: 60_000, runs: 1),
        Plan("an interval over a minute runs once", intervalMs: 60_001, runs: 1),
        Plan("runs are rounded down", intervalMs: 7_000, runs: 8),
        Plan("an interval of 1 ms", intervalMs: 1, runs: 60_000),
        Plan("no jitter", startAtMs: 1_000, jitter: "null", firstMs: 1_000),
        Plan("negative jitter", startAtMs: 1_000, jitter: "-1500", firstMs: -500),
        Plan("a start that a double cannot hold", startAtMs: 9_007_199_254_740_992, jitter: "1", firstMs: 9_007_199_254_740_993),
    ];

    private static ReplyCase EchoOf(string name, string message, int delayMs) => new(
        $"echo {name}", "echo",
        $$$"""{"req": {"message": "{{{message}}}", "delayMs": {{{delayMs}}}}}""",
        $$"""{"echoed": "{{message}}", "timerName": "ipc-server"}""");

    private static ReplyCase ComplexOf(string name, string members, string reply) =>
        new($"complex {name}", "complex", $$$"""{"req": {{{{members}}}}}""", reply);

    private static ReplyCase Plan(
        string name, string priority = "normal", long backoffMs = 500, long effectiveMs = 500, long startAtMs = 0,
        long intervalMs = 5_000, long runs = 12, string jitter = "0", long firstMs = 0) => new(
        $"schedule: {name}", "schedule",
        $$"""
        {
          "job": {"name": "nightly", "payload": ["dump", "upload"], "priority": "{{priority}}"},
          "retry": {"maxAttempts": 3, "backoffMs": {{backoffMs}}, "retryOn": ["timeout"]},
          "schedule": {"startAtMs": {{startAtMs}}, "intervalMs": {{intervalMs}}, "jitter": {{jitter}}}
        }
        """,
        $$"""
        {
          "jobId": "ipc-server:nightly", "willRunCount": {{runs}}, "firstRunAtMs": {{firstMs}},
          "effectiveBackoffMs": {{effectiveMs}}, "priority": "{{priority}}"
        }
        """);
}
