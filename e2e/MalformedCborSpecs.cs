using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>
/// Bad CBOR for every function that takes CBOR: each call is answered once, with a status and a text, and nothing crashes.
/// </summary>
public sealed class MalformedCborSpecs
{
    private const int Changes = 250;
    private const int FewestCalls = 20_000;

    [Fact]
    public async Task Every_call_is_answered_once_with_a_status_and_a_text()
    {
        Requires.Linux("the program finds functions by their names as Linux does");
        var program = FixturePrograms.HostProgram("malformed");
        await Requires.ProgramAsync(program);
        foreach (var library in NativeLibrary.ByName.Values)
            Requires.Library(library);

        using var folder = new TempFolder();
        var lines = NativeLibrary.ByName.Values.SelectMany(CborTargets.LinesOf).ToList();
        await File.WriteAllLinesAsync(folder.File("requests"), lines, TestContext.Current.CancellationToken);
        var outcome = await program.RunAsync([$"{Changes}", folder.File("requests")]);

        Expect.AllHeld(outcome, beside: outcome.Output[^2]);
        Assert.Equal($"{lines.Count} ok, 0 failed", outcome.Output[^1]);
        Assert.InRange(int.Parse(outcome.Output[^2].Split(' ')[0]), FewestCalls, int.MaxValue);
    }
}
