using Twofold.Attacks;
using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>Every attack for a short time: healthy calls are answered meanwhile and afterwards, and the memory comes back.</summary>
[Collection(nameof(Attacked))]
public sealed class AttackSpecs(ITestOutputHelper output)
{
    private static readonly Executable s_twofold = Executable.Built("artifacts/dotnet/bin/Twofold.Tool/release/twofold", "./just library");
    private static readonly TimeSpan s_time = TimeSpan.FromMilliseconds(700);

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task A_server_withstands_every_attack_and_gives_the_memory_back(string server)
    {
        Requires.ProcessCounts();
        await using var running = await Server.StartAsync(await Requires.ServerAsync(server), "unix");
        using var idle = await HealthyClient.ConnectAsync(Target.Parse(running.Address), AttackCalls.OfTimer.Healthy);
        idle.Call();
        var before = Vitals.ResidentOf(running.ProcessId);

        foreach (var attack in AttackList.All)
        {
            var report = await Attacked.RunAsync(attack.Name, s_time, running.Address);
            output.WriteLine(string.Join(" | ", report.Cells));
        }

        output.WriteLine($"memory back after {(await Attacked.WaitForMemoryAsync(running, before)).TotalSeconds:0.0} s");
        await running.StopAfterAsync(idle);
    }

    [Theory]
    [InlineData(0, "req.tags[94]: expected text, found an integer")]
    [InlineData(1, "req.tags: unexpected break at byte 120")]
    [InlineData(2, "req.tags[0]: expected text, found an array")]
    public async Task Its_malformed_data_is_refused_where_it_is_wrong(int kind, string error)
    {
        await using var running = await Server.StartAsync(await Requires.ServerAsync("serve_host"), "unix");
        using var client = await WireClient.ConnectAsync(running.Address);

        await client.SendAsync(Requests.Frame("complex", Requests.Around(isRequest: true, Requests.Malformed(kind, size: 100))));

        Expect.Refused(Status.InvalidArgument, error, await client.ReplyAsync());
        await running.StopAfterAsync(client);
    }

    [Theory]
    [InlineData("unix:/nowhere/at/all", "no server answers at unix:/nowhere/at/all")]
    [InlineData("tcp:127.0.0.1", "not an address: tcp:127.0.0.1 (use unix:PATH or tcp:HOST:PORT")]
    [InlineData("http://localhost", "not an address: http://localhost")]
    [InlineData("tcp:192.0.2.1:7000", "tcp:192.0.2.1:7000 is not on this machine: attack only what is yours, then pass --allow-remote")]
    public async Task The_command_explains_an_address_that_it_does_not_attack(string address, string error)
    {
        var outcome = await RunAsync("attack", address);

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith($"error: {error}", Assert.Single(outcome.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_prints_a_row_for_each_attack_that_is_asked_for()
    {
        await using var running = await Server.StartAsync(await Requires.ServerAsync("serve_host"), "tcp");

        var outcome = await RunAsync("attack", running.Address, "--seconds", "1", "--only", "escapes,descriptors", "--call", "lib_version", "{}");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(outcome.Output, line => line.StartsWith("escapes ", StringComparison.Ordinal) && line.EndsWith("works", StringComparison.Ordinal));
        Assert.Contains("descriptors  skipped: only a unix socket passes descriptors", outcome.Output);
        Assert.Equal("ok     every healthy call was answered, and the server works", outcome.Output[^1]);
        await running.StopAsync();
    }

    [Fact]
    public async Task The_command_fails_where_a_healthy_call_is_not_answered()
    {
        await using var running = await Server.StartAsync(await Requires.ServerAsync("serve_host"), "unix", "--max-connections", "2");

        var outcome = await RunAsync("attack", running.Address, "--seconds", "1", "--only", "idle");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("connection limit (2) reached", string.Join('\n', outcome.Output.Concat(outcome.Errors)), StringComparison.Ordinal);
    }

    private static async Task<Outcome> RunAsync(params string[] arguments)
    {
        await Requires.ProgramAsync(s_twofold);
        return await s_twofold.RunAsync(arguments);
    }
}
