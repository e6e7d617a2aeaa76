using System.Globalization;

namespace Twofold.E2E.Harness;

/// <summary>The resources of a process, from /proc.</summary>
/// <param name="Resident">Its memory, in bytes.</param>
/// <param name="Descriptors">Its open descriptors.</param>
/// <param name="Threads">Its threads.</param>
internal sealed record Vitals(long Resident, int Descriptors, int Threads)
{
    /// <summary>Looks at a process.</summary>
    public static Vitals Of(int process)
    {
        var folder = $"/proc/{process}";
        return new Vitals(
            ResidentOf(process),
            Directory.GetFileSystemEntries($"{folder}/fd").Length,
            Directory.GetDirectories($"{folder}/task").Length);
    }

    /// <summary>Its memory alone, which is cheap enough to poll.</summary>
    public static long ResidentOf(int process)
    {
        var pages = File.ReadAllText($"/proc/{process}/statm").Split(' ')[1];
        return long.Parse(pages, CultureInfo.InvariantCulture) * Environment.SystemPageSize;
    }

    /// <summary>How long its threads have run.</summary>
    public static TimeSpan ProcessorTimeOf(int process)
    {
        using var running = System.Diagnostics.Process.GetProcessById(process);
        return running.TotalProcessorTime;
    }

    /// <summary>How many epoll instances it has.</summary>
    public static int EpollInstancesOf(int process) =>
        Directory.GetFileSystemEntries($"/proc/{process}/fd").Count(entry => new FileInfo(entry).LinkTarget == "anon_inode:[eventpoll]");

    public override string ToString() => $"{Mebibytes(Resident)}, {Descriptors} descriptors, {Threads} threads";

    /// <summary>Formats a number of bytes for people.</summary>
    public static string Mebibytes(long bytes) => FormattableString.Invariant($"{bytes / (1024.0 * 1024.0):0.0} MiB");
}
