using System.Diagnostics;
using Twofold.Attacks;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>Specs that attack servers. They run alone, because they take all processors.</summary>
[CollectionDefinition(nameof(Attacked), DisableParallelization = true)]
public sealed class Attacked
{
    /// <summary>What may be left of the memory of an attack, and how long it may take to give it back.</summary>
    private const long MostLeft = 8 << 20;
    private static readonly TimeSpan s_mostPatience = TimeSpan.FromSeconds(10);

    /// <summary>Attacks a server beside a healthy client, whose calls must all be answered, also afterwards.</summary>
    internal static async Task<AttackReport> RunAsync(string attack, TimeSpan time, string address)
    {
        var report = await AttackRunner.RunAsync(AttackList.All.Single(it => it.Name == attack), time, Target.Parse(address), AttackCalls.OfTimer);
        Assert.Null(report.Failure);
        Assert.True(report.Tally.Connected > 0, $"{attack} did nothing");
        return report;
    }

    /// <summary>Waits until the memory of a server is back near what it was. Returns how long that took, and fails if it takes long.</summary>
    internal static async Task<TimeSpan> WaitForMemoryAsync(Server server, long idle)
    {
        var clock = Stopwatch.StartNew();
        while (Vitals.ResidentOf(server.ProcessId) > idle + MostLeft)
        {
            Assert.True(clock.Elapsed < s_mostPatience, $"{Vitals.Mebibytes(Vitals.ResidentOf(server.ProcessId))} are left of {Vitals.Mebibytes(idle)}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        return clock.Elapsed;
    }
}
