using System.Net.Sockets;

namespace Twofold.E2E.Harness;

/// <summary>
/// The features of this system. On Windows the programs use tcp only, and no signal asks a process to end, so rows over unix
/// sockets and rows about signals do not apply.
/// </summary>
internal static class Platform
{
    /// <summary>Whether the programs speak over unix sockets.</summary>
    public static bool HasUnixSockets => !OperatingSystem.IsWindows();

    /// <summary>Whether SIGINT and SIGTERM can be sent.</summary>
    public static bool HasSignals => !OperatingSystem.IsWindows();

    /// <summary>Whether this is a CI run, in which a skip is a failure.</summary>
    public static bool IsCi => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether there are epoll and /proc.</summary>
    public static bool IsLinux => OperatingSystem.IsLinux();

    /// <summary>Whether ::1 can be bound.</summary>
    public static bool HasIPv6 => Socket.OSSupportsIPv6;

    /// <summary>The transports to test.</summary>
    public static IReadOnlyList<string> Transports => HasUnixSockets ? ["unix", "tcp"] : ["tcp"];

    /// <summary>The name of the Python interpreter.</summary>
    public static string Python => OperatingSystem.IsWindows() ? "python" : "python3";

    /// <summary>The file suffix of a native library.</summary>
    public static string LibrarySuffix => OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";

    /// <summary>The file name of a program.</summary>
    public static string Executable(string path) => OperatingSystem.IsWindows() ? path + ".exe" : path;

    /// <summary>The name of a program on this system.</summary>
    public static string Command(string program) => program == "python3" ? Python : program;

    /// <summary>Whether a program can be started by its bare name. On Windows CMake finds the compilers, which are not on the PATH.</summary>
    public static bool IsOnPath(string program) =>
        (OperatingSystem.IsWindows() && program is ("cc" or "c++"))
        || (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, Executable(program))));
}
