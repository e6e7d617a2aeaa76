using Microsoft.CodeAnalysis;
using Twofold.Model.Library;

namespace Twofold.Generator.Parse;

/// <summary>Finds records that the library returns and that have derived records: the members of a derived record would be lost.</summary>
internal static class DerivedRecords
{
    public static void Report(LibraryModel library, TypeParser types, DiagnosticSink diagnostics)
    {
        var open = Reach.Outputs(library).Select(record => types.SymbolOf(record.FullName)).Where(type => type is { IsSealed: false, IsValueType: false }).ToList();
        foreach (var type in open)
        {
            if (All(type.ContainingAssembly.GlobalNamespace).FirstOrDefault(candidate => DerivesFrom(candidate, type)) is { } derived)
                diagnostics.Report(Diagnostics.DerivedRecord, type, type.Name, derived.Name);
        }
    }

    private static bool DerivesFrom(INamedTypeSymbol candidate, INamedTypeSymbol type)
    {
        for (var ancestor = candidate.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(ancestor, type))
                return true;
        }

        return false;
    }

    private static IEnumerable<INamedTypeSymbol> All(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol { IsRecord: true } record)
                yield return record;

            foreach (var nested in All(member))
                yield return nested;
        }
    }
}
