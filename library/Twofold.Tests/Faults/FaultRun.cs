using Twofold.Tests.Support;

namespace Twofold.Tests.Faults;

/// <summary>
/// Repeats a piece of work: first its first allocation fails, then its second and so on, until none is left to fail. What is wrong
/// afterwards is collected, with the place that has failed.
/// </summary>
/// <param name="lengths">How many allocations fail one after the other.</param>
internal sealed class FaultRun(params int[] lengths)
{
    /// <summary>One.</summary>
    public static readonly int[] OneAtATime = [1];

    /// <summary>Also those by which the failure of the first is handled.</summary>
    public static readonly int[] SeveralInARow = [2, 8];

    /// <summary>Both.</summary>
    public static readonly int[] AllLengths = [.. OneAtATime, .. SeveralInARow];

    // More than any piece of work has.
    private const int MostFaults = 1000;

    private readonly Dictionary<string, string> _problems = [];
    private string _where = "";
    private int _done;
    private long _slowest;
    private string _whereSlowest = "";
    private int _first;
    private int _length;

    /// <summary>How many allocations have failed, all repetitions together.</summary>
    public int Faults { get; private set; }

    /// <summary>What was done.</summary>
    public override string ToString() => $"{Faults} faults in {_done} runs; the slowest took {_slowest} ms: {_whereSlowest}";

    /// <summary>Does the work over and over. It is prepared and checked while allocations succeed.</summary>
    /// <param name="what">Names the work.</param>
    /// <param name="work">What is done while they fail.</param>
    /// <param name="check">Checks what must hold afterwards; the argument says whether anything has failed.</param>
    public void Repeat(string what, Action work, Action<bool> check)
    {
        foreach (var length in lengths)
            Repeat(what, length, work, check);
    }

    /// <summary>The same with as many allocations that fail one after the other.</summary>
    private void Repeat(string what, int length, Action work, Action<bool> check)
    {
        var running = Deadline.Start(() =>
        {
            for (var first = 1; Once($"{what}, allocation {first} and {length - 1} more", first, length, work, check); first++)
                Assert.True(first < MostFaults, $"{what}: {MostFaults} allocations have failed, and there is still another");
        });
        try
        {
            running.Wait(() => Volatile.Read(ref _done));
        }
        catch (Exception e)
        {
            FaultyLibrary.Disarm();
            throw new InvalidOperationException($"{_where}, {FaultyLibrary.Failed}: {e.Message}\n{string.Join('\n', _problems)}", e);
        }
    }

    /// <summary>Notes a problem of the work that runs now.</summary>
    public void Expect(bool holds, string problem)
    {
        if (!holds)
            _problems.TryAdd($"{FaultyLibrary.Failed}: {problem}", _where);
    }

    /// <summary>Fails with all that was noted.</summary>
    public void AssertNone() =>
        Assert.True(_problems.Count == 0, $"{_problems.Count} problems\n{string.Join('\n', _problems.Take(60).Select(problem => $"{problem.Key}\n    {problem.Value}"))}");

    /// <summary>Has allocations fail again, in the same way: for work that is checked in the middle.</summary>
    public void Rearm() => FaultyLibrary.Arm(_first, _length);

    private bool Once(string where, int first, int length, Action work, Action<bool> check)
    {
        (_where, _first, _length) = (where, first, length);
        var start = Environment.TickCount64;
        FaultyLibrary.Arm(first, length);
        try
        {
            work();
        }
        catch (InsufficientMemoryException e)
        {
            Expect(holds: false, $"the exception has left an export\n{e.StackTrace}");
        }
        finally
        {
            FaultyLibrary.Disarm();
        }

        var hasFailed = FaultyLibrary.Failed is not null;
        Faults += hasFailed ? 1 : 0;
        check(hasFailed);
        if (Environment.TickCount64 - start is var time && time > _slowest)
            (_slowest, _whereSlowest) = (time, $"{where}, {FaultyLibrary.Failed}");

        Interlocked.Increment(ref _done);
        return hasFailed;
    }
}
