using System.Net.Sockets;
using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>The addresses where a server can listen, and its errors for the others.</summary>
public sealed class ServerStartSpecs : IDisposable
{
    private static readonly string[] EveryInterface = ["tcp:0.0.0.0:0", "tcp:[::]:0"];

    // Everything allowed, nothing allowed, and the usual default.
    private static readonly string[] s_umasks = ["000", "777", "022"];

    private readonly TempFolder _folder = new();

    public static IEnumerable<TheoryDataRow<string, string>> RemoteAddresses =>
        from row in Rows.Programs
        from address in EveryInterface
        select new TheoryDataRow<string, string>(row.Data, address).WithTrait("server", row.Data);

    public static IEnumerable<TheoryDataRow<string, string>> OverTransports =>
        from row in Rows.Programs
        from transport in Platform.Transports
        select new TheoryDataRow<string, string>(row.Data, transport).WithTrait("server", row.Data).WithTrait("transport", transport);

    public static TheoryData<string> Transports => [.. Platform.Transports];

    public static IEnumerable<TheoryDataRow<string, string>> Umasks =>
        from row in Rows.Programs
        from umask in s_umasks
        select new TheoryDataRow<string, string>(row.Data, umask).WithTrait("server", row.Data);

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(OverTransports))]
    public async Task An_address_in_use_is_left_to_its_server(string server, string transport)
    {
        var program = await Requires.ServerAsync(server);
        await using var first = await Server.StartAsync(program, transport);

        AssertRefused(await program.RunAsync([first.Address]), first.Address, "in use");

        await Expect.HealthyAsync(first.Address);
        await first.StopAsync();
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task A_dead_socket_is_replaced(string server)
    {
        Requires.UnixSockets();
        var program = await Requires.ServerAsync(server);
        var path = _folder.File("s");
        await using (await Server.StartAsync(program, [$"unix:{path}"]))
        {
            // The server is killed at the end of this block.
        }

        Assert.True(File.Exists(path), "a killed server cannot remove its socket");
        await using var next = await Server.StartAsync(program, [$"unix:{path}"]);
        await Expect.HealthyAsync(next.Address);
        await next.StopAsync();
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task A_path_on_which_another_server_is_starting_is_in_use(string server)
    {
        Requires.UnixSockets();
        var program = await Requires.ServerAsync(server);
        var path = _folder.File("s");

        // .NET locks it as the servers do.
        await using (new FileStream(path + ".starting", FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
            AssertRefused(await program.RunAsync([$"unix:{path}"]), path, "in use");

        await using var next = await Server.StartAsync(program, [$"unix:{path}"]);
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
        await next.StopAsync();
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task Of_servers_that_start_on_one_path_at_once_one_listens(string server)
    {
        Requires.UnixSockets();
        var program = await Requires.ServerAsync(server);
        var address = $"unix:{_folder.File("s")}";
        var running = Enumerable.Range(0, 6).Select(_ => program.Start([address])).ToList();
        try
        {
            var ends = running.Select(child => child.ExitAsync()).ToList();
            var refused = await Task.WhenEach(ends).Take(running.Count - 1).ToListAsync(TestContext.Current.CancellationToken);
            foreach (var end in refused)
                AssertRefused(await end, address, "in use");

            await Expect.HealthyAsync(address);
            var last = ends.FindIndex(end => !refused.Contains(end));
            running[last].Send(Signal.Terminate);
            Assert.Equal(0, (await ends[last]).ExitCode);
        }
        finally
        {
            foreach (var child in running)
                await child.DisposeAsync();
        }
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task It_serves_without_standard_descriptors(string server)
    {
        Requires.UnixSockets();
        var program = await Requires.ServerAsync(server);
        await using var child = Child.Start("/bin/sh", ["-c", "exec \"$0\" \"$@\" <&- >&- 2>&-", program.File, .. program.Leading, $"unix:{_folder.File("s")}"]);

        // It cannot say when it listens.
        await UntilListeningAsync(_folder.File("s")).Within("a server that listens");

        await Expect.HealthyAsync($"unix:{_folder.File("s")}");
        child.Send(Signal.Terminate);
        Assert.Equal(0, (await child.ExitAsync()).ExitCode);
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task A_file_is_never_touched(string server)
    {
        Requires.UnixSockets();
        var program = await Requires.ServerAsync(server);
        var path = _folder.File("notes");
        await File.WriteAllTextAsync(path, "mine", TestContext.Current.CancellationToken);

        AssertRefused(await program.RunAsync([$"unix:{path}"]), path, "not a socket");

        Assert.Equal("mine", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task A_folder_is_never_touched(string server)
    {
        Requires.UnixSockets();
        var program = await Requires.ServerAsync(server);

        AssertRefused(await program.RunAsync([$"unix:{_folder.Path}"]), _folder.Path, "not a socket");

        Assert.True(Directory.Exists(_folder.Path));
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task A_missing_folder_is_named(string server)
    {
        Requires.UnixSockets();
        var program = await Requires.ServerAsync(server);
        var path = _folder.File("none/s");

        AssertRefused(await program.RunAsync([$"unix:{path}"]), path, "");
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task A_path_that_is_too_long_is_named(string server)
    {
        Requires.UnixSockets();
        var program = await Requires.ServerAsync(server);
        var path = _folder.File(new string('s', 200));

        AssertRefused(await program.RunAsync([$"unix:{path}"]), path, "too long");
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task An_invalid_address_is_named(string server)
    {
        var program = await Requires.ServerAsync(server);

        AssertRefused(await program.RunAsync(["foo"]), "foo", "");
    }

    [Theory, MemberData(nameof(Umasks))]
    public async Task A_unix_socket_is_for_its_owner_under_any_umask(string server, string umask)
    {
        Requires.UnixSockets();
        var program = await Requires.ServerAsync(server);
        var masked = program with { File = "/bin/sh", Leading = ["-c", $"umask {umask}; exec \"$0\" \"$@\"", program.File, .. program.Leading] };

        await using var running = await Server.StartAsync(masked, "unix");

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(running.SocketPath!));
        await Expect.HealthyAsync(running.Address);
        await running.StopAsync();
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task It_listens_on_IPv6(string server)
    {
        Requires.IPv6();
        var program = await Requires.ServerAsync(server);

        await using var running = await Server.StartAsync(program, ["tcp:[::1]:0"]);

        Assert.Matches(@"^tcp:\[::1\]:[1-9]\d*$", running.Address);
        await Expect.HealthyAsync(running.Address);
        await running.StopAsync();
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task An_IPv4_address_in_IPv6_form_is_the_IPv4_address(string server)
    {
        Requires.IPv6();
        var program = await Requires.ServerAsync(server);

        await using var running = await Server.StartAsync(program, ["tcp:[::ffff:127.0.0.1]:0"]);

        Assert.Matches(@"^tcp:127\.0\.0\.1:[1-9]\d*$", running.Address);
        await Expect.HealthyAsync(running.Address);
        await running.StopAsync();
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task A_server_costs_one_thread_and_one_epoll_instance_beside_what_the_runtime_has(string transport)
    {
        Requires.ProcessCounts();
        await using var running = await Server.StartAsync(await Requires.ServerAsync("serve_host"), transport);
        await Expect.HealthyAsync(running.Address);

        // The host's main thread, the loop, the runtime's signal handler and the finalizer.
        Assert.Equal(4, Vitals.Of(running.ProcessId).Threads);
        Assert.Equal(1, Vitals.EpollInstancesOf(running.ProcessId));
        await running.StopAsync();
    }

    [Theory, MemberData(nameof(RemoteAddresses))]
    public async Task An_address_that_other_machines_can_reach_is_refused(string server, string address)
    {
        var program = await Requires.ServerAsync(server);

        AssertRefused(
            await program.RunAsync([address]),
            $"refused: {address} is reachable from other machines and the wire is not encrypted; pass --allow-remote to serve it anyway",
            "");
    }

    [Theory, MemberData(nameof(Rows.Programs), MemberType = typeof(Rows))]
    public async Task An_address_that_other_machines_can_reach_needs_a_flag(string server)
    {
        var program = await Requires.ServerAsync(server);

        await using var running = await Server.StartAsync(program, ["--allow-remote", "tcp:0.0.0.0:0"]);

        Assert.Matches(@"^tcp:0\.0\.0\.0:[1-9]\d*$", running.Address);
        await Expect.HealthyAsync(running.Address.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
        await running.StopAsync();
    }

    private static async Task<bool> UntilListeningAsync(string path)
    {
        while (!IsListening(path))
            await Task.Delay(20, TestContext.Current.CancellationToken);

        return true;
    }

    private static bool IsListening(string path)
    {
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            probe.Connect(new UnixDomainSocketEndPoint(path));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static void AssertRefused(Outcome outcome, string what, string why)
    {
        Assert.True(outcome is { ExitCode: 1, Output: [], Errors: [_] }, $"expected exit code 1 and one line on stderr\n{outcome}");
        Assert.Contains(what, outcome.Errors[0], StringComparison.Ordinal);
        Assert.Contains(why, outcome.Errors[0], StringComparison.Ordinal);
    }
}
