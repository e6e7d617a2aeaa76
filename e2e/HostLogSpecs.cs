using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>What peers can do to a host through its log.</summary>
public sealed class HostLogSpecs
{
    private const int Requests = 100_000;
    private const int MostLines = 1_000;

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task A_peer_whose_requests_fail_cannot_flood_the_log(string server)
    {
        await using var running = await Server.StartAsync(await Requires.ServerAsync(server), "tcp", "--verbose");
        var request = Frame.Request(new string('é', 60));
        var many = Enumerable.Repeat(request, 1000).SelectMany(bytes => bytes).ToArray();

        Assert.Equal(Requests, await RawPeer.ConverseAsync(running.Address, Enumerable.Repeat((ReadOnlyMemory<byte>)many, Requests / 1000)));
        await Expect.HealthyAsync(running.Address);
        running.Send(Signal.Terminate);

        var outcome = await running.ExitAsync();
        var failures = outcome.Errors.Count(line => line.Contains(" failed: UNKNOWN_METHOD", StringComparison.Ordinal));
        Assert.InRange(failures, 10, MostLines);
        Assert.Equal(
            Requests - failures,
            outcome.Errors.Where(line => line.StartsWith("connection 1: ", StringComparison.Ordinal) && line.EndsWith(" more lines were left out", StringComparison.Ordinal))
                .Sum(line => int.Parse(line.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task A_log_that_no_process_reads_does_not_delay_the_stop(string server)
    {
        Requires.Linux("a pipe is filled as Linux has them");
        Requires.Tool("bash", "bash");
        var program = await Requires.ServerAsync(server);
        using var folder = new TempFolder();

        // A pipe that is full from the start, and that its only reader never reads.
        const string Stuck = "mkfifo \"$0\" && exec 3<>\"$0\" && head -c 65536 /dev/zero >&3 && exec \"$@\" 2>\"$0\"";
        await using var host = Child.Start("bash", ["-c", Stuck, folder.File("log"), program.File, .. program.Leading, "tcp:127.0.0.1:0", "--verbose"]);
        var address = (await host.LineAsync("listening on "))["listening on ".Length..];
        for (var i = 0; i < 20; i++)
            await Expect.HealthyAsync(address);

        var before = Environment.TickCount64;
        host.Send(Signal.Terminate);
        Assert.Equal(0, (await host.ExitAsync()).ExitCode);
        Assert.InRange(Environment.TickCount64 - before, 0, 8_000);
    }
}
