using System.Text.RegularExpressions;
using Twofold.E2E.Harness;

namespace Twofold.E2E;

/// <summary>A markdown file of the repository, for the specs that check its promises.</summary>
/// <param name="Path">From the root of the repository, with slashes.</param>
/// <param name="Text">The whole text, or the requested section.</param>
internal sealed partial record Document(string Path, string Text)
{
    /// <summary>The paths of all documents, without build outputs and fetched packages.</summary>
    public static IEnumerable<string> Paths { get; } = [.. Repo.Files("*.md").Order(StringComparer.Ordinal)];

    /// <summary>Reads one.</summary>
    public static Document At(string path) => new(path, File.ReadAllText(Repo.At(path)).ReplaceLineEndings("\n"));

    /// <summary>Its headings, without the signs before them.</summary>
    public IEnumerable<string> Headings => Titles().Matches(WithoutBlocks).Select(title => title.Groups["title"].Value);

    /// <summary>The text outside its blocks of code.</summary>
    public string WithoutBlocks => Fences().Replace(Text, "\n");

    /// <summary>The part under a heading, up to the next one of its level or above.</summary>
    /// <param name="heading">The whole line: <c>## Limits</c>.</param>
    public Document Section(string heading)
    {
        var start = Text.IndexOf($"\n{heading}\n", StringComparison.Ordinal) + 1;
        if (start == 0)
            throw new InvalidDataException($"{Path} has no section {heading}");

        var next = new Regex($"\n#{{1,{heading.IndexOf(' ', StringComparison.Ordinal)}}} ").Match(Text, start + heading.Length);
        return this with { Text = next.Success ? Text[start..(next.Index + 1)] : Text[start..] };
    }

    /// <summary>The content of its code blocks in a language, in order.</summary>
    public IEnumerable<string> Blocks(string language) =>
        Fences().Matches(Text).Where(block => block.Groups["language"].Value == language).Select(block => block.Groups["text"].Value);

    /// <summary>The cells of the rows of its tables, without the heads.</summary>
    public IEnumerable<string[]> Rows()
    {
        var lines = WithoutBlocks.Split('\n');
        return lines.Where((line, index) => line.StartsWith('|') && !IsRule(line) && !(index + 1 < lines.Length && IsRule(lines[index + 1])))
            .Select(line => CellBounds().Split(line)[1..^1].Select(cell => cell.Trim().Replace(@"\|", "|", StringComparison.Ordinal)).ToArray());
    }

    private static bool IsRule(string line) => line.StartsWith("|--", StringComparison.Ordinal) || line.StartsWith("| --", StringComparison.Ordinal);

    [GeneratedRegex(@"^#+ (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Titles();

    [GeneratedRegex(@"(?<=\n)```(?<language>\w*)\n(?<text>.*?)(?<=\n)```\n", RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex CellBounds();
}
