namespace Twofold.E2E.Harness;

/// <summary>A program that calls the timer and prints the transcript.</summary>
/// <param name="Name">Its name in rows of cases; in brackets, its tag.</param>
/// <param name="Program">What to run.</param>
internal sealed record Client(string Name, Executable Program)
{
    /// <summary>The beginning of every line that it prints.</summary>
    public string Tag => $"[{Name}]";

    /// <summary>Calls the server at an address.</summary>
    public Task<Outcome> RunAsync(params string[] arguments) => Program.RunAsync(arguments);
}

/// <summary>Every client of the repository, as the examples describe them.</summary>
internal static class Clients
{
    private static readonly Lazy<IReadOnlyList<Client>> s_overSockets = new(() => OfKind(ProgramKind.SocketClient));
    private static readonly Lazy<IReadOnlyList<Client>> s_inProcess = new(() => OfKind(ProgramKind.InProcess));

    /// <summary>The clients that use sockets and do not load the library.</summary>
    public static IReadOnlyList<Client> OverSockets => s_overSockets.Value;

    /// <summary>The programs that load the library into their own process.</summary>
    public static IReadOnlyList<Client> InProcess => s_inProcess.Value;

    /// <summary>A client, by its name.</summary>
    public static Client Named(string name) => OverSockets.Concat(InProcess).Single(client => client.Name == name);

    private static IReadOnlyList<Client> OfKind(ProgramKind kind) =>
        [.. ExampleProgram.OfKind(kind).Select(program => new Client(program.Name, program.Program))];
}
