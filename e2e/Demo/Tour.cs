using Twofold.E2E.Harness;

namespace Twofold.Demo;

/// <summary>Shows one library called in process and over sockets, from every language there is a client for.</summary>
/// <param name="screen">What the user watches.</param>
/// <param name="interrupted">Ends the tour; what was started ends with it.</param>
internal sealed class Tour(TextWriter screen, CancellationToken interrupted)
{
    private static readonly Executable Host = Servers.ByName["serve_host"];

    private readonly Summary _summary = new();

    /// <summary>Runs it all; false if anything failed or is missing.</summary>
    public async Task<bool> RunAsync()
    {
        if (await Host.FindMissingAsync() is { } missing)
            throw new InvalidOperationException($"missing {missing}");

        screen.WriteLine("In process: C and C++ call the library's own functions\n");

        // They print the same: the last line of the second says it all.
        foreach (var client in Clients.InProcess)
            await ShowAsync(client, "in process", whole: client == Clients.InProcess[0]);

        screen.WriteLine();

        foreach (var transport in Platform.Transports)
        {
            await using var server = await Server.StartAsync(Host, transport).WaitAsync(interrupted);
            screen.WriteLine($"Over sockets: serve_host listens on {server.Address}\n");

            // The first transport shows every line; after that the last one says it all.
            foreach (var client in Clients.OverSockets)
                await ShowAsync(client, transport, whole: transport == Platform.Transports[0], server.Address);

            await server.StopAsync();
        }

        screen.WriteLine($"\n{_summary}\n");
        screen.WriteLine(_summary.AllPassed
            ? "Next: ./just test proves it; copy examples/python-client or examples/rust-client to call it from your own program."
            : "Something failed or is missing: see above.");
        return _summary.AllPassed;
    }

    private async Task ShowAsync(Client client, string transport, bool whole = true, params string[] arguments)
    {
        if (await client.Program.FindMissingAsync() is { } missing)
        {
            screen.WriteLine($"{client.Tag} MISSING {missing}{(whole ? "\n" : "")}");
            _summary.Missing(client, transport);
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
}
