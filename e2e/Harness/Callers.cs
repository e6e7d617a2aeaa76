namespace Twofold.E2E.Harness;

/// <summary>
/// Programs that call <c>version</c> twice with a client to copy, and print how each call ended: <c>first: ...</c>,
/// <c>second: ...</c>, and <c>event: ...</c> for an event that came.
/// </summary>
internal static class Callers
{
    /// <summary>Makes a caller leave its first call in the way that its language has.</summary>
    public const string Leave = "leave";

    private const string Command = "./just callers";

    /// <summary>By the name of the client.</summary>
    public static IReadOnlyDictionary<string, Executable> ByName { get; } = new Dictionary<string, Executable>
    {
        ["c"] = Executable.Built("artifacts/callers/bin/caller", Command, [.. Clients.Named("c").Program.Needs]),
        ["python"] = Python("e2e/Callers/caller.py"),
        ["rust"] = Executable.Built("artifacts/rust/release/caller", Command, [.. Clients.Named("rust").Program.Needs]),
    };

    /// <summary>Interrupts calls of the Python client, bytecode by bytecode.</summary>
    public static Executable Interrupts { get; } = Python("e2e/Callers/interrupts.py");

    /// <summary>The same program; it then prints <c>peak</c> and the most memory that it had, in bytes.</summary>
    public static Executable Measured(Executable program) => program with
    {
        File = Platform.Python,
        Leading = [Repo.At("e2e/Callers/peak.py"), program.File, .. program.Leading],
        Needs = [.. program.Needs, .. Clients.Named("python").Program.Needs],
    };

    private static Executable Python(string script)
    {
        var client = Clients.Named("python").Program;
        var folders = client.Environment.Values.Append(Repo.At("examples/python-client"));
        return client with
        {
            Leading = ["-W", "error", Repo.At(script)],
            Environment = new Dictionary<string, string> { ["PYTHONPATH"] = string.Join(Path.PathSeparator, folders), ["PYTHONDONTWRITEBYTECODE"] = "1" },
        };
    }
}
