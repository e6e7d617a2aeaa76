using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>C programs that check the promises of docs/c-abi.md.</summary>
public sealed class CAbiSpecs
{
    [Fact]
    public Task Ownership_threads_and_statuses_are_as_the_tables_say() => AllHoldAsync("contract");

    [Fact]
    public Task An_invalid_argument_is_refused_by_name() => AllHoldAsync("bad_arguments");

    private static async Task AllHoldAsync(string name)
    {
        Requires.Linux("the programs are built on Linux");
        var program = FixturePrograms.HostProgram(name);
        await Requires.ProgramAsync(program);
        Expect.AllHeld(await program.RunAsync([]));
    }
}
