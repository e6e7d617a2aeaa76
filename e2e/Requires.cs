using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>What a spec cannot do without. What is missing is a skip that says so, and where CI=true a failure.</summary>
internal static class Requires
{
    /// <summary>The address of a running server to test instead of servers of our own, or null.</summary>
    public static string? Attached { get; } =
        Environment.GetEnvironmentVariable("MY_TIMER_ADDRESS") is { Length: > 0 } address ? address : null;

    /// <summary>A program and all that it needs.</summary>
    public static async Task ProgramAsync(Executable program)
    {
        if (await program.FindMissingAsync() is not { } missing)
            return;

        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
            Assert.Fail($"missing {missing}");

        Assert.Skip($"missing {missing}");
    }

    /// <summary>A server program that the spec may start and end.</summary>
    public static async Task<Executable> ServerAsync(string name)
    {
        Assert.SkipWhen(
            Attached is not null,
            $"attached to {Attached}; unset MY_TIMER_ADDRESS to run the rows that start servers of their own");
        var program = Servers.ByName[name];
        await ProgramAsync(program);
        return program;
    }

    /// <summary>Unix sockets.</summary>
    public static void UnixSockets() => Assert.SkipUnless(Platform.HasUnixSockets, "the programs serve over tcp only on this system");

    /// <summary>Signals, and unix sockets beside them.</summary>
    public static void Signals() => Assert.SkipUnless(Platform.HasSignals, "no signals on this system");

    /// <summary>Linux, for what measures by /proc and epoll.</summary>
    public static void Linux() => Assert.SkipUnless(Platform.IsLinux, "the bench runs on Linux only");

    /// <summary>IPv6 on the loopback interface.</summary>
    public static void IPv6() => Assert.SkipUnless(Platform.HasIPv6, "no IPv6 on this machine");
}
