using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>The library in the process of a program in C or C++.</summary>
public sealed class InProcessSpecs
{
    public static TheoryData<string> Programs => [.. Clients.InProcess.Select(client => client.Name)];

    [Theory, MemberData(nameof(Programs))]
    public async Task The_program_prints_the_transcript(string program)
    {
        var client = Clients.Named(program);
        await Requires.ProgramAsync(client.Program);

        var outcome = await client.RunAsync();

        Assert.True(outcome is { ExitCode: 0, Errors: [] }, $"expected exit code 0 and nothing on stderr\n{outcome}");
        Assert.All(outcome.Output, line => Assert.StartsWith($"{client.Tag} ", line, StringComparison.Ordinal));
        Assert.All(Transcript.InProcess(client.Tag), line => Assert.Contains(line, outcome.Output));
        Assert.StartsWith($"{client.Tag} ok ", outcome.Output[^1], StringComparison.Ordinal);
    }
}
