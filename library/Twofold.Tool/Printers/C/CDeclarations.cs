using Twofold.Model.Library;
using Twofold.Printing;

namespace Twofold.Tool.Printers.C;

/// <summary>Prints the constants and the types of a library.</summary>
internal static class CDeclarations
{
    public static string Constant(CNames names, ConstantModel constant) => Source.Code(
        $$"""
        {{Comment.Of(constant.Doc)}}
        #define {{names.Constant(constant)}} {{CLiterals.Of(constant.Type, constant.Value)}}
        """);

    public static string Enum(CNames names, EnumModel type)
    {
        var members = type.Members.Select((member, index) => new Documented(
            $"{names.EnumMember(type, member)} = {CLiterals.Enumerator(member.Value)}{(index + 1 < type.Members.Count ? "," : "")}", member.Doc));
        return Source.Code(
            $$"""
            {{Comment.Of(type.Doc)}}
            typedef int32_t {{names.Type(type.Name)}};
            enum {
                {{Columns.Align(members)}}
            };
            """);
    }

    /// <summary>The names of all structs, which may contain each other.</summary>
    public static IEnumerable<string> StructNames(CNames names) => Columns.Align(names.Library.Records.Select(record =>
        new Documented($"typedef struct {names.Type(record.Name)} {names.Type(record.Name)};", record.Doc)));

    public static string Struct(CNames names, RecordModel record) => Source.Code(
        $$"""
        {{Comment.Of(record.Doc)}}
        struct {{names.Type(record.Name)}} {
            {{Columns.Align(record.Members.SelectMany(member => CFields.Of(names, WithDoc(record, member))))}}
        };
        """);

    public static string Object(CNames names, ObjectModel handle) => Source.Code(
        $$"""
        /** {{Comment.Text($"{handle.Doc} An opaque handle, which {names.Handle(handle)}_release ends.".TrimStart())}} */
        typedef struct {{names.Handle(handle)}} {{names.Handle(handle)}};
        """);

    public static string Free(CNames names, RecordModel record)
    {
        var type = names.Type(record.Name);
        return Source.Code(
            $$"""
            /** Frees what a _sync call has put into the struct, and zeroes it. Does nothing for NULL and for a zeroed struct. */
            {{names.Api}} void {{type}}_free({{type}} *reply);
            """);
    }

    /// <summary>The author cannot document a member of a struct that exists only in C.</summary>
    private static ParameterModel WithDoc(RecordModel record, ParameterModel member) => (record.Role, member.Doc) switch
    {
        (RecordRole.Reply, "") => member with { Doc = "The result of the method." },
        (RecordRole.Event, "") => member with { Doc = "The argument of the event." },
        _ => member,
    };
}
