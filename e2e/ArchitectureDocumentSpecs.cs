using System.Text.RegularExpressions;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>Every file and member that docs/architecture.md names exists.</summary>
[Trait("tier", "lint")]
public sealed partial class ArchitectureDocumentSpecs
{
    private static readonly Document s_document = Document.At("docs/architecture.md");

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

    /// <summary>ArchitectureSpecs checks the dependencies between rooms, in the compiled assembly.</summary>
    [Fact]
    public void Every_room_of_the_runtime_is_in_its_table()
    {
        var rooms = Directory.GetFiles(Repo.At("library/Twofold"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repo.At("library/Twofold"), file).Split(Path.DirectorySeparatorChar))
            .Where(path => path.Length > 1 && path[0] is not ("bin" or "obj"))
            .Select(path => $"[{path[0]}](../library/Twofold/{path[0]})")
            .Distinct();

        Assert.Equal(rooms.Order(), s_document.Section("## Rooms of the runtime").Rows().Select(row => row[0]).Order());
    }

    [GeneratedRegex(@"\[`(?<name>[\w.]+)`\]\((?<file>[^)]+)\)")]
    private static partial Regex Links();
}
