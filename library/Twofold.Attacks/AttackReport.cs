using System.Globalization;

namespace Twofold.Attacks;

/// <summary>What an attack did, as a row of a table.</summary>
internal sealed record AttackReport(string Name, Tally Tally, TimeSpan Time, Latencies Healthy, string? FailureAfter)
{
    private const string Unknown = "-";

    /// <summary>The heads of the columns.</summary>
    public static string[] Heads { get; } =
        ["attack", "sent MiB", "s", "answered", "refused", "closed", "server CPU s", "memory MiB before", "peak", "after", "healthy calls", "p50 ms", "p99 ms", "afterwards"];

    /// <summary>The server's resident memory before, at its peak, and afterwards; null if it is not known.</summary>
    public (long Before, long Peak, long After)? Resident { get; init; }

    /// <summary>How long the server's threads ran.</summary>
    public TimeSpan? Processor { get; init; }

    /// <summary>Why the server is worse for it, or null.</summary>
    public string? Failure => Healthy.Failure is { } meanwhile ? $"{Name}: a healthy call failed meanwhile: {meanwhile}"
        : FailureAfter is { } after ? $"{Name}: a healthy call failed afterwards: {after}"
        : null;

    /// <summary>The cells.</summary>
    public string[] Cells =>
    [
        Name, Mebibytes(Tally.Sent), Number(Time.TotalSeconds), $"{Tally.Answered}", $"{Tally.Refused}", $"{Tally.Closed}",
        Processor is { } processor ? Number(processor.TotalSeconds) : Unknown,
        Mebibytes(Resident?.Before), Mebibytes(Resident?.Peak), Mebibytes(Resident?.After),
        $"{Healthy.Count}", Number(Healthy.Median), Number(Healthy.Percentile99), FailureAfter is null ? "works" : "FAILS",
    ];

    private static string Mebibytes(long? bytes) => bytes is { } known ? Number(known / (1024.0 * 1024)) : Unknown;

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
