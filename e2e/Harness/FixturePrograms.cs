namespace Twofold.E2E.Harness;

/// <summary>The programs about the library that has every shape.</summary>
internal static class FixturePrograms
{
    private const string Command = "./just fixtures";

    /// <summary>The library's managed assembly, which has the model.</summary>
    public static string ManagedAssembly { get; } = Repo.At("artifacts/dotnet/bin/Fixtures/release_net10.0/Fixtures.dll");

    /// <summary>Prints the table of cases in C.</summary>
    public static Executable CaseTable { get; } = Executable.Built("artifacts/dotnet/bin/CaseTable/release/CaseTable", command: Command);

    /// <summary>Runs the table of cases natively and as CBOR.</summary>
    public static Executable Cases { get; } = Built("fixture_cases");

    /// <summary>Checks what no table can say.</summary>
    public static Executable Checks { get; } = Built("fixture_checks");

    /// <summary>Has that library and the timer in one process.</summary>
    public static Executable SideBySide { get; } = Built("side_by_side");

    /// <summary>Serves it.</summary>
    public static Executable Host { get; } = Built("fixtures_host");

    private static Executable Built(string name) => Executable.Built($"artifacts/fixtures-tests/bin/{name}", command: Command);
}
