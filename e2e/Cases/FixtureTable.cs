using Twofold.E2E.Harness;
using Twofold.Tests.CaseTable;

namespace Twofold.E2E.Cases;

/// <summary>The table of cases for the fixtures, the library with every shape. Its C program is printed from the same table.</summary>
internal static class FixtureTable
{
    /// <summary>All cases, by name.</summary>
    public static IReadOnlyDictionary<string, Case> ByName { get; } =
        CaseReader.ReadFolder(Repo.At("library/Twofold.Tests/Fixtures/cases")).ToDictionary(row => row.ToString());

    /// <summary>The cases of a single call, which can run on any object.</summary>
    public static IReadOnlyDictionary<string, Case> Singles { get; } = ByName.Where(row => row.Value.IsSingle).ToDictionary();

    /// <summary>The cases that need a separate object.</summary>
    public static IReadOnlyDictionary<string, Case> Sequences { get; } = ByName.Where(row => !row.Value.IsSingle).ToDictionary();
}
