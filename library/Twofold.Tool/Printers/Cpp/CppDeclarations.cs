using Twofold.Model.Library;
using Twofold.Printing;
using Twofold.Tool.Printers.C;

namespace Twofold.Tool.Printers.Cpp;

/// <summary>Prints the enums and the records.</summary>
internal static class CppDeclarations
{
    public static string Enum(CppNames names, EnumModel type) => Enum(
        Comment.Of(type.Doc),
        names.Type(type.Name),
        type.Members.Select(member => (names.Enumerator(type, member), CLiterals.Enumerator(member.Value), member.Doc)));

    /// <summary>An enum with a fixed width.</summary>
    public static string Enum(string comment, string name, IEnumerable<(string Name, string Value, string Doc)> members) => Source.Code(
        $$"""
        {{comment}}
        enum class {{name}} : std::int32_t {
            {{Columns.Align(members.Select(member => new Documented($"{member.Name} = {member.Value},", member.Doc)))}}
        };
        """);

    public static string Struct(CppNames names, RecordModel record)
    {
        var types = new CppTypes(names, record);
        var members = record.Members.Select(member => new Documented(
            $"{types.Of(member.Type)} {member.SnakeName}{{}};",
            types.IsShared(member.Type) ? $"{member.Doc} Null if absent.".TrimStart() : member.Doc));
        return Source.Code(
            $$"""
            {{Comment.Of(record.Doc)}}
            struct {{names.Type(record.Name)}} {
                {{Columns.Align(members)}}
            };
            """);
    }
}
