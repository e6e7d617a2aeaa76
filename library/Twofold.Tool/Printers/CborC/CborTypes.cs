using Twofold.Generator.Emit;
using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Prints the functions of the author's types, each behind those of the types that it consists of.</summary>
internal sealed class CborTypes(LibraryModel library)
{
    private readonly HashSet<string> _printed = [];
    private readonly List<string> _functions = [];

    public static string Print(LibraryModel library) => new CborTypes(library).Print();

    private string Print()
    {
        _functions.AddRange(library.Enums.SelectMany(type => new[] { CborRead.Enum(library, type), CborWrite.Enum(library, type) }));

        // Who contains itself is called before it is defined.
        foreach (var record in library.Records.Where(record => record is { Role: RecordRole.Message, IsRecursive: true }))
            _functions.Add($"{Declared(CborWrite.Prototype(library, record))}\n\n{Declared(CborRead.Prototype(library, record))}");

        foreach (var record in library.Records)
        {
            foreach (var member in record.Members)
                AddHelpers(member.Type);
            if (record.Role == RecordRole.Message)
                _functions.AddRange([CborWrite.Record(library, record), CborRead.Record(library, record)]);
        }

        foreach (var parameter in library.Methods.SelectMany(method => method.Parameters))
            AddHelpers(parameter.Type);

        return _functions.Paragraphs(0);
    }

    /// <summary>What a type needs that has no name of its own.</summary>
    private void AddHelpers(TypeModel type)
    {
        if (type.Item is { } item)
            AddHelpers(item);
        if (type.Kind == TypeKind.List && IsNew(type.Required))
            _functions.AddRange([CborWrite.List(library, type.Required), CborRead.List(library, type.Required)]);
        if (type is { Kind: TypeKind.Record, IsOptional: true } && IsNew(type))
            _functions.Add(CborRead.OptionalRecord(library, type));
    }

    private bool IsNew(TypeModel type) => _printed.Add(CborNames.Helper(library, "read", type));

    private static string Declared(string prototype) => $"/** Defined below. */\n{prototype};";
}
