using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>What docs/c-abi.md promises, seen from C.</summary>
public sealed class CAbiSpecs
{
    [Fact]
    public Task Ownership_threads_and_statuses_are_as_the_tables_say() => AllHoldAsync("contract");

    [Fact]
    public Task An_argument_that_cannot_be_is_refused_by_its_name() => AllHoldAsync("bad_arguments");

    private static async Task AllHoldAsync(string name)
    {
        Requires.Linux("the programs are built on Linux");
        var program = FixturePrograms.HostProgram(name);
        await Requires.ProgramAsync(program);
        Expect.AllHeld(await program.RunAsync([]));
    }
}
