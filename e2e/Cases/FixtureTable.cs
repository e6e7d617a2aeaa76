using Twofold.E2E.Harness;
using Twofold.Tests.CaseTable;

namespace Twofold.E2E.Cases;

/// <summary>The table of what the library with every shape must answer, which its C program is printed from too.</summary>
internal static class FixtureTable
{
    /// <summary>All cases, by name.</summary>
    public static IReadOnlyDictionary<string, Case> ByName { get; } =
        CaseReader.ReadFolder(Repo.At("library/Twofold.Tests/Fixtures/cases")).ToDictionary(row => row.ToString());

    /// <summary>Those that are one call, which any object can answer.</summary>
    public static IReadOnlyDictionary<string, Case> Singles { get; } = ByName.Where(row => row.Value.IsSingle).ToDictionary();

    /// <summary>Those that need an object of their own.</summary>
    public static IReadOnlyDictionary<string, Case> Sequences { get; } = ByName.Where(row => !row.Value.IsSingle).ToDictionary();
}
