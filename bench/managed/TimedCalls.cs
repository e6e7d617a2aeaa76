using System.Diagnostics;

namespace Twofold.Bench;

/// <summary>What native/calls.c does with its threads and native/timed.h with the clock.</summary>
/// <param name="threads">How many call.</param>
/// <param name="duration">Of the calls that are timed together, in nanoseconds.</param>
internal sealed class TimedCalls(int threads, long duration) : IDisposable
{
    private const int WarmUp = 2000;
    private const int BetweenLooks = 64;

    private readonly Barrier _step = new(threads + 1);

    /// <summary>Runs each thread's call, and gives one line of JSON.</summary>
    public string Run(Func<int, Func<bool>> callOf)
    {
        var runners = Enumerable.Range(0, threads).Select(index => new Runner(callOf(index))).ToList();
        var started = runners.ConvertAll(runner => new Thread(() => Call(runner)));
        started.ForEach(thread => thread.Start());

        // No thread calls between two steps, so it does not matter when this thread gets to run.
        _step.SignalAndWait();
        var cpu = Environment.CpuUsage.TotalTime;
        _step.SignalAndWait();
        _step.SignalAndWait();
        cpu = Environment.CpuUsage.TotalTime - cpu;
        _step.SignalAndWait();
        started.ForEach(thread => thread.Join());

        var latency = new Histogram();
        runners.ForEach(runner => latency.Merge(runner.Latency));
        var (calls, elapsed) = (runners.Sum(runner => runner.Calls), runners.Max(runner => runner.Elapsed));
        return $$"""{"requests": {{calls}}, "elapsed": {{elapsed}}, "cpu": {{cpu.TotalNanoseconds:F0}}, {{latency}}}""";
    }

    public void Dispose() => _step.Dispose();

    // Nanoseconds: the tick of this clock is one wherever the bench runs.
    private static long Now() => Stopwatch.GetTimestamp() * (1_000_000_000 / Stopwatch.Frequency);

    private static void Check(bool isRight)
    {
        if (!isRight)
            throw new InvalidOperationException("the answer is not the expected one");
    }

    private void Call(Runner runner)
    {
        for (var i = 0; i < WarmUp; i++)
            Check(runner.Call());

        _step.SignalAndWait();
        _step.SignalAndWait();
        Together(runner);
        _step.SignalAndWait();
        _step.SignalAndWait();
        OneByOne(runner);
    }

    private void Together(Runner runner)
    {
        var began = Now();
        do
        {
            for (var i = 0; i < BetweenLooks; i++)
                Check(runner.Call());
            runner.Calls += BetweenLooks;
            runner.Elapsed = Now() - began;
        }
        while (runner.Elapsed < duration);
    }

    private void OneByOne(Runner runner)
    {
        var now = Now();
        var end = now + (duration / 4);
        while (now < end)
        {
            var before = now;
            Check(runner.Call());
            now = Now();
            runner.Latency.Add(now - before);
        }
    }

    private sealed class Runner(Func<bool> call)
    {
        public Func<bool> Call { get; } = call;

        public Histogram Latency { get; } = new();

        public long Calls { get; set; }

        public long Elapsed { get; set; }
    }
}
