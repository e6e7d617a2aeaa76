using Twofold.E2E.Harness;

namespace Twofold.Demo;

/// <summary>Shows one library called in process and over sockets, by the client in every language.</summary>
/// <param name="screen">The user's terminal.</param>
/// <param name="failed">The examples that could not be built. Outputs of an earlier build are not run.</param>
/// <param name="interrupted">Ends the tour and all processes that it started.</param>
internal sealed class Tour(TextWriter screen, IReadOnlyList<Example> failed, CancellationToken interrupted)
{
    private readonly Summary _summary = new();

    /// <summary>Runs it all; false if anything failed or nothing could run.</summary>
    public async Task<bool> RunAsync()
    {
        screen.WriteLine("In process: C and C++ call the library's own functions\n");

        // Both print the same, so the last line of the second is enough.
        foreach (var client in Clients.InProcess)
            await ShowAsync(client, "in process", whole: client == Clients.InProcess[0]);

        screen.WriteLine();
        await ShowOverSocketsAsync();

        screen.WriteLine($"\n{_summary}\n");
        screen.WriteLine(_summary.AllPassed
            ? "Next: ./just test proves it; copy examples/python-client or examples/rust-client to call it from your own program."
            : "Something failed or is missing: see above.");
        return _summary.AllPassed;
    }

    private async Task ShowOverSocketsAsync()
    {
        var (name, host) = Servers.ByName.First();
        if (host.MissingNeed is { } need)
        {
            screen.WriteLine($"Over sockets: skipped, because {name} needs {need}");
            foreach (var client in Clients.OverSockets)
                _summary.Skipped(client, need);
            return;
        }

        if (await FindNotBuiltAsync(name, host) is { } notBuilt)
            throw new InvalidOperationException($"{name} was not built: {notBuilt}");

        foreach (var transport in Platform.Transports)
        {
            await using var server = await Server.StartAsync(host, transport).WaitAsync(interrupted);
            screen.WriteLine($"Over sockets: {name} listens on {server.Address}\n");

            // Show every line over the first transport, and only the last line over the others.
            foreach (var client in Clients.OverSockets)
                await ShowAsync(client, transport, whole: transport == Platform.Transports[0], server.Address);

            await server.StopAsync();
        }
    }

    private async Task ShowAsync(Client client, string transport, bool whole = true, params string[] arguments)
    {
        if (client.Program.MissingNeed is { } need)
        {
            screen.WriteLine($"{client.Tag} skipped: needs {need}{(whole ? "\n" : "")}");
            _summary.Skipped(client, need);
            return;
        }

        if (await FindNotBuiltAsync(client.Name, client.Program) is { } notBuilt)
        {
            screen.WriteLine($"{client.Tag} NOT BUILT: {notBuilt}{(whole ? "\n" : "")}");
            _summary.NotBuilt(client, transport);
            return;
        }

        var outcome = await client.RunAsync(arguments).WaitAsync(interrupted);
        var passed = outcome is { ExitCode: 0, Output: [.., _] };
        foreach (var line in whole || !passed ? outcome.Output.Concat(outcome.Errors) : outcome.Output.TakeLast(1))
            screen.WriteLine(line);

        if (!passed)
            screen.WriteLine($"{client.Tag} FAILED with exit code {outcome.ExitCode}");

        if (whole)
            screen.WriteLine();

        _summary.Ran(client, transport, passed, outcome.Elapsed);
    }

    private async Task<string?> FindNotBuiltAsync(string name, Executable program) =>
        failed.FirstOrDefault(example => example.Programs.Any(its => its.Name == name)) is { } example
            ? $"the build of examples/{example.Name} failed, see above"
            : await program.FindAbsentAsync();
}
