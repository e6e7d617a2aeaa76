using Twofold.Attacks;
using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>Little memory: peers that ask for more than there is neither end a server nor delay a healthy client, and calls in process are refused.</summary>
[Collection(nameof(Attacked)), Trait("tier", "nightly")]
public sealed class AttackLimitSpecs(ITestOutputHelper output)
{
    private static readonly TimeSpan s_time = TimeSpan.FromSeconds(2);

    // Milliseconds. The attacker takes most of the processors, so the healthy client waits for them too.
    private const double MostPercentile99 = 100;

    private static readonly string[] s_attacks = ["slow-calls", "many-slow-calls", "large-slow-calls", "unfinished-frames", "unread-replies"];

    public static TheoryData<string, string> Servers => new(
        from server in Rows.ServeHostNames
        from limit in Limit.ByName.Keys
        select (server, limit));

    public static TheoryData<string, int, int> Hosts => new(
        from limit in Limit.ByName.Keys
        from calls in new[] { (Bytes: 60_000, Calls: 10_000), (Bytes: 4_000, Calls: 300_000), (Bytes: 5, Calls: 300_000) }
        select (limit, calls.Bytes, calls.Calls));

    [Theory, MemberData(nameof(Servers))]
    public async Task A_server_withstands_attacks_on_its_memory(string server, string limit)
    {
        var (program, most) = await UnderAsync(limit, await Requires.ServerAsync(server));
        await using var running = await Server.StartAsync(program, "unix");
        using var idle = await HealthyClient.ConnectAsync(Target.Parse(running.Address), AttackCalls.OfTimer.Healthy);
        idle.Call();
        var before = Vitals.ResidentOf(running.ProcessId);

        foreach (var attack in s_attacks)
        {
            var report = await Attacked.RunAsync(attack, s_time, running.Address);
            output.WriteLine(string.Join(" | ", report.Cells));
            Assert.InRange(report.Healthy.Percentile99, 0, MostPercentile99);
            Assert.InRange(report.Resident!.Value.Peak, 0, most);
        }

        output.WriteLine($"memory back after {(await Attacked.WaitForMemoryAsync(running, before)).TotalSeconds:0.0} s");
        await running.StopAfterAsync(idle);
    }

    [Theory, MemberData(nameof(Hosts))]
    public async Task A_host_is_refused_the_calls_that_it_has_no_memory_for(string limit, int bytes, int calls)
    {
        var host = FixturePrograms.HostProgram("pending");
        await Requires.ProgramAsync(host);
        var (program, _) = await UnderAsync(limit, host);

        Expect.AllHeld(await program.RunAsync([$"{bytes}", $"{calls}"]));
    }

    private static async Task<(Executable Program, long MostResident)> UnderAsync(string name, Executable program)
    {
        Requires.ProcessCounts();
        var limit = Limit.ByName[name];
        if (await limit.FindObstacleAsync() is { } obstacle)
            Assert.Skip(obstacle);
        return (limit.Apply(program), limit.MostResident ?? long.MaxValue);
    }
}
