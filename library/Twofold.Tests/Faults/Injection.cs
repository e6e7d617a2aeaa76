using System.Runtime.InteropServices;

namespace Twofold.Tests.Faults;

/// <summary>
/// What the faulty copy of the runtime calls before it allocates: one allocation, or a run of them, fails as if memory had run out.
/// This file is compiled twice: here, and with that copy (<see cref="FaultyRuntime"/>).
/// </summary>
public static unsafe class Injection
{
    private static readonly HashSet<int> s_reached = [];
    private static int s_isArmed;
    private static int s_isRecording;
    private static int s_next;
    private static int s_first;
    private static int s_last;
    private static int s_blocks;

    /// <summary>How many native blocks are allocated and not freed.</summary>
    public static int Blocks => Volatile.Read(ref s_blocks);

    /// <summary>The number of the place that failed first since <see cref="Arm"/>; -1 if none has.</summary>
    public static int Failed { get; private set; } = -1;

    /// <summary>The numbers of all places that were reached while recording.</summary>
    public static int[] Reached
    {
        get
        {
            lock (s_reached)
                return [.. s_reached];
        }
    }

    /// <summary>From now on remembers which places are reached.</summary>
    public static void Record() => Volatile.Write(ref s_isRecording, 1);

    /// <summary>Has allocations fail, counted from now on: the first is number 1.</summary>
    public static void Arm(int first, int count)
    {
        Failed = -1;
        (s_next, s_first, s_last) = (0, first, count > int.MaxValue - first ? int.MaxValue : first + count - 1);
        Volatile.Write(ref s_isArmed, 1);
    }

    /// <summary>Lets all allocations succeed again.</summary>
    public static void Disarm() => Volatile.Write(ref s_isArmed, 0);

    /// <summary>True, unless it is this allocation's turn to fail.</summary>
    public static bool Hit(int place)
    {
        if (Volatile.Read(ref s_isRecording) == 1)
        {
            lock (s_reached)
                s_reached.Add(place);
        }

        if (Volatile.Read(ref s_isArmed) == 0)
            return true;

        var number = Interlocked.Increment(ref s_next);
        if (number < s_first || number > s_last)
            return true;

        if (number == s_first)
            Failed = place;
        throw new InsufficientMemoryException("injected");
    }

    /// <summary>The value, unless it is this allocation's turn to fail.</summary>
    public static T Through<T>(int place, T value)
        where T : allows ref struct
    {
        Hit(place);
        return value;
    }

    /// <summary>Counts the block.</summary>
    public static void* Alloc(nuint size)
    {
        Interlocked.Increment(ref s_blocks);
        return NativeMemory.Alloc(size);
    }

    /// <inheritdoc cref="Alloc"/>
    public static void* AllocZeroed(nuint size)
    {
        Interlocked.Increment(ref s_blocks);
        return NativeMemory.AllocZeroed(size);
    }

    /// <inheritdoc cref="Alloc"/>
    public static void* AllocZeroed(nuint count, nuint size)
    {
        Interlocked.Increment(ref s_blocks);
        return NativeMemory.AllocZeroed(count, size);
    }

    /// <summary>Counts the block out.</summary>
    public static void Free(void* block)
    {
        if (block is not null)
            Interlocked.Decrement(ref s_blocks);
        NativeMemory.Free(block);
    }
}
