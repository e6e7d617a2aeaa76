using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>The specs that check the promises of documents.</summary>
internal static class SpecNames
{
    private static readonly Lazy<string> s_sources = new(() => string.Concat(
        new[] { "e2e", "library/Twofold.Tests" }
            .SelectMany(folder => Directory.GetFiles(Repo.At(folder), "*Specs.cs", SearchOption.AllDirectories))
            .Select(File.ReadAllText)));

    /// <summary>Fails with the first name that is not the name of a spec.</summary>
    public static void AssertExist(IEnumerable<string> names) =>
        Assert.All(names, name => Assert.Contains($" {name}(", s_sources.Value, StringComparison.Ordinal));
}
