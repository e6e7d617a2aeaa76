namespace Twofold.Tests.Support;

/// <summary>Measures the managed memory that this thread allocates.</summary>
internal static class Allocated
{
    /// <summary>The total number of repetitions of an action.</summary>
    public static int Rounds(int repetitions) => Runs * repetitions;

    private const int Runs = 3;

    /// <summary>
    /// The bytes that this many repetitions of an action allocate. Takes the minimum of several runs, which excludes allocations that
    /// happen once, such as those of the JIT.
    /// </summary>
    public static long By(Action action, int repetitions) => Enumerable.Range(0, Runs).Min(_ => Once(action, repetitions));

    private static long Once(Action action, int repetitions)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < repetitions; i++)
            action();

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
