namespace Twofold.E2E.Harness;

/// <summary>A program that calls the timer and prints the transcript.</summary>
/// <param name="Name">How it is called in rows of cases; its tag is the same in brackets.</param>
/// <param name="Program">What to run.</param>
internal sealed record Client(string Name, Executable Program)
{
    /// <summary>What begins every line that it prints.</summary>
    public string Tag => $"[{Name}]";

    /// <summary>Calls the server at an address.</summary>
    public Task<Outcome> RunAsync(params string[] arguments) => Program.RunAsync(arguments);
}

/// <summary>Every client of the repository. A new one is a line here; all rows then apply to it.</summary>
internal static class Clients
{
    /// <summary>The clients that speak over sockets and know nothing of the library.</summary>
    public static IReadOnlyList<Client> OverSockets { get; } =
    [
        new("c", Executable.Built("artifacts/examples/bin/client")),
        new("python", Executable.Python("examples/python-client/main.py", module: "cbor2")),
        new("rust", Executable.Built("artifacts/rust/release/timer-client", ("cargo", "https://rustup.rs"))),
    ];

    /// <summary>The programs that load the library into their own process.</summary>
    public static IReadOnlyList<Client> InProcess { get; } =
    [
        new("c in process", Executable.Built("artifacts/examples/bin/c_bindings")),
        new("c++ in process", Executable.Built("artifacts/examples/bin/cpp_bindings", Executable.CppCompiler)),
    ];

    /// <summary>A client, by its name.</summary>
    public static Client Named(string name) => OverSockets.Concat(InProcess).Single(client => client.Name == name);
}
