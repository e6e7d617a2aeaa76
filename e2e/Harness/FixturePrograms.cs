namespace Twofold.E2E.Harness;

/// <summary>The programs about the library that has every shape.</summary>
internal static class FixturePrograms
{
    private const string Command = "./just fixtures";

    /// <summary>Calls everything natively.</summary>
    public static Executable Checks { get; } = Built("fixture_checks");

    /// <summary>Has that library and the timer in one process.</summary>
    public static Executable SideBySide { get; } = Built("side_by_side");

    /// <summary>Calls everything through the C++ wrapper.</summary>
    public static Executable CppChecks { get; } = Built("fixture_checks_cpp", Executable.CppCompiler);

    /// <summary>Has both wrappers in one program.</summary>
    public static Executable CppSideBySide { get; } = Built("side_by_side_cpp", Executable.CppCompiler);

    /// <summary>Throws inside a listener or a callback, as its argument says.</summary>
    public static Executable CppThrowing { get; } = Built("throwing_cpp", Executable.CppCompiler);

    /// <summary>Serves it.</summary>
    public static Executable Host { get; } = Built("fixtures_host");

    private static Executable Built(string name, (string Program, string Home)? compiler = null) =>
        Executable.Built($"artifacts/fixtures-tests/bin/{name}", compiler, Command);
}
