using System.Globalization;
using System.Text.RegularExpressions;
using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>The command line of the servers.</summary>
public sealed partial class ServerUsageSpecs
{
    private const string Header = "library/MyTimer/include/my_timer.h";
    private const string LargestLimit = "1073741824";

    private static readonly string[] s_noNumbers = ["", "0", "-1", "+1", " 1", "1.5", "0x10", "many", "1e3", "18446744073709551617"];

    private static readonly (string Flag, string Most)[] s_numbers =
    [
        ("--max-method-bytes", LargestLimit), ("--max-payload-bytes", LargestLimit), ("--max-unread-bytes", LargestLimit),
        ("--max-connections", LargestLimit), ("--frame-timeout-ms", LargestLimit), ("--progress-timeout-ms", LargestLimit),
        ("--drain-timeout-ms", LargestLimit), ("--loop-threads", "256"), ("--max-nesting", "1024"), ("--max-objects", LargestLimit),
        ("--max-in-flight", LargestLimit), ("--max-connections-per-peer", LargestLimit),
    ];

    // The arguments after the flag, and their description in the error.
    private static readonly (string[] Given, string Missing)[] s_incomplete =
        [(["--unix"], "--unix needs a value: PATH"), (["--tcp"], "--tcp needs two values: HOST PORT"), (["--tcp", "127.0.0.1"], "--tcp needs two values: HOST PORT")];

    public static IEnumerable<TheoryDataRow<string, string>> Numbers =>
        from number in s_numbers
        select new TheoryDataRow<string, string>(number.Flag, number.Most);

    public static IEnumerable<TheoryDataRow<string>> LimitFlags =>
        from flag in s_numbers.Select(number => number.Flag).Append("--transport").Append("--verbose").Append("--allow-uid").Append("--token-file")
        select new TheoryDataRow<string>(flag);

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task Help_names_every_flag(string server)
    {
        var program = await Requires.ServerAsync(server);

        var outcome = await program.RunAsync(["--help"]);

        Assert.True(outcome is { ExitCode: 0, Errors: [] }, $"expected exit code 0 and nothing on stderr\n{outcome}");
        var page = string.Join('\n', outcome.Output);
        Assert.All(
            ["--unix PATH", "--tcp HOST PORT", "--name NAME", "--allow-remote", "--help", "unix:PATH", "tcp:HOST:PORT", "MY_TIMER_ADDRESS"],
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
        await running.StopAfterAsync(client);
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task A_path_may_follow_a_flag(string server)
    {
        Requires.UnixSockets();
        using var folder = new TempFolder();
        var program = await Requires.ServerAsync(server);

        await using var running = await Server.StartAsync(program, ["--unix", folder.File("s"), "--name", "kitchen"]);

        Assert.Equal($"unix:{folder.File("s")}", running.Address);
        await Expect.HealthyAsync(running.Address);
        await running.StopAsync();
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task A_host_and_a_port_may_follow_a_flag(string server)
    {
        var program = await Requires.ServerAsync(server);

        await using var running = await Server.StartAsync(program, ["--tcp", "127.0.0.1", "0", "--name", "kitchen"]);

        Assert.Matches(@"^tcp:127\.0\.0\.1:[1-9]\d*$", running.Address);
        await Expect.HealthyAsync(running.Address);
        await running.StopAsync();
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task An_IPv6_host_needs_no_brackets_behind_its_flag(string server)
    {
        Requires.IPv6();
        var program = await Requires.ServerAsync(server);

        foreach (var host in (string[])["::1", "[::1]"])
        {
            await using var running = await Server.StartAsync(program, ["--tcp", host, "0"]);
            Assert.Matches(@"^tcp:\[::1\]:[1-9]\d*$", running.Address);
            await running.StopAsync();
        }
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task A_flag_without_all_its_values_is_named(string server)
    {
        var program = await Requires.ServerAsync(server);

        foreach (var (given, missing) in s_incomplete)
            AssertUsage(await program.RunAsync(given), missing);
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task A_second_address_is_an_error(string server)
    {
        var program = await Requires.ServerAsync(server);

        foreach (var given in (string[][])[["tcp:127.0.0.1:0", "fd:99"], ["--unix", "/tmp/s", "fd:99"], ["fd:99", "--tcp", "127.0.0.1", "0"], ["--unix", "/tmp/s", "--unix", "/tmp/s"]])
            AssertUsage(await program.RunAsync(given), "more than one ADDRESS: ");
    }

    [Theory, MemberData(nameof(Numbers))]
    public async Task A_number_is_checked(string flag, string most)
    {
        var program = await Requires.ServerAsync("serve_host");

        foreach (var value in s_noNumbers.Append($"{ulong.Parse(most, CultureInfo.InvariantCulture) + 1}"))
            AssertUsage(await program.RunAsync([flag, value, "fd:99"]), $"{flag} takes a number from 1 to {most}, not {value}");

        AssertUsage(await program.RunAsync([flag]), $"{flag} needs a value: N");

        // Both bounds of the range are accepted, so the error is about the address.
        foreach (var value in (string[])["1", most])
            Assert.Equal(1, (await program.RunAsync([flag, value, "fd:99"])).ExitCode);
    }

    [Fact]
    public async Task A_transport_is_checked()
    {
        var program = await Requires.ServerAsync("serve_host");

        AssertUsage(await program.RunAsync(["--transport", "pigeon", "fd:99"]), "--transport takes automatic, epoll, sockets, not pigeon");
    }

    [Theory, MemberData(nameof(LimitFlags))]
    public async Task The_relay_has_no_flags_for_limits(string flag)
    {
        var program = await Requires.ServerAsync(Servers.Relay);

        AssertUsage(await program.RunAsync([flag, "1", "fd:99"]), $"unknown option {flag}");
        Assert.DoesNotContain((await program.RunAsync(["--help"])).Output, line => line.Contains(flag, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task The_help_page_is_aligned_and_fits_a_terminal(string server)
    {
        var page = (await (await Requires.ServerAsync(server)).RunAsync(["--help"])).Output;

        var options = page.Where(line => line.StartsWith("  --", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(options);
        Assert.All(options, line => Assert.Matches(@"^  --[a-z-]+( [A-Z]+)* +(?<=^.{31})[a-z]", line));
        Assert.All(page, line => Assert.True(line.Length <= 110, line));
    }


    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task Verbose_logs_each_connection_and_each_failed_request(string server)
    {
        Requires.Signals();
        var program = await Requires.ServerAsync(server);
        await using var running = await Server.StartAsync(program, ["--verbose", "tcp:127.0.0.1:0"]);
        using (var client = await WireClient.ConnectAsync(running.Address))
        {
            Expect.Ok("\"csharp-timer v0.1.0\"", await client.CallAsync("version"));
            Expect.Refused(Status.UnknownMethod, "unknown method \"nope\"", await client.CallAsync("nope"));
        }

        running.Send(Signal.Terminate);
        var outcome = await running.ExitAsync();

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal($"server {running.Address}: listening", outcome.Errors[0]);
        Assert.Contains(outcome.Errors, line => line.StartsWith("connection 1: opened from 127.0.0.1:", StringComparison.Ordinal));
        Assert.Contains("connection 1: nope failed: UNKNOWN_METHOD: unknown method \"nope\"", outcome.Errors);
        Assert.Contains("connection 1: closed", outcome.Errors);
        Assert.Equal($"server {running.Address}: stopped", outcome.Errors[^1]);
        Assert.DoesNotContain(outcome.Errors, line => line.Contains("version", StringComparison.Ordinal));
    }

    private static void AssertUsage(Outcome outcome, string word)
    {
        Assert.True(outcome is { ExitCode: 2, Output: [] }, $"expected exit code 2 and nothing on stdout\n{outcome}");
        Assert.Contains(outcome.Errors, line => line.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
