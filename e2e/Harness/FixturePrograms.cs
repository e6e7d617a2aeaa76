namespace Twofold.E2E.Harness;

/// <summary>The programs around the fixtures, the library with every shape.</summary>
internal static class FixturePrograms
{
    private const string Command = "./just fixtures";

    /// <summary>The library's managed assembly, which contains the model.</summary>
    public static string ManagedAssembly { get; } = Repo.At("artifacts/dotnet/bin/Fixtures/release/Fixtures.dll");

    /// <summary>Prints the table of cases in C.</summary>
    public static Executable CaseTable { get; } = Executable.Built("artifacts/dotnet/bin/CaseTable/release/CaseTable", Command);

    /// <summary>Runs the table of cases natively and as CBOR.</summary>
    public static Executable Cases { get; } = Built("fixture_cases");

    /// <summary>
    /// The programs that print a line for each check: cases that no table can express, two libraries in one process, invalid handles,
    /// objects that end while in use, waits between threads, eight threads that call at once, the C codec without the library, and the
    /// C++ wrappers, which call everything.
    /// </summary>
    public static IReadOnlyDictionary<string, Executable> Checks { get; } =
        new[] { "fixture_checks", "side_by_side", "handles", "endings", "waits", "crowd", "codec_checks" }.Select(name => (name, Built(name)))
            .Concat(new[] { "fixture_checks_cpp", "side_by_side_cpp" }.Select(name => (name, Built(name, Need.Cpp))))
            .ToDictionary();

    /// <summary>Calls for a long time and checks whether the process has grown.</summary>
    public static Executable Soak { get; } = Built("soak");

    /// <summary>Throws inside a listener or a callback, as its argument says.</summary>
    public static Executable CppThrowing { get; } = Built("throwing_cpp", Need.Cpp);

    /// <summary>Calls in the destructors of thread_local objects.</summary>
    public static Executable CppDepartures { get; } = Built("departures_cpp", Need.Cpp);

    /// <summary>Serves it.</summary>
    public static Executable Host { get; } = Built("fixtures_host");

    /// <summary>A program that checks the effects of the library on its host; on Linux.</summary>
    public static Executable HostProgram(string name) => Built(name);

    private static Executable Built(string name, params Need[] needs) => Executable.Built($"artifacts/fixtures-tests/bin/{name}", Command, needs);
}
