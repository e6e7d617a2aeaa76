namespace Twofold.E2E.Harness;

/// <summary>Serves the fixtures, the library with every shape, with the limits of a spec over a chosen transport engine.</summary>
internal static class FixtureHost
{
    /// <summary>The engines of this system, by the name of the option's value.</summary>
    public static IReadOnlyList<string> Engines { get; } = OperatingSystem.IsLinux() ? ["epoll", "sockets"] : ["sockets"];

    /// <summary>Starts it.</summary>
    /// <param name="engine">One of <see cref="Engines"/>.</param>
    /// <param name="transport">unix or tcp.</param>
    /// <param name="options">Like <c>max_in_flight=8</c>.</param>
    public static Task<Server> StartAsync(string engine, string transport, params string[] options) =>
        StartAsync(FixturePrograms.Host, engine, transport, options);

    /// <summary>Starts it with a limit on descriptors; <c>$(ulimit -Hn)</c> stands for the hard limit.</summary>
    public static Task<Server> StartWithDescriptorsAsync(string most, string engine, string transport, params string[] options)
    {
        var program = FixturePrograms.Host;
        return StartAsync(
            program with { File = "/bin/sh", Leading = ["-c", $"ulimit -n {most}; exec \"$0\" \"$@\"", program.File] }, engine, transport, options);
    }

    private static Task<Server> StartAsync(Executable program, string engine, string transport, string[] options) =>
        Server.StartAsync(program, transport, [$"transport={(engine == "epoll" ? 1 : 2)}", .. options]);
}
