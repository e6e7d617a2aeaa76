using Microsoft.CodeAnalysis;

namespace Twofold.Generator.Parse;

/// <summary>The attributes that the generator looks for.</summary>
internal static class Attributes
{
    /// <summary>On the class of a library.</summary>
    public const string Library = "Twofold.FfiLibraryAttribute";

    /// <summary>On a member that is exported, and on a class whose objects methods return.</summary>
    public const string Member = "Twofold.FfiAttribute";

    /// <summary>Whether the member or the class has <see cref="Member"/>.</summary>
    public static bool IsExported(ISymbol symbol) => Has(symbol, Member);

    /// <summary>Whether the class has <see cref="Library"/>.</summary>
    public static bool IsLibrary(ISymbol symbol) => Has(symbol, Library);

    /// <summary>Whether the enum's members can be combined.</summary>
    public static bool IsFlags(ISymbol symbol) => Has(symbol, "System.FlagsAttribute");

    private static bool Has(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Any(candidate => candidate.AttributeClass?.ToDisplayString() == attribute);
}
