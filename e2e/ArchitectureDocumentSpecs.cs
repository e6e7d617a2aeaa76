using System.Text.RegularExpressions;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>The way that docs/architecture.md describes can be walked: what it names is where it says.</summary>
[Trait("tier", "lint")]
public sealed partial class ArchitectureDocumentSpecs
{
    private static readonly Document s_document = Document.At("docs/architecture.md");

    [Fact]
    public void It_is_a_page() => Assert.InRange(s_document.Text.Split('\n').Length, 1, 60);

    [Fact]
    public void Every_member_that_it_names_is_in_the_file_that_it_links()
    {
        var links = Links().Matches(s_document.Text);
        Assert.NotEmpty(links);
        foreach (Match link in links)
        {
            var (name, file) = (link.Groups["name"].Value, link.Groups["file"].Value);
            var text = File.ReadAllText(Path.Combine(Repo.At("docs"), file));
            Assert.All(name.Split('.'), part => Assert.True(Regex.IsMatch(text, $@"\b{part}\b"), $"{name} is not in {file}"));
        }
    }

    [Fact]
    public void Every_room_of_the_library_is_in_it_with_the_rooms_that_it_uses()
    {
        var rooms = Directory.GetDirectories(Repo.At("library/Twofold")).Select(folder => Path.GetFileName(folder)).Where(room => room is not ("build" or "bin" or "obj"));
        var documented = s_document.Section("## Rooms").Rows()
            .Where(row => row[0].StartsWith("[Twofold/", StringComparison.Ordinal))
            .ToDictionary(row => row[0]["[Twofold/".Length..row[0].IndexOf(']', StringComparison.Ordinal)], row => row[2]);

        Assert.Equal(rooms.ToDictionary(room => room, Uses), documented);
    }

    private static string Uses(string room)
    {
        var sources = Directory.GetFiles(Repo.At($"library/Twofold/{room}"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);
        return string.Join(", ", sources.SelectMany(text => Usings().Matches(text)).Select(match => match.Groups["room"].Value).Where(other => other != room).Distinct().Order());
    }

    /// <summary>A directive, or an exception that is named by its room.</summary>
    [GeneratedRegex(@"^using Twofold\.(?<room>\w+)|(?<![\w.])(?<room>[A-Z]\w+)\.[A-Z]\w+Exception\b", RegexOptions.Multiline)]
    private static partial Regex Usings();

    [GeneratedRegex(@"\[`(?<name>[\w.]+)`\]\((?<file>[^)]+)\)")]
    private static partial Regex Links();
}
