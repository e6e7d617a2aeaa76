using System.Text.RegularExpressions;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>Rules for every document of the repository.</summary>
[Trait("tier", "lint")]
public sealed partial class DocumentSpecs
{
    private const string Decisions = "docs/decisions";

    public static TheoryData<string> Paths => [.. Document.Paths];

    [Theory, MemberData(nameof(Paths))]
    public void Every_link_leads_to_a_file_or_a_heading_that_is_there(string path)
    {
        var document = Document.At(path);
        foreach (var target in Links().Matches(document.WithoutBlocks).Select(link => link.Groups["target"].Value))
        {
            if (target.StartsWith("https://", StringComparison.Ordinal))
                continue;

            var (file, heading) = target.Split('#') is [var before, var after] ? (before, after) : (target, null);
            var place = file.Length == 0 ? path : Path.GetRelativePath(Repo.Root, Path.Combine(Path.GetDirectoryName(Repo.At(path))!, file)).Replace('\\', '/');
            Assert.True(File.Exists(Repo.At(place)) || Directory.Exists(Repo.At(place)), $"{path} links to {target}, which is not there");
            if (heading is not null)
                Assert.True(Document.At(place).Headings.Select(Anchor).Contains(heading), $"{path} links to {target}, a heading that is not there");
        }
    }

    [Fact]
    public void The_list_of_decisions_has_every_page_once_under_its_own_title()
    {
        var pages = Document.Paths
            .Where(path => path.StartsWith($"{Decisions}/0", StringComparison.Ordinal))
            .Select(path => (Name: Path.GetFileName(path), Title: Document.At(path).Headings.First()))
            .ToList();

        Assert.All(pages, page => Assert.StartsWith($"{page.Name[..4]}: ", page.Title, StringComparison.Ordinal));
        Assert.Equal(
            pages.Select(page => $"[{page.Name[..4]}]({page.Name}) {page.Title[6..]}"),
            Document.At($"{Decisions}/README.md").Rows().Select(row => $"{row[0]} {row[1]}"));
    }

    [Fact]
    public void Every_decision_says_why_and_what_it_costs() => Assert.All(
        Document.Paths.Where(path => path.StartsWith($"{Decisions}/0", StringComparison.Ordinal)),
        path =>
        {
            var text = Document.At(path).Text;
            Assert.Matches(@"\n\*\*Why( [a-z ]+)?\.\*\* ", text);
            Assert.Contains("\n**Cost.** ", text, StringComparison.Ordinal);
        });

    [Theory, MemberData(nameof(Paths))]
    public void Every_command_of_just_is_a_recipe(string path)
    {
        var recipes = Justfile.Recipes();

        Assert.Contains("demo", recipes);
        Assert.All(Commands().Matches(Document.At(path).Text).Select(command => command.Groups["name"].Value), name => Assert.Contains(name, recipes));
    }

    [Fact]
    public void Every_recipe_that_is_listed_has_a_group_and_says_in_a_line_what_it_does() => Assert.All(
        Justfile.Recipes().Where(recipe => !recipe.StartsWith('_')),
        recipe => Assert.Matches(@"^# [A-Z].{10,95}[^.]\n\[group\('[a-z ]+'\)\]\n$", Justfile.Head(recipe)));

    /// <summary>The anchor of a heading, as GitHub generates it.</summary>
    private static string Anchor(string heading) =>
        Punctuation().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\./just (?<name>[a-z][a-z0-9-]*)")]
    private static partial Regex Commands();

    [GeneratedRegex(@"\]\((?<target>[^()\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Punctuation();
}
