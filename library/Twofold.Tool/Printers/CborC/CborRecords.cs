using System.Globalization;
using Twofold.Model.Library;
using Twofold.Printing;
using Twofold.Tool.Printers.C;

namespace Twofold.Tool.Printers.CborC;

/// <summary>Prints the functions that write and read a record.</summary>
internal static class CborRecords
{
    /// <summary>The declarations of both functions, for a record that contains itself.</summary>
    public static string Declarations(CNames names, RecordModel record) => Source.Code(
        $$"""
        /** Defined below. */
        {{WritePrototype(names, record)}};

        /** Defined below. */
        {{ReadPrototype(names, record)}};
        """);

    public static string Write(CNames names, RecordModel record)
    {
        var n = names.Prefix;
        return Source.Code(
            $$"""
            /** Writes a {{names.Type(record.Name)}} as a map. */
            {{WritePrototype(names, record)}}
            {
                if (!{{n}}_cbor_begin_struct(writer, value, {{record.Members.Count}}))
                    return;
                {{record.Members.SelectMany(member => Member(names, member, CborPlace.Member("value", member), "writer"))}}
                {{n}}_cbor_end_struct(writer);
            }
            """);
    }

    public static string Read(CNames names, RecordModel record) => Source.Code(
        $$"""
        /** Reads a {{names.Type(record.Name)}}; what it points to is in the reader's memory. Zeros if that fails. */
        {{ReadPrototype(names, record)}}
        {
            {{Members(names, record, "value")}}
            return {{names.Prefix}}_cbor_decoded(reader, value, sizeof *value);
        }
        """);

    /// <summary>A key and its value.</summary>
    public static IEnumerable<string> Member(CNames names, ParameterModel member, CborPlace place, string writer) =>
        [$"{names.Prefix}_cbor_write_key({writer}, \"{member.WireKey}\");", CborWrite.Value(names, member.Type, place, writer)];

    /// <summary>Reads a map into the struct that <paramref name="target"/> points to.</summary>
    public static string Members(CNames names, RecordModel record, string target)
    {
        var n = names.Prefix;
        var optional = record.Members.Select((member, index) => member.Type.IsOptional ? 1UL << index : 0).Aggregate(0UL, (bits, bit) => bits | bit);
        var bits = optional == 0 ? "0" : $"UINT64_C(0x{optional.ToString("x", CultureInfo.InvariantCulture)})";
        var keys = record.Members.Count == 0 ? "" : $"static const char *const keys[] = {{{record.Members.Select(member => $"\"{member.WireKey}\"").Commas()}}};";
        return Source.Code(
            $$"""
            {{keys}}
            {{n}}_cbor_members members;
            memset({{target}}, 0, sizeof *{{target}});
            {{n}}_cbor_begin_members(reader, &members, {{(keys.Length == 0 ? "NULL" : "keys")}}, {{record.Members.Count}}, {{bits}});
            while ({{n}}_cbor_next_member(reader, &members)) {
                switch (members.member) {
                {{record.Members.Select((member, index) => $"case {index}: {CborRead.Value(names, member.Type, CborPlace.Member(target, member))} break;")}}
                default: break;
                }
            }
            """);
    }

    private static string WritePrototype(CNames names, RecordModel record) =>
        $"static inline void {CborNames.Encode(names, record.Name)}({names.Prefix}_cbor_writer *writer, const {names.Type(record.Name)} *value)";

    private static string ReadPrototype(CNames names, RecordModel record) =>
        $"static inline bool {CborNames.Decode(names, record.Name)}({names.Prefix}_cbor_reader *reader, {names.Type(record.Name)} *value)";
}
