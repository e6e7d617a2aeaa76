using System.Numerics;

namespace Twofold.Fuzz;

/// <summary>The counters that tell libFuzzer which branches an input took: one byte each, in the harness's own memory.</summary>
internal static unsafe class Coverage
{
    private static byte* s_counters;
    private static int s_count;

    /// <summary>Counts into this memory from now on; until then nothing is counted.</summary>
    public static void Start(byte* counters, int count)
    {
        s_counters = counters;
        s_count = count;
    }

    /// <summary>A branch was taken. True, so that it can stand behind a pattern.</summary>
    public static bool Hit(int counter)
    {
        if (counter < s_count && s_counters[counter] != byte.MaxValue)
            s_counters[counter]++;

        return true;
    }

    /// <summary>A condition came out so.</summary>
    public static bool Branch(int counter, bool condition)
    {
        Hit(condition ? counter : counter + 1);
        return condition;
    }

    /// <summary>Whether two numbers are the same; counts by how many bits they differ.</summary>
    public static bool IsNear(int counter, long left, long right)
    {
        Hit(counter + BitOperations.PopCount((ulong)(left ^ right)));
        return left == right;
    }

    /// <inheritdoc cref="IsNear(int, long, long)"/>
    public static bool IsNear(int counter, ulong left, ulong right)
    {
        Hit(counter + BitOperations.PopCount(left ^ right));
        return left == right;
    }
}
