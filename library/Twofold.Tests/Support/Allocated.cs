namespace Twofold.Tests.Support;

/// <summary>Managed memory that this thread takes.</summary>
internal static class Allocated
{
    /// <summary>How often an action is repeated in all.</summary>
    public static int Rounds(int repetitions) => Runs * repetitions;

    private const int Runs = 3;

    /// <summary>
    /// Bytes that so many repetitions of an action allocate: the least of some runs, since what it needs each time is in all of them, and
    /// what was made once, or while it was compiled anew, is in one.
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
