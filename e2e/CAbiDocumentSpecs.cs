using System.Text.RegularExpressions;
using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>Every program in docs/c-abi.md compiles without warnings, runs, and prints the documented lines.</summary>
public sealed partial class CAbiDocumentSpecs
{
    private static readonly Document s_document = Document.At("docs/c-abi.md");

    private static readonly string[] s_flags = ["-std=gnu11", "-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror", "-pthread"];

    /// <summary>The sections whose tables make promises about a running program.</summary>
    private static readonly string[] s_promises =
        ["## Calling", "## Ownership", "## Statuses and errors", "## Threads and re-entrancy", "## CBOR", "## The log", "## What the library does to its host"];

    public static TheoryData<string> Names => [.. Programs().Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task The_documented_program_prints_what_is_documented(string name)
    {
        Requires.Linux("the programs are compiled as on Linux");
        Requires.Tool("cc", "gcc");
        var library = NativeLibrary.ByName["my_timer"];
        Requires.Library(library);

        var (code, expected) = Programs()[name];
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("program.c"), code, TestContext.Current.CancellationToken);
        var lib = Path.GetDirectoryName(library.Path)!;
        await using var compiler = Child.Start(
            "cc", [.. s_flags, $"-I{Repo.At(library.Tree)}/include", folder.File("program.c"), "-o", folder.File("program"), $"-L{lib}", "-lmy_timer", $"-Wl,-rpath,{lib}"]);
        var compiled = await compiler.ExitAsync();
        Assert.True(compiled is { ExitCode: 0, Errors: [] }, compiled.ToString());

        await using var program = Child.Start("bash", ["-c", "cd \"$0\" && exec ./program", folder.Path]);
        if (code.Contains("listening on", StringComparison.Ordinal))
            await UseAndEndAsync(program, folder);

        var outcome = await program.ExitAsync();
        Assert.True(outcome is { ExitCode: 0, Errors: [] }, outcome.ToString());
        Assert.Equal(expected, outcome.Output);
    }

    [Fact]
    public void Every_program_says_what_it_prints() =>
        Assert.Equal(s_document.Blocks("c").Count(), Programs().Count);

    [Fact]
    public void Every_row_has_a_spec()
    {
        Assert.Equal(s_promises.SelectMany(Rows).Order(), CAbiRows.Specs.Keys.Order());
        SpecNames.AssertExist(CAbiRows.Specs.Values.SelectMany(names => names));
    }

    private static async Task UseAndEndAsync(Child program, TempFolder folder)
    {
        await program.LineAsync("listening on ");
        using (var client = await WireClient.ConnectAsync($"unix:{folder.File("timer.sock")}"))
            Expect.Ok("\"csharp-timer v0.1.0\"", await client.CallAsync("version"));

        program.Send(Signal.Terminate);
    }

    /// <summary>Each program with its documented output. The last line of the output is the key, since it is unique.</summary>
    private static Dictionary<string, (string Code, string[] Output)> Programs() =>
        Examples().Matches(s_document.Text)
            .Select(match => (Code: match.Groups["code"].Value, Output: match.Groups["output"].Value.TrimEnd('\n').Split('\n')))
            .ToDictionary(example => example.Output[^1]);

    [GeneratedRegex(@"\n```c\n(?<code>.*?)```\n\n```text\n(?<output>.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Examples();

    /// <summary>The first cells of the tables in a section.</summary>
    private static IEnumerable<string> Rows(string under) => s_document.Section(under).Rows().Select(row => row[0]);
}
