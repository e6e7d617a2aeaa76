using Twofold;

namespace FixturesLibrary;

/// <summary>Notices when two of its methods are inside at once, and stays inside for as long as it is told.</summary>
public sealed partial class Fixtures
{
    // Shared by all objects: a call that releases it must not have to wait for the busy object.
    private static readonly SemaphoreSlim s_turns = new(0);

    private static int s_occupied;

    private int _inside;
    private int _collisions;
    private long _passages;

    /// <summary>Carries how many have passed.</summary>
    [Ffi] public event Action<long>? OnPassed;

    /// <summary>Passes, and answers how many have.</summary>
    [Ffi] public long Pass() => GoThrough();

    /// <summary>Passes twice, with an await between, where others may pass; answers how many have.</summary>
    [Ffi]
    public async Task<long> PassTwiceAsync()
    {
        GoThrough();
        await Task.Yield();
        return GoThrough();
    }

    /// <summary>Passes, and waits until the call is cancelled.</summary>
    [Ffi]
    public async Task PassAndStayAsync(CancellationToken cancel)
    {
        GoThrough();
        await Task.Delay(Timeout.Infinite, cancel);
    }

    /// <summary>Keeps the object busy, without an await, until <see cref="Vacate"/>.</summary>
    [Ffi]
    public void Occupy()
    {
        Interlocked.Increment(ref s_occupied);
        s_turns.Wait();
        Interlocked.Decrement(ref s_occupied);
    }

    /// <summary>How many objects <see cref="Occupy"/> keeps busy.</summary>
    [Ffi] public static int CountOccupied() => Volatile.Read(ref s_occupied);

    /// <summary>Ends one <see cref="Occupy"/>.</summary>
    [Ffi] public static void Vacate() => s_turns.Release();

    /// <summary>How often two were inside at once; 0 unless the library is broken.</summary>
    [Ffi] public int CountCollisions() => _collisions;

    private long GoThrough()
    {
        if (Interlocked.Increment(ref _inside) != 1)
            Interlocked.Increment(ref _collisions);

        // Not atomic on purpose: a lost update means that two methods were inside at once.
        var passages = _passages;
        Thread.SpinWait(5);
        _passages = passages + 1;
        OnPassed?.Invoke(_passages);
        Interlocked.Decrement(ref _inside);
        return _passages;
    }
}
