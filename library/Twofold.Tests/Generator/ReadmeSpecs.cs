using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Twofold.Tool.Printers.C;

namespace Twofold.Tests.Generator;

/// <summary>The class in README.md is a library, and exports the functions and types that the C program beside it uses.</summary>
public sealed partial class ReadmeSpecs
{
    [Fact]
    public void The_class_compiles_without_warnings_or_diagnostics()
    {
        var generation = Generation.Of($"namespace Readme;\n{Snippet("csharp")}");

        Assert.Empty(generation.Result.Diagnostics);
        Assert.Empty(generation.Problems);
    }

    [Fact]
    public void Its_header_is_part_of_the_committed_one_and_declares_what_the_C_program_calls()
    {
        var declared = Lines(new CHeader().Print(Generation.Of($"namespace Readme;\n{Snippet("csharp")}").Model()).Single().Text).ToList();
        var committed = Lines(File.ReadAllText(Path.Combine(Root(), "library", "MyTimer", "include", "my_timer.h"))).ToHashSet();
        var called = Names().Matches(Snippet("c")).Select(name => name.Value).ToList();

        Assert.NotEmpty(called);
        Assert.All(called, name => Assert.Contains(declared, line => Regex.IsMatch(line, $@"\b{name}\b")));
        Assert.All(declared, line => Assert.Contains(line, committed));
    }

    /// <summary>The lines of a header, without comments.</summary>
    private static IEnumerable<string> Lines(string header) =>
        Remarks().Replace(header, "").Split('\n').Select(line => Spaces().Replace(line, " ").TrimEnd());

    private static string Snippet(string language) =>
        Regex.Match(File.ReadAllText(Path.Combine(Root(), "README.md")).ReplaceLineEndings("\n"), $"\n```{language}\n(.*?)```\n", RegexOptions.Singleline).Groups[1].Value;

    private static string Root([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..");

    [GeneratedRegex(@"\bmy_timer_\w+")]
    private static partial Regex Names();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Remarks();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
