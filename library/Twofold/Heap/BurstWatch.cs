using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Twofold.Heap;

/// <summary>
/// Gives memory back to the system after a burst of calls within the process. The collector wakes it, so that a call pays nothing for it;
/// its timer runs only from a collection that leaves a larger heap until the burst is over.
/// </summary>
internal sealed class BurstWatch
{
    // Steady small calls stay below it: the young generation has 4 MiB.
    private const long Burst = 6 << 20;
    private const int PeriodMs = 1_000;

    private static readonly MemoryTrimmer s_trimmer = new();
    private static readonly Timer s_timer = new(static _ => Check());
    private static long s_sizeAtTrim;

    private BurstWatch()
    {
    }

    /// <summary>Runs after the next collection, because nothing refers to the object.</summary>
    ~BurstWatch()
    {
        if (Size - s_sizeAtTrim > Burst)
            CheckLater();
        else
            Renew();
    }

    /// <summary>Starts it: a process may call static methods only, and then has no object whose constructor could do it.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "It is for libraries that are compiled into one with this one.")]
    internal static void Start() => Renew();

    /// <summary>What the last collection has left, or what has been allocated on top of it.</summary>
    private static long Size => Math.Max(GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes, GC.GetTotalMemory(forceFullCollection: false));

    private static void Check()
    {
        s_trimmer.Check();
        if (s_trimmer.IsDue)
        {
            CheckLater();
            return;
        }

        s_sizeAtTrim = Size;
        Renew();
    }

    private static void CheckLater() => s_timer.Change(PeriodMs, Timeout.Infinite);

    private static void Renew()
    {
        try
        {
            _ = new BurstWatch();
        }
        catch (OutOfMemoryException)
        {
            CheckLater();
        }
    }
}
