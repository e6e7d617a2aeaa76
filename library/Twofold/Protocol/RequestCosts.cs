using System.Numerics;

namespace Twofold.Protocol;

/// <summary>Which requests take long, by their size: what such requests have lately taken, on whatever thread. Thread-safe.</summary>
/// <param name="clock">The time, in ticks.</param>
/// <param name="ticksPerSecond">The resolution of the clock.</param>
internal sealed class RequestCosts(Func<long> clock, long ticksPerSecond)
{
    /// <summary>A longer one always counts as slow.</summary>
    public const int LongestFast = 64 * 1024;

    /// <summary>One up to this size is not timed: whatever it holds is decoded in less time than reading it takes.</summary>
    public const int LongestUntimed = 4 * 1024;

    // A new value's part of the average. One that is slow by chance, because its thread was interrupted, does not count for more than twice
    // the limit, so that it takes several.
    private const int Weight = 4;

    // 250 microseconds. Longer than any text of this size takes, shorter than a loop spends on long reads before it serves the short ones.
    private readonly long _slow = ticksPerSecond / 4000;

    // One average for each power of two between the two sizes. A lost update does not matter.
    private readonly long[] _averages = new long[BitOperations.Log2(LongestFast / LongestUntimed)];

    /// <summary>The time, from which that of a request is taken.</summary>
    public long Now => clock();

    /// <summary>Whether a request of this size, which is timed, is expected to take long.</summary>
    public bool AreSlow(int size) => size > LongestFast || Volatile.Read(ref _averages[ClassOf(size)]) > _slow;

    /// <summary>One has taken this time, in ticks.</summary>
    public void Add(int size, long ticks)
    {
        if (size > LongestFast)
            return;

        ref var average = ref _averages[ClassOf(size)];
        var before = Volatile.Read(ref average);
        Volatile.Write(ref average, before + ((Math.Min(ticks, 2 * _slow) - before) / Weight));
    }

    private static int ClassOf(int size) => BitOperations.Log2((uint)(size - 1) / LongestUntimed);
}
