using Microsoft.CodeAnalysis;

namespace Twofold.Generator.Parse;

/// <summary>Matches the parameters of a record's constructor with its properties.</summary>
internal static class Members
{
    /// <summary>The property or field that returns a parameter of the constructor: it has the same name, possibly with an upper-case first letter.</summary>
    public static ISymbol? ReadBack(INamedTypeSymbol type, IParameterSymbol parameter)
    {
        for (var owner = type; owner is not null; owner = owner.BaseType)
        {
            foreach (var name in new[] { parameter.Name, Property(parameter) })
            {
                foreach (var member in owner.GetMembers(name))
                {
                    if (TypeIfReadable(member) is { } found && SymbolEqualityComparer.IncludeNullability.Equals(found, parameter.Type))
                        return member;
                }
            }
        }

        return null;
    }

    /// <summary>The name of the property that a parameter sets.</summary>
    public static string Property(IParameterSymbol parameter) => char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1);

    /// <summary>The required members that a constructor does not set: all of them, unless it has <c>[SetsRequiredMembers]</c>.</summary>
    public static IEnumerable<ISymbol> LeftOut(INamedTypeSymbol type, IMethodSymbol constructor)
    {
        if (constructor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute"))
            yield break;

        for (var owner = type; owner is not null; owner = owner.BaseType)
        {
            foreach (var member in owner.GetMembers().Where(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
                yield return member;
        }
    }

    /// <summary>The properties that can be set but are not parameters of the constructor: their values would be lost.</summary>
    public static IEnumerable<IPropertySymbol> Lost(INamedTypeSymbol type, IMethodSymbol constructor)
    {
        var kept = new HashSet<string>(constructor.Parameters.SelectMany(parameter => new[] { parameter.Name, Property(parameter) }));
        for (var owner = type; owner is not null; owner = owner.BaseType)
        {
            foreach (var property in owner.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, IsIndexer: false, IsRequired: false, DeclaredAccessibility: Accessibility.Public, SetMethod.DeclaredAccessibility: Accessibility.Public }
                    && !kept.Contains(property.Name))
                {
                    yield return property;
                }
            }
        }
    }

    private static ITypeSymbol? TypeIfReadable(ISymbol member) => member switch
    {
        { DeclaredAccessibility: not Accessibility.Public } or { IsStatic: true } => null,
        IPropertySymbol { GetMethod.DeclaredAccessibility: Accessibility.Public } property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };
}
