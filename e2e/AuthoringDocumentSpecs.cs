using System.Text.RegularExpressions;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>
/// The steps of docs/authoring.md give the documented output: on Linux, and on macOS with the other suffix that it names.
/// </summary>
[Collection(nameof(Builds)), Trait("tier", "nightly")]
public sealed partial class AuthoringDocumentSpecs
{
    private static readonly string s_text = Document.At("docs/authoring.md").Section("## Your own library in ten minutes").Text;

    /// <summary>One command publishes the library, which takes longer than the default deadline.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Your_own_library_takes_these_files_and_these_commands()
    {
        Requires.UnixShell();
        var python = Executable.Python("examples/python-client/main.py", "cbor2");
        await Requires.ProgramAsync(python);

        using var folder = new TempFolder();
        var text = s_text.Replace("native/Counter.so", $"native/Counter{Platform.LibrarySuffix}", StringComparison.Ordinal);
        foreach (Match file in Files().Matches(text))
            File.WriteAllText(folder.File(file.Groups["name"].Value), file.Groups["text"].Value);

        var steps = Consoles().Matches(text).SelectMany(console => Steps(console.Groups["text"].Value)).ToList();
        Assert.Equal(6, steps.Count);
        foreach (var (command, expected) in steps)
        {
            var environment = new Dictionary<string, string>(python.Environment) { ["TWOFOLD"] = Repo.Root };
            await using var shell = Child.Start("bash", ["-c", $"cd '{folder.Path}' && {command}"], environment);
            var outcome = await shell.ExitAsync(s_patience);
            Assert.True(outcome.ExitCode == 0, outcome.ToString());
            Assert.Equal(expected, outcome.Output);
        }
    }

    /// <summary>The commands of a block, each with the lines that it prints.</summary>
    private static IEnumerable<(string Command, string[] Output)> Steps(string block) =>
        from step in ("\n" + block).Split("\n$ ").Skip(1)
        let lines = step.TrimEnd('\n').Split('\n')
        select (lines[0], lines[1..]);

    /// <summary>A paragraph that begins with a file name, and the block after it.</summary>
    [GeneratedRegex(@"\n`(?<name>[\w.]+)`[^`]*\n\n```\w+\n(?<text>.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Files();

    [GeneratedRegex(@"\n```console\n(?<text>.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Consoles();
}
