using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>A server serves a socket that was passed to it, as systemd's socket units do.</summary>
public sealed class SocketActivationSpecs : IDisposable
{
    private const string Own = "own";
    private const string Units = "examples/ipc/systemd";

    private static readonly Executable s_launcher = Executable.Python("e2e/Harness/activate.py", module: "socket");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(ServerStartSpecs.OverTransports), MemberType = typeof(ServerStartSpecs))]
    public async Task Without_an_address_it_serves_the_socket_that_it_was_passed(string server, string transport)
    {
        var address = transport == "unix" ? $"unix:{_folder.File("s")}" : "tcp:127.0.0.1:0";
        await using var running = await Server.StartAsync(await PassingAsync(server, address), []);

        Assert.Matches(transport == "unix" ? $"^{address}$" : @"^tcp:127\.0\.0\.1:[1-9]\d*$", running.Address);
        await Expect.HealthyAsync(running.Address);
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task The_file_of_a_passed_socket_is_not_removed(string server)
    {
        var path = _folder.File("s");
        await using var running = await Server.StartAsync(await PassingAsync(server, $"unix:{path}"), []);
        await Expect.HealthyAsync(running.Address);

        running.Send(Signal.Terminate);

        Assert.Equal(0, (await running.ExitAsync()).ExitCode);
        Assert.True(File.Exists(path), "the socket belongs to the process that made it, and will be passed again");
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task It_serves_any_descriptor_by_its_number(string server)
    {
        await using var running = await Server.StartAsync(await PassingAsync(server, "tcp:127.0.0.1:0", pid: "1"), ["fd:3"]);

        await Expect.HealthyAsync(running.Address);
        await running.StopAsync();
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task A_passed_socket_comes_before_the_variable(string server)
    {
        await using var running = await Server.StartAsync(
            await PassingAsync(server, $"unix:{_folder.File("s")}"), [], new Dictionary<string, string> { ["MY_TIMER_ADDRESS"] = "tcp:127.0.0.1:0" });

        Assert.Equal($"unix:{_folder.File("s")}", running.Address);
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task An_address_comes_before_a_passed_socket(string server)
    {
        await using var running = await Server.StartAsync(await PassingAsync(server, $"unix:{_folder.File("s")}"), ["tcp:127.0.0.1:0"]);

        Assert.StartsWith("tcp:", running.Address, StringComparison.Ordinal);
        await Expect.HealthyAsync(running.Address);
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task Sockets_that_were_passed_to_another_process_are_ignored(string server)
    {
        var outcome = await (await PassingAsync(server, "tcp:127.0.0.1:0", pid: "1")).RunAsync([]);

        Assert.True(outcome is { ExitCode: 2, Output: [] }, outcome.ToString());
        Assert.Contains("no ADDRESS", outcome.Errors[0], StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task A_count_of_zero_passed_sockets_needs_an_address(string server)
    {
        var outcome = await (await PassingAsync(server, "tcp:127.0.0.1:0", count: "0")).RunAsync([]);

        Assert.True(outcome is { ExitCode: 2, Output: [] }, outcome.ToString());
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task A_passed_socket_that_other_machines_can_reach_needs_a_flag(string server)
    {
        var passing = await PassingAsync(server, "tcp:0.0.0.0:0");

        var refused = await passing.RunAsync([]);
        Assert.True(refused is { ExitCode: 1, Output: [] }, refused.ToString());
        Assert.StartsWith("refused: fd:3 is reachable from other machines", refused.Errors[0], StringComparison.Ordinal);

        await using var running = await Server.StartAsync(passing, ["--allow-remote"]);
        await Expect.HealthyAsync(running.Address.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_example_units_command_serves_the_example_units_socket()
    {
        string[] command = [.. Setting("my_timer.service", "ExecStart").Split(' ')];
        var listens = Setting("my_timer.socket", "ListenStream");
        Assert.Equal("/usr/local/bin/serve_host", command[0]);
        Assert.StartsWith("/run/", listens, StringComparison.Ordinal);
        var address = $"unix:{_folder.File(Path.GetFileName(listens))}";

        await using var running = await Server.StartAsync(await PassingAsync(Path.GetFileName(command[0]), address), command[1..]);

        Assert.Equal(address, running.Address);
        await Expect.HealthyAsync(running.Address);
    }

    private static string Setting(string unit, string name) =>
        File.ReadLines(Repo.At($"{Units}/{unit}")).Single(line => line.StartsWith($"{name}=", StringComparison.Ordinal))[(name.Length + 1)..];

    /// <summary>The server program, with a passed socket at this address.</summary>
    private static async Task<Executable> PassingAsync(string server, string address, string count = "1", string pid = Own)
    {
        Requires.UnixSockets();
        var program = await Requires.ServerAsync(server);
        await Requires.ProgramAsync(s_launcher);
        return s_launcher with { Leading = [.. s_launcher.Leading, address, count, pid, program.File, .. program.Leading] };
    }
}
