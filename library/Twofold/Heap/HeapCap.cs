namespace Twofold.Heap;

/// <summary>How much the collector may use before it gives up: its own range, a container's limit, or the machine's memory.</summary>
internal static class HeapCap
{
    /// <summary>The least of them, in bytes.</summary>
    public static long Bytes { get; } = Math.Min(Range, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    private static long Range =>
        GC.GetConfigurationVariables().TryGetValue("GCRegionRange", out var range) && range is long and > 0 and var bytes ? bytes : long.MaxValue;
}
