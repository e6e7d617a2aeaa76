namespace Twofold.E2E.Harness;

/// <summary>The programs about the library that has every shape.</summary>
internal static class FixturePrograms
{
    private const string Command = "./just fixtures";

    /// <summary>Calls everything natively.</summary>
    public static Executable Checks { get; } = Built("fixture_checks");

    /// <summary>Has that library and the timer in one process.</summary>
    public static Executable SideBySide { get; } = Built("side_by_side");

    /// <summary>Serves it.</summary>
    public static Executable Host { get; } = Built("fixtures_host");

    /// <summary>A program that looks at what the library does to its host; on Linux.</summary>
    public static Executable HostProgram(string name) => Built(name);

    private static Executable Built(string name) => Executable.Built($"artifacts/fixtures-tests/bin/{name}", command: Command);
}
