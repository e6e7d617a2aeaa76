using Twofold.Generator.Emit;
using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Prints how C++ values are lent to C: as structs that point into them, or into a loan that lives as long as the call.</summary>
internal static class CppLend
{
    public static string Prototype(LibraryModel library, RecordModel record) =>
        $"inline ::{CTypes.Name(library, record.Name)} lend(const {CppNames.Type(library, record.Name)} &value, Loan &loan);";

    public static string Function(LibraryModel library, RecordModel record)
    {
        var members = record.Members.SelectMany(member => Member(library, member)).Prepend($"::{CTypes.Name(library, record.Name)} lent{{}};").ToList();
        if (CppUses.IsCyclic(library, record))
            members.Insert(0, "const Loan::Level level{loan};");

        var usesLoan = members.Any(line => line.Contains("loan", StringComparison.Ordinal));
        return
            $$"""
            inline ::{{CTypes.Name(library, record.Name)}} lend(const {{CppNames.Type(library, record.Name)}} &value, Loan &{{(usesLoan ? "loan" : "")}})
            {
                {{members.Lines(4)}}
                return lent;
            }
            """;
    }

    /// <summary>A method's parameters as C takes them.</summary>
    public static IEnumerable<string> Arguments(LibraryModel library, MethodModel method) =>
        method.Parameters.SelectMany(parameter => Argument(library, parameter));

    private static IEnumerable<string> Argument(LibraryModel library, ParameterModel parameter)
    {
        var type = parameter.Type;
        var name = CppNames.Parameter(parameter);
        return type switch
        {
            { Kind: TypeKind.Text, IsOptional: true } => [$"{name} ? loan.text(*{name}, \"{parameter.CName}\") : nullptr"],
            { Kind: TypeKind.Text } => [$"loan.text({name}, \"{parameter.CName}\")"],
            { Kind: TypeKind.Record, IsOptional: false } => [$"detail::borrow(detail::lend({name}, loan))"],
            { Kind: TypeKind.Record } => [$"{name} ? detail::borrow(detail::lend(*{name}, loan)) : nullptr"],
            { IsSpan: true } => Span(library, type, name, parameter.CName, "detail::"),
            { Kind: TypeKind.Enum, IsOptional: true } => [$"{name} ? detail::borrow({Scalar(library, type, $"*{name}")}) : nullptr"],
            { IsOptional: true } => [$"{name} ? &*{name} : nullptr"],
            _ => [Scalar(library, type, name)],
        };
    }

    private static IEnumerable<string> Member(LibraryModel library, ParameterModel member)
    {
        var type = member.Type;
        var name = member.CName;
        var value = $"value.{name}";
        switch (type)
        {
            case { IsSpan: true }:
                var span = Span(library, type, value, name, "");
                return [$"lent.{name} = {span[0]};", $"lent.{name}_{(type.Kind == TypeKind.Bytes ? "size" : "count")} = {span[1]};"];
            case { IsScalar: true, IsOptional: true }:
                return [$"lent.has_{name} = {value}.has_value();", $"lent.{name} = {Scalar(library, type, $"{value}.value_or({Zero(library, type)})")};"];
            default:
                return [$"lent.{name} = {Item(library, type, value, name, 0)};"];
        }
    }

    /// <summary>A pointer and a count. Where absent is NULL, an empty one is not.</summary>
    private static string[] Span(LibraryModel library, TypeModel type, string value, string name, string scope, int depth = 0)
    {
        var items = type is { Kind: TypeKind.List, Item: var item } && !IsPlain(item!)
            ? $"loan.list({(type.IsOptional ? "*" : "")}{value}, [&](const auto &{Variable(depth)}) {{ return {Item(library, item!, Variable(depth), name, depth + 1, scope)}; }})"
            : type.IsOptional ? $"{scope}present({value}->data())" : $"{value}.data()";
        return type.IsOptional
            ? [$"{value} ? {items} : nullptr", $"{value} ? {value}->size() : 0"]
            : [items, $"{value}.size()"];
    }

    /// <summary>A value as an item of a list.</summary>
    private static string Item(LibraryModel library, TypeModel type, string value, string name, int depth, string scope = "") => type switch
    {
        { Kind: TypeKind.Text } => Optional(type, value, $"{scope}c_text({Deref(type, value)}, \"{name}\")", "nullptr"),
        { Kind: TypeKind.Record, IsOptional: true } => $"{value} ? loan.keep({scope}lend(*{value}, loan)) : nullptr",
        { Kind: TypeKind.Record } => $"{scope}lend({value}, loan)",
        { IsSpan: true } => SpanItem(library, type, value, name, depth, scope),
        { IsOptional: true } => $"::{CTypes.Item(library, type)}{{{value}.has_value(), {Scalar(library, type, $"{value}.value_or({Zero(library, type)})")}}}",
        _ => Scalar(library, type, value),
    };

    private static string SpanItem(LibraryModel library, TypeModel type, string value, string name, int depth, string scope)
    {
        var item = $"::{CTypes.Item(library, type)}";
        var span = Span(library, type, value, name, scope, depth);
        return $"{item}{{{span.Commas()}}}";
    }

    private static string Optional(TypeModel type, string value, string there, string absent) => type.IsOptional ? $"{value} ? {there} : {absent}" : there;

    private static string Deref(TypeModel type, string value) => type.IsOptional ? $"*{value}" : value;

    private static string Scalar(LibraryModel library, TypeModel type, string value) =>
        type.Kind == TypeKind.Enum ? $"static_cast<::{CTypes.Name(library, type.Name!)}>({value})" : value;

    private static string Zero(LibraryModel library, TypeModel type) => type.Kind switch
    {
        TypeKind.Enum => $"{CppNames.Type(library, type.Name!)}{{}}",
        TypeKind.Bool => "false",
        _ => "0",
    };

    /// <summary>Whether a vector of it is an array for C as it is; one of bool is none.</summary>
    internal static bool IsPlain(TypeModel type) => type is { IsScalar: true, IsOptional: false, Kind: not (TypeKind.Enum or TypeKind.Bool) };

    private static string Variable(int depth) => depth == 0 ? "item" : $"item{depth + 1}";
}
