using System.Diagnostics;

namespace Twofold.Attacks;

/// <summary>Runs attacks on a server one after the other, beside a healthy client.</summary>
internal static class AttackRunner
{
    private static readonly TimeSpan s_samplePeriod = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>One attack.</summary>
    /// <exception cref="AttackException">The server cannot be called even before it.</exception>
    public static async Task<AttackReport> RunAsync(Attack attack, TimeSpan time, Target target, AttackCalls calls)
    {
        using var healthy = await HealthyClient.ConnectAsync(target, calls.Healthy);
        using var process = ServerProcess.Of(healthy.Socket);
        healthy.Call();
        var before = process?.Look();

        var clock = Stopwatch.StartNew();
        var running = Task.Run(() => attack.RunForAsync(time, target, calls));
        var sampling = SampleAsync(process, running);
        var latencies = await healthy.CallDuringAsync(running);
        var tally = await running;
        var elapsed = clock.Elapsed;
        var peak = await sampling;

        var failure = await TryAgainAsync(target, calls.Healthy);
        var after = process?.Look();
        return new AttackReport(attack.Name, tally, elapsed, latencies, failure)
        {
            Resident = before is { } b && after is { } a ? (b.Resident, peak, a.Resident) : null,
            Processor = after?.Processor - before?.Processor,
        };
    }

    /// <summary>Connects and calls; a server may still be at the connections that have just been closed.</summary>
    private static async Task<string?> TryAgainAsync(Target target, Call call)
    {
        for (var clock = Stopwatch.StartNew(); ;)
        {
            try
            {
                using var client = await HealthyClient.ConnectAsync(target, call);
                client.Call();
                return null;
            }
            catch (AttackException e) when (clock.Elapsed > s_patience)
            {
                return e.Message;
            }
            catch (AttackException)
            {
                await Task.Delay(s_samplePeriod);
            }
        }
    }

    private static async Task<long> SampleAsync(ServerProcess? process, Task until)
    {
        var peak = 0L;
        for (; process is not null && !until.IsCompleted; await Task.Delay(s_samplePeriod))
            peak = Math.Max(peak, process.Look()?.Resident ?? 0);
        return peak;
    }
}
