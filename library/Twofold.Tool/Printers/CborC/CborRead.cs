using System.Globalization;
using Twofold.Generator.Emit;
using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Prints how CBOR becomes C's structs.</summary>
internal static class CborRead
{
    /// <summary>The function for a record.</summary>
    public static string Record(LibraryModel library, RecordModel record) =>
        $$"""
        /** Reads a {{CTypes.Name(library, record.Name)}}; what it points to lies in the reader's memory. Zeros if that fails. */
        {{Prototype(library, record)}}
        {
            {{Members(library, record, "value").Lines(4)}}
            return {{library.Name}}_cbor_decoded(reader, value, sizeof *value);
        }
        """;

    public static string Prototype(LibraryModel library, RecordModel record) =>
        $"static inline bool {CborNames.Decode(library, record.Name)}({library.Name}_cbor_reader *reader, {CTypes.Name(library, record.Name)} *value)";

    /// <summary>Reads a map into the struct that <paramref name="target"/> points to.</summary>
    public static IEnumerable<string> Members(LibraryModel library, RecordModel record, string target)
    {
        var n = library.Name;
        var optional = record.Members.Select((member, index) => member.Type.IsOptional ? 1UL << index : 0).Aggregate(0UL, (bits, bit) => bits | bit);
        var bits = optional == 0 ? "0" : $"UINT64_C(0x{optional.ToString("x", CultureInfo.InvariantCulture)})";
        if (record.Members.Count > 0)
            yield return $"static const char *const keys[] = {{{record.Members.Select(member => $"\"{member.WireKey}\"").Commas()}}};";

        yield return $"{n}_cbor_members members;";
        yield return $"memset({target}, 0, sizeof *{target});";
        yield return $"{n}_cbor_begin_members(reader, &members, {(record.Members.Count == 0 ? "NULL" : "keys")}, {record.Members.Count}, {bits});";
        yield return $"while ({n}_cbor_next_member(reader, &members)) {{";
        yield return "    switch (members.member) {";
        for (var i = 0; i < record.Members.Count; i++)
            yield return $"    case {i}: {Value(library, record.Members[i].Type, CborPlace.Member(target, record.Members[i]))} break;";

        yield return "    default: break;";
        yield return "    }";
        yield return "}";
    }

    /// <summary>The functions for an enum, and its members.</summary>
    public static string Enum(LibraryModel library, EnumModel type)
    {
        var n = library.Name;
        var members = type.Members.Select(member =>
            $"{{\"{member.WireText}\", \"{Naming.UpperSnake(member.Name)}\", {CTypes.EnumMember(library, type, member)}}},");
        return
            $$"""
            /** Internal: the members of {{CTypes.Name(library, type.Name)}}. */
            static inline const {{n}}_cbor_choice *{{CborNames.Choices(library, type)}}(void)
            {
                static const {{n}}_cbor_choice choices[] = {
                    {{members.Append("{NULL, NULL, 0},").Lines(8)}}
                };
                return choices;
            }

            /** Reads a {{CTypes.Name(library, type.Name)}} from text; one that is none is an error, and *value is 0. */
            static inline bool {{CborNames.Decode(library, type.Name)}}({{n}}_cbor_reader *reader, {{CTypes.Name(library, type.Name)}} *value)
            {
                return {{n}}_cbor_read_choice(reader, {{CborNames.Choices(library, type)}}(), value);
            }
            """;
    }

    /// <summary>The function for a list.</summary>
    public static string List(LibraryModel library, TypeModel list)
    {
        var n = library.Name;
        var item = list.Item!;
        var pointer = CTypes.Pointer(library, item);

        // What the pointer points to is written here, and is const from then on.
        var element = item is { Kind: TypeKind.Text } or { Kind: TypeKind.Record, IsOptional: true }
            ? pointer.Replace("*const ", "*")
            : pointer["const ".Length..];
        var read = Value(library, item, CborPlace.Item("to", item));
        var body = item.IsOptional ? $" {{\n    memset(to, 0, sizeof *to);\n    {read}\n}}" : $"\n    {read}";
        return
            $$"""
            /** Internal: reads a list into the reader's memory. */
            static inline bool {{CborNames.Helper(library, "read", list)}}({{n}}_cbor_reader *reader, {{pointer}}*items, size_t *count)
            {
                {{n}}_cbor_items list;
                {{element}}to = ({{element.TrimEnd()}}){{n}}_cbor_begin_list(reader, &list, sizeof *to, count);
                for (*items = to; {{n}}_cbor_next(reader, &list); to++){{body.Split('\n').Lines(4)}}
                return !{{n}}_cbor_failed(reader);
            }
            """;
    }

    /// <summary>The function for a record that may be absent.</summary>
    public static string OptionalRecord(LibraryModel library, TypeModel type)
    {
        var n = library.Name;
        var name = CTypes.Name(library, type.Name!);
        return
            $$"""
            /** Internal: reads one into the reader's memory, or null. */
            static inline bool {{CborNames.Helper(library, "read", type)}}({{n}}_cbor_reader *reader, const {{name}} **value)
            {
                {{name}} *to;
                *value = NULL;
                if ({{n}}_cbor_accept_null(reader))
                    return true;
                to = ({{name}} *){{n}}_cbor_take(reader, reader->offset, sizeof *to, false);
                *value = to;
                return to != NULL && {{name}}_decode(reader, to);
            }
            """;
    }

    /// <summary>Reads a value into a place that is all zeros.</summary>
    public static string Value(LibraryModel library, TypeModel type, CborPlace place)
    {
        var required = Required(library, type, place);
        return type switch
        {
            { IsOptional: false } or { Kind: TypeKind.Record } => $"{required};",
            { IsScalar: true } => $"{place.Has} = !{library.Name}_cbor_accept_null(reader) && {required};",
            _ => $"if (!{library.Name}_cbor_accept_null(reader)) {required};",
        };
    }

    private static string Required(LibraryModel library, TypeModel type, CborPlace place)
    {
        var n = library.Name;
        return type.Kind switch
        {
            TypeKind.Float32 => $"{n}_cbor_read_float(reader, {place.Address})",
            TypeKind.Float64 => $"{n}_cbor_read_double(reader, {place.Address})",
            TypeKind.Text => $"{n}_cbor_take_text(reader, {place.Address}, NULL)",
            TypeKind.Bytes => $"{n}_cbor_take_bytes(reader, {place.Address}, &{place.Count})",
            TypeKind.List => $"{CborNames.Helper(library, "read", type.Required)}(reader, {place.Address}, &{place.Count})",
            TypeKind.Record when type.IsOptional => $"{CborNames.Helper(library, "read", type)}(reader, {place.Address})",
            TypeKind.Enum or TypeKind.Record => $"{CborNames.Decode(library, type.Name!)}(reader, {place.Address})",
            TypeKind.Object => $"{n}_cbor_read_uint64(reader, {place.Address})",
            _ => $"{n}_cbor_read_{type.Kind.ToString().ToLowerInvariant()}(reader, {place.Address})",
        };
    }
}
