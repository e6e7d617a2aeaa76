using System.Text.RegularExpressions;
using Twofold.E2E.Harness;

namespace Twofold.E2E;

/// <summary>The recipes of the repository.</summary>
internal static partial class Justfile
{
    /// <summary>The text of the justfile.</summary>
    public static string Text { get; } = File.ReadAllText(Repo.At("justfile")).ReplaceLineEndings("\n");

    /// <summary>The names of the recipes. Those with a leading underscore are parts of others.</summary>
    public static IReadOnlySet<string> Recipes() => Declarations().Matches(Text).Select(recipe => recipe.Groups["name"].Value).ToHashSet();

    /// <summary>The lines that belong to a recipe before it: its description and its group.</summary>
    public static string Head(string recipe)
    {
        var start = Declarations().Matches(Text).Single(match => match.Groups["name"].Value == recipe).Index;
        return Text[(Text.LastIndexOf("\n\n", start, StringComparison.Ordinal) + 2)..start];
    }

    [GeneratedRegex(@"^(?<name>_?[a-z][a-z0-9_-]*)( [^\n:]*)?:(?!=)", RegexOptions.Multiline)]
    private static partial Regex Declarations();
}
