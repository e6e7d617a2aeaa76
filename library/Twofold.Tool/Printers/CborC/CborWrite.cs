using Twofold.Generator.Emit;
using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Prints how C's structs become CBOR.</summary>
internal static class CborWrite
{
    /// <summary>The function for a record.</summary>
    public static string Record(LibraryModel library, RecordModel record)
    {
        var n = library.Name;
        return
            $$"""
            /** Writes a {{CTypes.Name(library, record.Name)}} as a map. */
            {{Prototype(library, record)}}
            {
                if (!{{n}}_cbor_begin_struct(writer, value, {{record.Members.Count}}))
                    return;
                {{record.Members.SelectMany(member => Member(library, member, CborPlace.Member("value", member), "writer")).Append($"{n}_cbor_end_struct(writer);").Lines(4)}}
            }
            """;
    }

    public static string Prototype(LibraryModel library, RecordModel record) =>
        $"static inline void {CborNames.Encode(library, record.Name)}({library.Name}_cbor_writer *writer, const {CTypes.Name(library, record.Name)} *value)";

    /// <summary>The function for an enum.</summary>
    public static string Enum(LibraryModel library, EnumModel type) =>
        $$"""
        /** Writes a {{CTypes.Name(library, type.Name)}} as text; a number that is none is an error. */
        static inline void {{CborNames.Encode(library, type.Name)}}({{library.Name}}_cbor_writer *writer, {{CTypes.Name(library, type.Name)}} value)
        {
            {{library.Name}}_cbor_write_choice(writer, value, {{CborNames.Choices(library, type)}}());
        }
        """;

    /// <summary>The function for a list.</summary>
    public static string List(LibraryModel library, TypeModel list)
    {
        var n = library.Name;
        var item = list.Item!;
        return
            $$"""
            /** Internal: writes a list. */
            static inline void {{CborNames.Helper(library, "write", list)}}({{n}}_cbor_writer *writer, {{CTypes.Pointer(library, item)}}items, size_t count)
            {
                size_t i;
                if (!{{n}}_cbor_begin_items(writer, items, count))
                    return;
                for (i = 0; i < count && !writer->error; i++, items++)
                    {{Value(library, item, CborPlace.Item("items", item), "writer").Split('\n').Lines(8)}}
            }
            """;
    }

    /// <summary>A key and its value.</summary>
    public static IEnumerable<string> Member(LibraryModel library, ParameterModel member, CborPlace place, string writer) =>
        [$"{library.Name}_cbor_write_key({writer}, \"{member.WireKey}\");", Value(library, member.Type, place, writer)];

    private static string Value(LibraryModel library, TypeModel type, CborPlace place, string writer)
    {
        var required = Required(library, type, place, writer);
        if (!type.IsOptional)
            return required;

        var isThere = type switch
        {
            { IsScalar: true } => place.Has,
            { IsSpan: true } => $"{place.Value} != NULL || {place.Count} > 0",
            _ => $"{place.Value} != NULL",
        };
        return $"if ({isThere})\n    {required}\nelse\n    {library.Name}_cbor_write_null({writer});";
    }

    private static string Required(LibraryModel library, TypeModel type, CborPlace place, string writer)
    {
        var write = $"{library.Name}_cbor_write";
        return type.Kind switch
        {
            TypeKind.Bool => $"{write}_bool({writer}, {place.Value});",
            TypeKind.UInt64 or TypeKind.Object => $"{write}_uint({writer}, {place.Value});",
            TypeKind.Float32 => $"{write}_double({writer}, (double){place.Value});",
            TypeKind.Float64 => $"{write}_double({writer}, {place.Value});",
            TypeKind.Text => $"{write}_text({writer}, {place.Value});",
            TypeKind.Bytes => $"{write}_bytes({writer}, {place.Value}, {place.Count});",
            TypeKind.Enum => $"{CborNames.Encode(library, type.Name!)}({writer}, {place.Value});",
            TypeKind.Record => $"{CborNames.Encode(library, type.Name!)}({writer}, {(type.IsOptional ? place.Value : place.Address)});",
            TypeKind.List => $"{CborNames.Helper(library, "write", type.Required)}({writer}, {place.Value}, {place.Count});",
            _ => $"{write}_int({writer}, {place.Value});",
        };
    }
}
