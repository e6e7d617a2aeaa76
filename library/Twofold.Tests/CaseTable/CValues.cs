using System.Globalization;
using System.Text.Json;
using Twofold.Bindings;
using Twofold.Generator.Model;

namespace Twofold.Tests.CaseTable;

/// <summary>Prints values of the table as static initialisers: what a value points to is declared before it.</summary>
internal sealed class CValues(LibraryModel library, string prefix)
{
    private readonly List<string> _declarations = [];

    /// <summary>What the values need, in order.</summary>
    public IReadOnlyList<string> Declarations => _declarations;

    /// <summary>What a method's parameter is passed as.</summary>
    public string[] Arguments(TypeModel type, JsonElement? value) => (type, IsAbsent(value)) switch
    {
        ({ Kind: TypeKind.Record } or { IsScalar: true, IsOptional: true }, true) => ["NULL"],
        ({ Kind: TypeKind.Record }, false) => [$"&{Struct(type, value!.Value)}"],
        ({ IsScalar: true, IsOptional: true }, false) => [$"&{Declare($"{CTypes.Scalar(library, type)} ", Scalar(type, value!.Value))}"],
        ({ Kind: TypeKind.Text, IsOptional: false }, true) => ["NULL"],
        _ => Members(type, value),
    };

    /// <summary>The name of a struct that holds the members of a record.</summary>
    public string Struct(RecordModel record, JsonElement value) => Declare($"{CTypes.Name(library, record.Name)} ", Braced(record, value));

    /// <summary>The name of a struct with the one member that the value is.</summary>
    public string Struct(RecordModel record, ParameterModel only, JsonElement value) =>
        Declare($"{CTypes.Name(library, record.Name)} ", Braces(Members(only.Type, value)));

    /// <summary>A number, enum or bool.</summary>
    public string Scalar(TypeModel type, JsonElement value) => type.Kind switch
    {
        TypeKind.Bool when value.ValueKind is JsonValueKind.True or JsonValueKind.False => CConstant.Literal(type.Kind, value.GetRawText()),
        TypeKind.Enum => Enum(type, value),
        TypeKind.Float32 => CConstant.Literal(type.Kind, ((float)Float(value)).ToString("R", CultureInfo.InvariantCulture)),
        TypeKind.Float64 => CConstant.Literal(type.Kind, Float(value).ToString("R", CultureInfo.InvariantCulture)),
        TypeKind.Int8 when value.TryGetSByte(out _) => Integer(type, value),
        TypeKind.UInt8 when value.TryGetByte(out _) => Integer(type, value),
        TypeKind.Int16 when value.TryGetInt16(out _) => Integer(type, value),
        TypeKind.UInt16 when value.TryGetUInt16(out _) => Integer(type, value),
        TypeKind.Int32 when value.TryGetInt32(out _) => Integer(type, value),
        TypeKind.UInt32 when value.TryGetUInt32(out _) => Integer(type, value),
        TypeKind.Int64 when value.TryGetInt64(out _) => Integer(type, value),
        TypeKind.UInt64 when value.TryGetUInt64(out _) => Integer(type, value),
        _ => throw Unsayable(type, value),
    };

    /// <summary>A text.</summary>
    public static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String && !value.GetString()!.Contains('\0', StringComparison.Ordinal)
        ? CConstant.Literal(TypeKind.Text, value.GetString()!)
        : throw new InvalidDataException($"C has no text {value.GetRawText()}");

    private static bool IsAbsent(JsonElement? value) => value is null or { ValueKind: JsonValueKind.Null };

    private static string Integer(TypeModel type, JsonElement value) => CConstant.Literal(type.Kind, value.GetRawText());

    private static double Float(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? value.GetDouble()
        : Notation.Float(value.GetString()!) ?? throw new InvalidDataException($"C has no float {value.GetRawText()}");

    private static string Braces(IEnumerable<string> parts) => $"{{{string.Join(", ", parts)}}}";

    private static InvalidDataException Unsayable(TypeModel type, JsonElement? value) =>
        new($"""C has no {type.Kind} {(value is { } present ? present.GetRawText() : "that is missing")}; if only CBOR can say it, the row has "only": "wire" """);

    private string Struct(TypeModel type, JsonElement value) => Struct(RecordOf(type), value);

    private string Braced(RecordModel record, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Any(property => record.Members.All(member => member.WireKey != property.Name)))
            throw new InvalidDataException($"C has no {record.Name} {value.GetRawText()}");

        return Braces(record.Members.SelectMany(member => Members(member.Type, value.TryGetProperty(member.WireKey, out var own) ? own : null)));
    }

    /// <summary>What a struct has for a member: a value, or two.</summary>
    private string[] Members(TypeModel type, JsonElement? value)
    {
        if (IsAbsent(value))
        {
            return type switch
            {
                { IsOptional: false, Kind: not TypeKind.Text } => throw Unsayable(type, value),
                { IsSpan: true } => ["NULL", "0"],
                { IsScalar: true } => ["false", "0"],
                _ => ["NULL"],
            };
        }

        var present = value!.Value;
        return type switch
        {
            { Kind: TypeKind.Text } => [Text(present)],
            { Kind: TypeKind.Bytes } => Span(type, "uint8_t ", Notation.Bytes(present).Select(unit => unit.ToString(CultureInfo.InvariantCulture)).ToList()),
            { Kind: TypeKind.List } => Span(type, Items(type.Item!), present.EnumerateArray().Select(item => Item(type.Item!, item)).ToList()),
            { Kind: TypeKind.Record, IsOptional: true } => [$"&{Struct(type, present)}"],
            { Kind: TypeKind.Record } => [Braced(RecordOf(type), present)],
            { IsOptional: true } => ["true", Scalar(type, present)],
            _ => [Scalar(type, present)],
        };
    }

    private string Item(TypeModel type, JsonElement value)
    {
        var members = Members(type, value);
        return members.Length == 1 ? members[0] : Braces(members);
    }

    /// <summary>Where nothing is there but might be absent, the pointer is not NULL.</summary>
    private string[] Span(TypeModel type, string element, List<string> items)
    {
        if (items.Count == 0)
            return [type.IsOptional ? Declare(element, value: null, "[1]") : "NULL", "0"];

        return [Declare(element, Braces(items), "[]"), items.Count.ToString(CultureInfo.InvariantCulture)];
    }

    /// <summary>The type of a list's items, up to a name: what its pointer points to, without the leading const.</summary>
    private string Items(TypeModel item) => CTypes.Pointer(library, item)["const ".Length..^1];

    private string Declare(string type, string? value, string suffix = "")
    {
        var name = $"{prefix}_{_declarations.Count + 1}";
        _declarations.Add($"static const {type}{name}{suffix}{(value is null ? "" : $" = {value}")};");
        return name;
    }

    private string Enum(TypeModel type, JsonElement value)
    {
        // What is no member is a number in C.
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number))
            return CTypes.Number(number);

        var model = library.Enums.Single(item => item.Name == type.Name);
        return model.Members.FirstOrDefault(member => value.ValueKind == JsonValueKind.String && member.WireText == value.GetString()) is { } found
            ? CTypes.EnumMember(library, model, found)
            : throw Unsayable(type, value);
    }

    private RecordModel RecordOf(TypeModel type) => library.Records.Single(record => record.Name == type.Name);
}
