namespace Twofold.E2E.Harness;

/// <summary>The lines that every client prints, without its tag.</summary>
internal static class Transcript
{
    /// <summary>The lines of a client over sockets.</summary>
    public static IReadOnlyList<string> OverSockets(string tag) =>
        Lines(tag, [.. Rows("ipc-server", "hello over the wire"), ("ok", "8 calls, 0 mismatches")]);

    /// <summary>The lines of the in-process program, which may print others in between.</summary>
    public static IReadOnlyList<string> InProcess(string tag) => Lines(tag, Rows("c-demo", "hello in process"));

    private static List<string> Lines(string tag, IEnumerable<(string Label, string Value)> rows) =>
        [.. rows.Select(row => $"{tag} {row.Label,-27} = {row.Value}")];

    private static IEnumerable<(string Label, string Value)> Rows(string timer, string message) =>
    [
        ("version", "csharp-timer v0.1.0"),
        ("lib_version", "my_timer 0.1.0"),
        ("echo.echoed", message),
        ("echo.timerName", timer),
        ("on_echo_fired.message", message),
        ("complex.summary", "received 2 messages, note=<none>, retries=3"),
        ("complex.itemCount", "2"),
        ("complex.hasNote", "false"),
        ("schedule.jobId", $"{timer}:nightly"),
        ("schedule.willRunCount", "12"),
        ("schedule.firstRunAtMs", "1015"),
        ("schedule.effectiveBackoffMs", "250"),
        ("schedule.priority", "high"),
        ("refused.status", "1 (ERROR)"),
        ("refused.message", "delayMs must be between 0 and 5000, got 5001"),
    ];
}
