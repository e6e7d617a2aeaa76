using System.Diagnostics;
using Twofold.E2E.Harness;

namespace Twofold.Demo;

/// <summary>Builds every example whose tools are installed. The others are skipped, with a line that names the missing tool.</summary>
/// <param name="screen">The user's terminal.</param>
/// <param name="interrupted">Ends the build.</param>
internal sealed class Builder(TextWriter screen, CancellationToken interrupted)
{
    private readonly Dictionary<string, bool> _done = [];

    /// <summary>Builds them all, and returns those that failed.</summary>
    public async Task<IReadOnlyList<Example>> RunAsync()
    {
        var failed = new List<Example>();
        foreach (var example in Example.All)
        {
            if (example.Missing is { } need)
                screen.WriteLine($"{$"building {example.Name}",-44}skipped: needs {need}");
            else if (!await BuildAsync(example))
                failed.Add(example);
        }

        return failed;
    }

    private async Task<bool> BuildAsync(Example example)
    {
        foreach (var command in example.Build)
        {
            // Examples may share a command, which builds all of them.
            if (!_done.TryGetValue(command, out var succeeded))
                _done[command] = succeeded = await RunAsync(command);
            if (!succeeded)
                return false;
        }

        return true;
    }

    /// <summary>Runs a command directly on the terminal, so that the user sees its progress.</summary>
    private async Task<bool> RunAsync(string command)
    {
        await screen.FlushAsync(interrupted);
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", command]) { WorkingDirectory = Repo.Root })
            ?? throw new InvalidOperationException($"bash does not start: {command}");
        try
        {
            await process.WaitForExitAsync(interrupted);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode == 0;
    }
}
