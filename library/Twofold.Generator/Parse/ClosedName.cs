using Microsoft.CodeAnalysis;

namespace Twofold.Generator.Parse;

/// <summary>The name of a record in other languages: <c>Page&lt;Item&gt;</c> is called PageOfItem.</summary>
internal static class ClosedName
{
    public static string Of(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => $"{Of(array.ElementType)}Array",
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => $"Optional{Of(nullable.TypeArguments[0])}",
        INamedTypeSymbol { TypeArguments.Length: > 0 } generic => Optional(generic) + $"{generic.Name}Of{string.Join("And", generic.TypeArguments.Select(Of))}",
        _ => Optional(type) + type.Name,
    };

    // Only a type argument has a question mark here.
    private static string Optional(ITypeSymbol type) => type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } ? "Optional" : "";
}
