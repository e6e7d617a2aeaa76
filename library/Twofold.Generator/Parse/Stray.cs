using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Twofold.Model.Library;

namespace Twofold.Generator.Parse;

/// <summary>An <c>[Ffi]</c> without effect: in a class that is not exported, or on a class that no method returns.</summary>
/// <param name="Object">The full name of the class, if it has <c>[Ffi]</c> itself; null if it is not exported at all.</param>
/// <param name="Diagnostic">The diagnostic to report.</param>
internal sealed record Stray(string? Object, DiagnosticInfo Diagnostic)
{
    /// <summary>Checks a symbol with the attribute; null if it belongs to a library.</summary>
    public static Stray? Find(ISymbol symbol)
    {
        var place = symbol.Locations.FirstOrDefault();
        if (symbol is INamedTypeSymbol type)
            return new Stray(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), DiagnosticInfo.Create(Diagnostics.NeverReturned, place, type.Name));

        var owner = symbol.ContainingType;
        return Attributes.IsLibrary(owner) || Attributes.IsExported(owner) || HasExportedHeir(owner)
            ? null
            : new Stray(null, DiagnosticInfo.Create(Diagnostics.NotInLibrary, place, symbol.Name, owner.Name));
    }

    /// <summary>Reports it, unless a library returns the class.</summary>
    public void Report(ImmutableArray<LibraryModel?> libraries, Action<Diagnostic> report)
    {
        // A library with errors has no model, so it is not known which objects it returns.
        var isKnown = libraries.All(library => library is not null);
        if (Object is null || (isKnown && !libraries.Any(library => library!.Objects.Any(type => type.FullName == Object))))
            report(Diagnostic.ToDiagnostic());
    }

    /// <summary>Whether the class is the base class of a library. That case has its own diagnostic.</summary>
    private static bool HasExportedHeir(INamedTypeSymbol type) =>
        type.ContainingNamespace.GetTypeMembers().Any(candidate => Attributes.IsLibrary(candidate) && SymbolEqualityComparer.Default.Equals(candidate.BaseType, type));
}
