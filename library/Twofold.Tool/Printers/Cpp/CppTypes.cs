using Twofold.Generator.Emit;
using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Spells types in C++, and prints the enums and the records.</summary>
internal static class CppTypes
{
    /// <summary>The records of the author; C's other structs have no counterpart in C++.</summary>
    public static IEnumerable<RecordModel> Messages(LibraryModel library) => library.Records.Where(record => record.Role == RecordRole.Message);

    /// <summary>A type as members and results have it.</summary>
    /// <param name="library">Where it is from.</param>
    /// <param name="type">The type.</param>
    /// <param name="owner">The record that has it, if one does.</param>
    public static string Value(LibraryModel library, TypeModel type, RecordModel? owner = null)
    {
        var required = type.Kind switch
        {
            TypeKind.Text => "std::string",
            TypeKind.Bytes => "std::vector<std::uint8_t>",
            TypeKind.List => $"std::vector<{Value(library, type.Item!, owner)}>",
            TypeKind.Record or TypeKind.Enum or TypeKind.Object => CppNames.Type(library, type.Name!),
            TypeKind.Bool or TypeKind.Float32 or TypeKind.Float64 => CTypes.Scalar(library, type),
            _ => $"std::{CTypes.Scalar(library, type)}",
        };
        if (!type.IsOptional)
            return required;

        return IsShared(library, type, owner) ? $"std::shared_ptr<const {required}>" : $"std::optional<{required}>";
    }

    /// <summary>A type as parameters have it: nothing is copied on the way in.</summary>
    public static string Argument(LibraryModel library, TypeModel type) => type switch
    {
        { Kind: TypeKind.Text, IsOptional: true } => "std::optional<std::string_view>",
        { Kind: TypeKind.Text } => "std::string_view",
        { IsScalar: true } => Value(library, type),
        _ => $"const {Value(library, type)} &",
    };

    /// <summary>Parameters with their names.</summary>
    public static IEnumerable<string> Parameters(LibraryModel library, IEnumerable<ParameterModel> parameters) =>
        parameters.Select(parameter => Argument(library, parameter.Type) is var type && type.EndsWith('&')
            ? $"{type}{CppNames.Parameter(parameter)}"
            : $"{type} {CppNames.Parameter(parameter)}");

    /// <summary>What a method returns.</summary>
    public static string Result(LibraryModel library, MethodModel method) => method.Result is { } type ? Value(library, type) : "void";

    /// <summary>Whether an absent value is a null pointer: an optional cannot hold a record that contains it.</summary>
    public static bool IsShared(LibraryModel library, TypeModel type, RecordModel? owner) =>
        owner is not null && type is { Kind: TypeKind.Record, IsOptional: true } && CppUses.Of(library, [type]).Any(record => record.Name == owner.Name);

    public static string Enum(LibraryModel library, EnumModel type)
    {
        var members = type.Members.Select(member => ($"{CppNames.Enumerator(member.Name)} = {CTypes.EnumValue(member)},", member.Doc));
        return
            $$"""
            /** {{CTypes.Comment(type.Doc)}} */
            enum class {{CppNames.Type(library, type.Name)}} : std::int32_t {
                {{CTypes.Columns(members).Lines(4)}}
            };
            """;
    }

    public static string Struct(LibraryModel library, RecordModel record)
    {
        var members = record.Members.Select(member => ($"{Value(library, member.Type, record)} {member.CName}{{}};", Doc(library, member, record)));
        return
            $$"""
            /** {{CTypes.Comment(record.Doc)}} */
            struct {{CppNames.Type(library, record.Name)}} {
                {{CTypes.Columns(members).Lines(4)}}
            };
            """;
    }

    private static string Doc(LibraryModel library, ParameterModel member, RecordModel owner) =>
        IsShared(library, member.Type, owner) ? $"{member.Doc} Null: none.".TrimStart() : member.Doc;
}
