namespace Twofold.Bench.Allocations;

/// <summary>Counts what a call allocates on the thread that makes it.</summary>
internal static class Bytes
{
    private const int WarmUp = 1_000;
    private const int Calls = 10_000;

    /// <summary>Bytes of managed memory for each of many calls, after some that pay for what all share.</summary>
    public static double PerCall(Action call)
    {
        for (var i = 0; i < WarmUp; i++)
            call();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Calls; i++)
            call();

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Calls;
    }
}
