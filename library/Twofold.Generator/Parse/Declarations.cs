using Microsoft.CodeAnalysis;
using Twofold.Model.Library;

namespace Twofold.Generator.Parse;

/// <summary>Finds the declaration of a name, so that a diagnostic can point to it.</summary>
internal sealed class Declarations(LibraryModel library, INamedTypeSymbol type, TypeParser types)
{
    /// <summary>The declaration of a path such as <c>EchoAsync.req</c> or <c>Config.Name</c>; the class if there is none.</summary>
    public ISymbol Find(string path)
    {
        var parts = path.Split('.');
        var symbol = type.GetMembers(parts[0]).LastOrDefault() ?? TypeCalled(parts[0]);
        if (symbol is null)
            return type;

        return parts.Length > 1 ? MemberOf(symbol, parts[1]) ?? symbol : symbol;
    }

    /// <summary>The declaration of a record, an enum or an object.</summary>
    public ISymbol OfType(string fullName) => types.SymbolOf(fullName);

    private INamedTypeSymbol? TypeCalled(string name) =>
        library.Records.Where(record => record.Role == RecordRole.Message && record.Name == name).Select(record => record.FullName)
            .Concat(library.Enums.Where(candidate => candidate.Name == name).Select(candidate => candidate.FullName))
            .Concat(library.Objects.Where(candidate => candidate.Name == name).Select(candidate => candidate.FullName))
            .Select(types.SymbolOf)
            .LastOrDefault();

    private static ISymbol? MemberOf(ISymbol symbol, string name) => symbol switch
    {
        IMethodSymbol method => method.Parameters.FirstOrDefault(parameter => parameter.Name == name),
        INamedTypeSymbol named => named.GetMembers(name).FirstOrDefault(member => !member.IsImplicitlyDeclared),
        _ => null,
    };
}
