using Twofold.Generator.Emit;
using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Names the functions that are generated for C. Those with <c>_cbor_</c> behind the prefix are kept from authors by the generator.</summary>
internal static class CborNames
{
    /// <summary>What writes a value of the author's type.</summary>
    public static string Encode(LibraryModel library, string type) => $"{CTypes.Name(library, type)}_encode";

    /// <summary>What reads one.</summary>
    public static string Decode(LibraryModel library, string type) => $"{CTypes.Name(library, type)}_decode";

    /// <summary>The members of an enum.</summary>
    public static string Choices(LibraryModel library, EnumModel type) => $"{library.Name}_cbor_{Naming.Snake(type.Name)}_enum_choices";

    /// <summary>What writes a type that has no name of its own: <paramref name="verb"/> is write or read.</summary>
    public static string Helper(LibraryModel library, string verb, TypeModel type) => $"{library.Name}_cbor_{verb}_{Word(type)}";

    /// <summary>A parameter of a generated function, under a name that none of the author's parameters has.</summary>
    public static string Beside(IEnumerable<ParameterModel> parameters, string name)
    {
        while (parameters.Any(parameter => CTypes.NamesOf(parameter).Contains(name)))
            name += "_";

        return name;
    }

    /// <summary>A type as part of a name, which no other type has: an author's type may be called Text or TextList.</summary>
    private static string Word(TypeModel type)
    {
        var word = type.Kind switch
        {
            TypeKind.List => $"{Word(type.Item!)}_list",
            TypeKind.Record => $"{Naming.Snake(type.Name!)}_record",
            TypeKind.Enum => $"{Naming.Snake(type.Name!)}_enum",
            _ => type.Kind.ToString().ToLowerInvariant(),
        };
        return type.IsOptional ? $"{word}_or_null" : word;
    }
}
