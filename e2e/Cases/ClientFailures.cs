using System.Globalization;
using Twofold.E2E.Harness;

namespace Twofold.E2E.Cases;

/// <summary>Checks how a client fails.</summary>
internal static class ClientFailures
{
    private static readonly string[] s_traces = ["Traceback", "panicked"];

    /// <summary>The longest line that a client prints, whatever a server sends.</summary>
    public const int LongestLine = 400;

    /// <summary>Invalid addresses.</summary>
    public static IReadOnlyList<string> NotAddresses { get; } =
        ["foo", "unix:", "tcp:127.0.0.1", "tcp:127.0.0.1:", "tcp:127.0.0.1:port", "tcp:127.0.0.1:65536", "http://127.0.0.1:80"];

    /// <summary>
    /// Checks that a client failed with exit code 1 and one line on stderr, which begins with the client's tag and contains this
    /// text. Returns what is wrong, or null.
    /// </summary>
    public static string? FaultIn(Outcome outcome, string tag, string text)
    {
        if (outcome.ExitCode != 1)
            return $"expected exit code 1\n{outcome}";
        if (outcome.Errors is not [var line])
            return $"expected one line on stderr\n{outcome}";
        if (!line.StartsWith($"{tag} error: ", StringComparison.Ordinal) || !line.Contains(text, StringComparison.Ordinal))
            return $"expected '{tag} error: ...{text}...'\n{outcome}";
        if (!IsShown(line))
            return $"expected less than {LongestLine} characters, none of them a control\n{outcome}";

        return s_traces.Any(trace => outcome.ToString().Contains(trace, StringComparison.Ordinal)) ? $"expected no stack trace\n{outcome}" : null;
    }

    /// <summary>Whether a line is short and has no character that a terminal obeys.</summary>
    public static bool IsShown(string line) => line.Length < LongestLine && !line.Any(IsObeyed);

    /// <summary>
    /// The same for a program that was called without required arguments: exit code 2, nothing on stdout, and its usage on
    /// stderr.
    /// </summary>
    public static string? FaultInUsage(Outcome outcome) =>
        outcome is { ExitCode: 2, Output: [] } && outcome.Errors.Any(line => line.Contains("usage", StringComparison.OrdinalIgnoreCase))
            ? null
            : $"expected exit code 2, nothing on stdout and the usage on stderr\n{outcome}";

    private static bool IsObeyed(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
