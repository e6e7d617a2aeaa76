namespace Twofold.Heap;

/// <summary>Gives memory back to the system after a burst. For a thread that comes once a second.</summary>
internal sealed class MemoryTrimmer
{
    // A burst is worth a collection. Less than the other in a second is not a burst.
    private const long Burst = 4 << 20;
    private const long Quiet = 1 << 20;

    private long _atTrim = GC.GetTotalAllocatedBytes();
    private long _atCheck;

    /// <summary>Whether there was a burst since memory was last given back.</summary>
    public bool IsDue => GC.GetTotalAllocatedBytes() - _atTrim > Burst;

    /// <summary>Compacts the heap and gives the rest back, if there was a burst and the last second was quiet.</summary>
    public void Check()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        var isQuiet = allocated - _atCheck < Quiet;
        _atCheck = allocated;
        if (!isQuiet || allocated - _atTrim <= Burst)
            return;

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _atTrim = _atCheck = GC.GetTotalAllocatedBytes();
    }
}
