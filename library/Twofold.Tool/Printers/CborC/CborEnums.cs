using Twofold.Model.Library;
using Twofold.Model.Naming;
using Twofold.Printing;
using Twofold.Tool.Printers.C;

namespace Twofold.Tool.Printers.CborC;

/// <summary>Prints the functions that write and read an enum, and the table of its members.</summary>
internal static class CborEnums
{
    public static string Write(CNames names, EnumModel type) => Source.Code(
        $$"""
        /** Writes a {{names.Type(type.Name)}} as text; a number that is not a member is an error. */
        static inline void {{CborNames.Encode(names, type.Name)}}({{names.Prefix}}_cbor_writer *writer, {{names.Type(type.Name)}} value)
        {
            {{names.Prefix}}_cbor_write_choice(writer, value, {{CborNames.Choices(names, type)}}());
        }
        """);

    public static string Read(CNames names, EnumModel type)
    {
        var n = names.Prefix;
        return Source.Code(
            $$"""
            /** Internal: the members of {{names.Type(type.Name)}}. */
            static inline const {{n}}_cbor_choice *{{CborNames.Choices(names, type)}}(void)
            {
                static const {{n}}_cbor_choice choices[] = {
                    {{type.Members.Select(member => $"{{\"{member.WireText}\", \"{Names.UpperSnake(member.Name)}\", {names.EnumMember(type, member)}}},")}}
                    {NULL, NULL, 0},
                };
                return choices;
            }

            /** Reads a {{names.Type(type.Name)}} from text; text that is not a member is an error, and *value is 0. */
            static inline bool {{CborNames.Decode(names, type.Name)}}({{n}}_cbor_reader *reader, {{names.Type(type.Name)}} *value)
            {
                return {{n}}_cbor_read_choice(reader, {{CborNames.Choices(names, type)}}(), value);
            }
            """);
    }
}
