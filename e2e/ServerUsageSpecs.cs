using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>The command line of the servers.</summary>
public sealed class ServerUsageSpecs
{
    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task Help_names_every_flag(string server)
    {
        var program = await Requires.ServerAsync(server);

        var outcome = await program.RunAsync(["--help"]);

        Assert.True(outcome is { ExitCode: 0, Errors: [] }, $"expected exit code 0 and nothing on stderr\n{outcome}");
        var page = string.Join('\n', outcome.Output);
        Assert.All(
            ["--name NAME", "--allow-remote", "--help", "unix:PATH", "tcp:HOST:PORT", "MY_TIMER_ADDRESS"],
            word => Assert.Contains(word, page, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task Without_an_address_it_shows_its_usage(string server)
    {
        var program = await Requires.ServerAsync(server);

        AssertUsage(await program.RunAsync([]), "usage");
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task An_unknown_flag_is_named(string server)
    {
        var program = await Requires.ServerAsync(server);

        AssertUsage(await program.RunAsync(["--nope", "tcp:127.0.0.1:0"]), "--nope");
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task The_address_may_come_from_the_environment(string server)
    {
        var program = await Requires.ServerAsync(server);

        await using var running = await Server.StartAsync(
            program, [], new Dictionary<string, string> { ["MY_TIMER_ADDRESS"] = "tcp:127.0.0.1:0" });

        await Expect.HealthyAsync(running.Address);
        await running.StopAsync();
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task The_timer_gets_the_name_that_is_given(string server)
    {
        var program = await Requires.ServerAsync(server);
        await using var running = await Server.StartAsync(program, ["--name", "kitchen", "tcp:127.0.0.1:0"]);
        using var client = await WireClient.ConnectAsync(running.Address);

        var reply = await client.CallAsync("echo", """{"req": {"message": "hi", "delayMs": 0}}""");

        Expect.Ok("""{"echoed": "hi", "timerName": "kitchen"}""", reply);
        await running.StopAsync();
    }

    private static void AssertUsage(Outcome outcome, string word)
    {
        Assert.True(outcome is { ExitCode: 2, Output: [] }, $"expected exit code 2 and nothing on stdout\n{outcome}");
        Assert.Contains(outcome.Errors, line => line.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
