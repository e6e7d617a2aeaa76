using Twofold.Generator.Emit;
using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Prints how C++ values are made of what C has lent.</summary>
internal static class CppTake
{
    public static string Prototype(LibraryModel library, RecordModel record) =>
        $"inline {CppNames.Type(library, record.Name)} take(const ::{CTypes.Name(library, record.Name)} &from);";

    public static string Function(LibraryModel library, RecordModel record) =>
        $$"""
        inline {{CppNames.Type(library, record.Name)}} take(const ::{{CTypes.Name(library, record.Name)}} &from)
        {
            return {
                {{record.Members.Select(member => $"{Member(library, member, "from.", "", record)},").Lines(8)}}
            };
        }
        """;

    /// <summary>A struct's member; <paramref name="access"/> is what stands before its name.</summary>
    public static string Member(LibraryModel library, ParameterModel member, string access, string scope, RecordModel? owner = null)
    {
        var name = access + member.CName;
        var size = member.Type.Kind == TypeKind.Bytes ? "size" : "count";
        return Value(library, member.Type, new Source(name, name, $"{name}_{size}", $"{access}has_{member.CName}"), scope, owner, 0);
    }

    /// <summary>A number that C has by value.</summary>
    public static string Scalar(LibraryModel library, TypeModel type, string value) =>
        type.Kind == TypeKind.Enum ? $"static_cast<{CppNames.Type(library, type.Name!)}>({value})" : value;

    private static string Item(LibraryModel library, TypeModel type, string item, string scope, RecordModel? owner, int depth) => Value(
        library,
        type,
        type switch
        {
            { Kind: TypeKind.Bytes } => new Source(item, $"{item}.data", $"{item}.size", ""),
            { Kind: TypeKind.List } => new Source(item, $"{item}.items", $"{item}.count", ""),
            { IsScalar: true, IsOptional: true } => new Source($"{item}.value", "", "", $"{item}.has_value"),
            _ => new Source(item, item, "", ""),
        },
        scope,
        owner,
        depth);

    private static string Value(LibraryModel library, TypeModel type, Source from, string scope, RecordModel? owner, int depth)
    {
        switch (type)
        {
            case { Kind: TypeKind.Text, IsOptional: false }:
                return $"std::string{{{from.Value}}}";
            case { Kind: TypeKind.Text }:
                return $"{from.Value} ? std::make_optional<std::string>({from.Value}) : std::nullopt";
            case { Kind: TypeKind.Record, IsOptional: false }:
                return $"{scope}take({from.Value})";
            case { Kind: TypeKind.Record } when CppTypes.IsShared(library, type, owner):
                return $"{from.Value} ? std::make_shared<const {CppNames.Type(library, type.Name!)}>({scope}take(*{from.Value})) : nullptr";
            case { Kind: TypeKind.Record }:
                return $"{from.Value} ? std::make_optional({scope}take(*{from.Value})) : std::nullopt";
            case { IsSpan: true, IsOptional: true }:
                return $"{from.Pointer} ? std::make_optional({Span(library, type, from, scope, owner, depth)}) : std::nullopt";
            case { IsSpan: true }:
                return Span(library, type, from, scope, owner, depth);
            case { IsOptional: true }:
                return $"{from.Has} ? std::make_optional({Scalar(library, type, from.Value)}) : std::nullopt";
            default:
                return Scalar(library, type, from.Value);
        }
    }

    private static string Span(LibraryModel library, TypeModel type, Source from, string scope, RecordModel? owner, int depth)
    {
        if (type.Item is not { } item || CppLend.IsPlain(item) || item is { Kind: TypeKind.Bool, IsOptional: false })
            return $"{scope}list({from.Pointer}, {from.Count})";

        var variable = depth == 0 ? "item" : $"item{depth + 1}";
        return $"{scope}list({from.Pointer}, {from.Count}, [](const auto &{variable}) {{ return {Item(library, item, variable, scope, owner, depth + 1)}; }})";
    }

    /// <summary>Where C has the parts of a value.</summary>
    private sealed record Source(string Value, string Pointer, string Count, string Has);
}
