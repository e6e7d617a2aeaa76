using System.Globalization;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>
/// The requirements of a spec. If one is missing, the spec is skipped with a message that names it; with CI=true it fails.
/// </summary>
internal static class Requires
{
    /// <summary>A library, published.</summary>
    public static void Library(NativeLibrary library) => Present(
        File.Exists(library.Path) ? null : $"{library.Path}: {library.Command}");

    /// <summary>A program of the system.</summary>
    public static void Tool(string name, string package) => Present(Platform.IsOnPath(name) ? null : $"{name}: install {package}");

    /// <summary>A program that only the bench uses. Without it the spec is skipped, in CI too; <c>.ci/run</c> installs it and fails on any skip.</summary>
    public static void BenchTool(string name, string package) => Assert.SkipUnless(Platform.IsOnPath(name), $"{name} is not installed (Debian: {package})");

    /// <summary>Linux, because the things that the spec inspects have other names elsewhere.</summary>
    public static void Linux(string why) => Assert.SkipUnless(OperatingSystem.IsLinux(), why);

    /// <summary>The address of a running server to test instead of starting servers, or null.</summary>
    public static string? Attached { get; } =
        Environment.GetEnvironmentVariable("MY_TIMER_ADDRESS") is { Length: > 0 } address ? address : null;

    /// <summary>A program with its own requirements.</summary>
    public static async Task ProgramAsync(Executable program)
    {
        Present(await program.FindMissingAsync());
    }

    /// <summary>The clients over sockets that can run, at least one; in CI all of them.</summary>
    public static async Task<IReadOnlyList<Client>> ClientsAsync()
    {
        var present = new List<Client>();
        var absent = new List<string>();
        foreach (var client in Clients.OverSockets)
        {
            if (await client.Program.FindMissingAsync() is { } missing)
                absent.Add(missing);
            else
                present.Add(client);
        }

        if (absent.Count > 0 && (Platform.IsCi || present.Count == 0))
            Missing(absent[0]);

        return present;
    }

    private static void Present(string? missing)
    {
        if (missing is null)
            return;

        Missing(missing);
    }

    /// <summary>A server program that the spec may start and stop.</summary>
    public static async Task<Executable> ServerAsync(string name)
    {
        Assert.SkipWhen(
            Attached is not null,
            $"attached to {Attached}; unset MY_TIMER_ADDRESS to run the rows that start servers of their own");
        var program = Servers.ByName[name];
        await ProgramAsync(program);
        return program;
    }

    /// <summary>The host whose limits a spec sets, and /proc for the resources of its process.</summary>
    public static async Task FixtureHostAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the figures of a process are read from /proc");
        await ProgramAsync(FixturePrograms.Host);
    }

    /// <summary>A hard limit of at least this many descriptors for a process.</summary>
    public static async Task DescriptorsAsync(int count)
    {
        await using var shell = Child.Start("/bin/sh", ["-c", "ulimit -Hn"]);
        var limit = (await shell.ExitAsync()).Output[0];
        if (limit == "unlimited" || int.Parse(limit, CultureInfo.InvariantCulture) >= count)
            return;

        Missing($"{count} descriptors in a process: the hard limit of `ulimit -Hn` is {limit}");
    }

    /// <summary>haproxy, on the only system where it is tested.</summary>
    public static async Task HaproxyAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "haproxy is tested on Linux");
        await ProgramAsync(Haproxy.Program);
    }

    /// <summary>Unix sockets.</summary>
    public static void UnixSockets() => Assert.SkipUnless(Platform.HasUnixSockets, "the programs serve over tcp only on this system");

    /// <summary>A unix shell, for the commands of the documents.</summary>
    public static void UnixShell() => Assert.SkipWhen(
        OperatingSystem.IsWindows(), "the document's commands are those of a unix shell with cc");

    /// <summary>Signals and unix sockets.</summary>
    public static void Signals() => Assert.SkipUnless(Platform.HasSignals, "no signals on this system");

    /// <summary>A /proc with the resources of a process.</summary>
    public static void ProcessCounts() => Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has a /proc to read");

    /// <summary>IPv6 on the loopback interface.</summary>
    public static void IPv6() => Assert.SkipUnless(Platform.HasIPv6, "no IPv6 on this machine");

    private static void Missing(string what)
    {
        if (Platform.IsCi)
            Assert.Fail($"missing {what}");

        Assert.Skip($"missing {what}");
    }
}
