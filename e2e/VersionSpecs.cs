using System.Text.RegularExpressions;
using System.Xml.Linq;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>Versions that appear in several places are the same everywhere.</summary>
[Trait("tier", "lint")]
public sealed partial class VersionSpecs
{
    private static readonly string s_version = XDocument.Load(Repo.At("Directory.Build.props")).Descendants("Version").Single().Value;

    /// <summary>
    /// Where the version may appear. Each place is compared here, printed by the library, or the expected output of a run.
    /// </summary>
    private static readonly string[] s_places =
    [
        "CHANGELOG.md", "Directory.Build.props", "docs/protocol.md", "library/MyTimer/", "library/Twofold.Tests/", "e2e/", "examples/",
        "bench/clients/rust/",
    ];

    [Fact]
    public void The_newest_numbered_entry_of_the_changelog_has_this_version() =>
        Assert.Equal(s_version, Regex.Match(Read("CHANGELOG.md"), @"^## (\d\S*)", RegexOptions.Multiline).Groups[1].Value);

    [Fact]
    public void Every_crate_and_its_lock_have_this_version()
    {
        var manifests = Repo.Files("Cargo.toml").ToList();
        Assert.NotEmpty(manifests);
        foreach (var manifest in manifests)
        {
            var package = Regex.Match(Read(manifest), "^name = \"(.+)\"\nversion = \"(.+)\"$", RegexOptions.Multiline);
            Assert.Equal(s_version, package.Groups[2].Value);
            Assert.Contains($"name = \"{package.Groups[1].Value}\"\nversion = \"{s_version}\"\n", Read(manifest.Replace(".toml", ".lock", StringComparison.Ordinal)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_C_ABI_page_requires_this_version()
    {
        var parts = s_version.Split('.');
        var page = Read("docs/c-abi.md");

        Assert.Equal([$"{parts[0]}.{parts[1]}"], Asked().Matches(page).Select(asked => asked.Groups["version"].Value).Distinct());
        Assert.Equal([parts[0]], Sonames().Matches(page).Select(name => name.Groups["major"].Value).Distinct());
    }

    [Fact]
    public void The_timer_reports_this_version() =>
        Assert.Contains($"TimerVersion = \"csharp-timer v{s_version}\"", Read("library/MyTimer/MyTimer.cs"), StringComparison.Ordinal);

    [Fact]
    public void The_version_appears_nowhere_else()
    {
        var pattern = new Regex($@"(?<![\d.]){Regex.Escape(s_version)}(?![\d.]*\d)");
        var found = Repo.Files("*").Where(file => pattern.IsMatch(Read(file)));

        Assert.All(found, file => Assert.Contains(s_places, place => file.StartsWith(place, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_CMake_project_requires_the_same_version_of_CMake() =>
        Assert.Single(Repo.Files("CMakeLists.txt").SelectMany(file => Minimums().Matches(Read(file))).Select(minimum => minimum.Value).Distinct());

    [Fact]
    public void The_pages_require_the_same_toolchains_as_the_doctor()
    {
        var needs = Example.All.SelectMany(example => example.Needs.Select(need => (example.Name, need.Program, need.Least))).ToList();
        var rust = needs.Single(need => need.Program == "cargo").Least;
        var python = needs.Single(need => need.Program == "python3").Least;

        Assert.Contains($"Rust {rust} or newer", Read("examples/rust-client/README.md"), StringComparison.Ordinal);
        Assert.Contains($"Python {python} or newer", Read("examples/python-client/README.md"), StringComparison.Ordinal);
        Assert.All(Repo.Files("Cargo.toml"), manifest => Assert.Contains($"rust-version = \"{rust}\"", Read(manifest), StringComparison.Ordinal));
    }

    private static string Read(string path) => File.ReadAllText(Repo.At(path)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"find_package\(my_timer (?<version>[\d.]+) ")]
    private static partial Regex Asked();

    [GeneratedRegex(@"libmy_timer\.so\.(?<major>\d+)")]
    private static partial Regex Sonames();

    [GeneratedRegex(@"cmake_minimum_required\(.+\)")]
    private static partial Regex Minimums();
}
