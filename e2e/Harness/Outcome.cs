namespace Twofold.E2E.Harness;

/// <summary>The result of a process that has ended.</summary>
/// <param name="Command">The command line.</param>
/// <param name="ExitCode">The exit code; 128 and the signal's number if a signal ended it.</param>
/// <param name="Output">The lines of its standard output.</param>
/// <param name="Errors">The lines of its standard error.</param>
/// <param name="Elapsed">From start to exit.</param>
internal sealed record Outcome(
    string Command, int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Errors, TimeSpan Elapsed)
{
    /// <summary>Everything, for the message of a failed assertion.</summary>
    public override string ToString() =>
        $"{Describe(Command, Output, Errors)}\n  exit code {ExitCode} after {Elapsed.TotalMilliseconds:0} ms";

    /// <summary>A command with what it has printed so far.</summary>
    public static string Describe(string command, IEnumerable<string> output, IEnumerable<string> errors) =>
        string.Join("\n  ", [
            $"$ {command}",
            .. output.Select(line => $"stdout | {Shortened(line)}"),
            .. errors.Select(line => $"stderr | {Shortened(line)}")]);

    private static string Shortened(string line) => line.Length > 1_000 ? $"{line[..1_000]}... ({line.Length} characters)" : line;
}
