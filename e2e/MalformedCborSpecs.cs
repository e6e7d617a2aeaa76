using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>Bad CBOR at every function that takes it: each call is answered once, by a status with a text, and nothing crashes.</summary>
public sealed class MalformedCborSpecs
{
    private const int Changes = 250;
    private const int FewestCalls = 20_000;

    // They do not end by themselves, and have no parameters that could be malformed.
    private static readonly string[] s_endless = ["pass_and_stay", "occupy"];

    /// <summary>More than the program takes.</summary>
    private const int LongestRequest = 1024;

    [Fact]
    public async Task Every_call_is_answered_once_with_a_status_and_a_text()
    {
        Requires.Linux("the program finds functions by their names as Linux does");
        var program = FixturePrograms.HostProgram("malformed");
        await Requires.ProgramAsync(program);

        using var folder = new TempFolder();
        var lines = NativeLibrary.ByName.Values.SelectMany(Lines).ToList();
        await File.WriteAllLinesAsync(folder.File("requests"), lines, TestContext.Current.CancellationToken);
        var outcome = await program.RunAsync([$"{Changes}", folder.File("requests")]);

        Expect.AllHeld(outcome, beside: outcome.Output[^2]);
        Assert.Equal($"{lines.Count} ok, 0 failed", outcome.Output[^1]);
        Assert.InRange(int.Parse(outcome.Output[^2].Split(' ')[0]), FewestCalls, int.MaxValue);
    }

    /// <summary>For each function valid requests to start from; for the one that takes a name, those of all methods.</summary>
    private static IEnumerable<string> Lines(NativeLibrary library)
    {
        Requires.Library(library);
        var functions = library.Functions.Where(function => function.Parameters.Contains("const uint8_t *request")).ToList();
        Assert.NotEmpty(functions);
        foreach (var function in functions)
        {
            var byName = function.Name == $"{library.Name}_call_cbor";
            var methods = byName
                ? functions.Where(other => other.HandleType == library.Name && other != function).Select(WireName)
                : [WireName(function)];
            foreach (var method in methods.Except(s_endless))
            {
                var requests = ValidRequests.Of(library.Name, method).Where(request => request.Length <= LongestRequest).ToList();
                Assert.True(requests.Count > 0, $"{method} has no request in Cases/ValidRequests.cs");
                foreach (var request in requests)
                    yield return $"{function.HandleType ?? "-"} {function.Name} {(byName ? method : "-")} {Convert.ToHexStringLower(request)}";
            }
        }

        string WireName(CFunction function) => function.Name[(library.Name.Length + 1)..^"_cbor".Length];
    }
}
