using System.Globalization;
using System.Text.Json;
using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Tool.Printers.C;

namespace Twofold.Tests.CaseTable;

/// <summary>Prints values of the table as static initializers. The targets of pointers are declared first.</summary>
internal sealed class CValues(CNames names, string prefix)
{
    private readonly List<string> _declarations = [];
    private readonly CNames _names = names;
    private readonly CTypes _types = new(names);

    /// <summary>The declarations that the values need, in order.</summary>
    public IReadOnlyList<string> Declarations => _declarations;

    /// <summary>The C arguments for a parameter of a method.</summary>
    public string[] Arguments(TypeModel type, JsonElement? value) => type.Accept(new ArgumentsOf(this, value));

    /// <summary>The name of a struct that holds the members of a record.</summary>
    public string Struct(RecordModel record, JsonElement value) => Declare(Spelling(record), Braced(record, value));

    /// <summary>The name of a struct with the one member that the value is.</summary>
    public string Struct(RecordModel record, ParameterModel only, JsonElement value) => Declare(Spelling(record), Braces(Members(only.Type, value)));

    /// <summary>The literal of a reply that is not in a struct.</summary>
    public string Single(TypeModel type, JsonElement value) => Members(type, value).Single();

    /// <summary>The same as an expression: the braces of a struct then follow its type.</summary>
    public string Expression(TypeModel type, JsonElement value) => IsStruct(type) ? $"({_types.Of(type).Type}){Single(type, value)}" : Single(type, value);

    private static bool IsStruct(TypeModel type) => type is UuidType or DateType or TimestampType;

    private static bool IsAbsent(JsonElement? value) => value is null or { ValueKind: JsonValueKind.Null };

    private static string Braces(IEnumerable<string> parts) => $"{{{string.Join(", ", parts)}}}";

    internal static InvalidDataException Unsayable(TypeModel type, JsonElement? value) =>
        new($"""C has no {type.Word} {(value is { } present ? present.GetRawText() : "that is missing")}; if only CBOR can say it, the row has "only": "wire" """);

    private static string Text(StringType type, JsonElement value)
    {
        // A value of the wrong form, which C can pass, is a plain text.
        var notation = Notation.Quoted(type.Word, value.ValueKind == JsonValueKind.String ? value.GetString() : null);
        return type.Form != StringForm.Text && notation is not null ? CLiterals.Text(notation) : Text(value);
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String && !value.GetString()!.Contains('\0', StringComparison.Ordinal)
        ? CLiterals.Text(value.GetString()!)
        : throw new InvalidDataException($"C has no text {value.GetRawText()}");

    private string[] Members(TypeModel type, JsonElement? value) => type.Accept(new MembersOf(this, value));

    private string Braced(RecordModel record, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Any(property => record.Members.All(member => member.WireKey != property.Name)))
            throw new InvalidDataException($"C has no {record.Name} {value.GetRawText()}");

        return Braces(record.Members.SelectMany(member => Members(member.Type, value.TryGetProperty(member.WireKey, out var own) ? own : null)));
    }

    private Tool.Printers.Spelling Spelling(RecordModel record) => Tool.Printers.Spelling.Value(_names.Type(record.Name));

    private string Declare(Tool.Printers.Spelling type, string? value, string suffix = "")
    {
        var name = $"{prefix}_{_declarations.Count + 1}";
        _declarations.Add($"static {(type.IsPointer ? type.Prefix + "const " : $"const {type.Prefix}")}{name}{suffix}{(value is null ? "" : $" = {value}")};");
        return name;
    }

    /// <summary>The C arguments that a parameter is passed as.</summary>
    private sealed class ArgumentsOf(CValues values, JsonElement? value) : ScalarVisitor<string[]>
    {
        public override string[] VisitString(StringType type) => values.Members(type, value);

        public override string[] VisitBytes(BytesType type) => values.Members(type, value);

        public override string[] VisitRecord(RecordType type) => Pointer(type);

        public override string[] VisitList(ListType type) => values.Members(type, value);

        public override string[] VisitObject(ObjectType type) => values.Members(type, value);

        public override string[] VisitOptional(OptionalType type) => type.IsSpan || type.Absent == AbsentForm.Null ? values.Members(type, value) : Pointer(type.Item);

        protected override string[] VisitScalar(TypeModel type) => IsAbsent(value) ? throw Unsayable(type, value) : [values.Expression(type, value!.Value)];

        private string[] Pointer(TypeModel type) =>
            IsAbsent(value) ? ["NULL"] : [$"&{values.Declare(values._types.Of(type), values.Single(type, value!.Value))}"];
    }

    /// <summary>The one or two C fields that a struct has for a member.</summary>
    private sealed class MembersOf(CValues values, JsonElement? value) : ScalarVisitor<string[]>
    {
        public override string[] VisitString(StringType type) => IsAbsent(value) ? ["NULL"] : [Text(type, value!.Value)];

        public override string[] VisitBytes(BytesType type) => Bytes(type, whenEmpty: "NULL");

        public override string[] VisitRecord(RecordType type) => [values.Braced(values._names.RecordOf(type), Present(type))];

        public override string[] VisitList(ListType type) => Items(type, whenEmpty: "NULL");

        public override string[] VisitObject(ObjectType type) => throw Unsayable(type, value);

        public override string[] VisitOptional(OptionalType type)
        {
            if (IsAbsent(value))
                return type.IsSpan ? ["NULL", "0"] : type.Absent == AbsentForm.Flag ? ["false", type.Item is UuidType ? "{{0}}" : IsStruct(type.Item) ? "{0}" : "0"] : ["NULL"];

            return type.Absent switch
            {
                AbsentForm.Flag => ["true", .. type.Item.Accept(this)],
                AbsentForm.Pointer => [$"&{values.Declare(values._types.Of(type.Item), values.Single(type.Item, value!.Value))}"],
                _ => type.Item.Accept(new EmptyIsNotNull(this)),
            };
        }

        protected override string[] VisitScalar(TypeModel type) => [type.Accept(new ScalarLiterals(values._names, Present(type)))];

        public string[] Bytes(BytesType type, string? whenEmpty) => Span(
            Tool.Printers.Spelling.Value("uint8_t"), [.. Notation.Bytes(Present(type)).Select(unit => unit.ToString(CultureInfo.InvariantCulture))], whenEmpty);

        public string[] Items(ListType type, string? whenEmpty) =>
            Span(values._types.Of(type.Item), [.. Present(type).EnumerateArray().Select(item => Item(type.Item, item))], whenEmpty);

        private string Item(TypeModel type, JsonElement item)
        {
            var members = values.Members(type, item);
            return members.Length == 1 ? members[0] : Braces(members);
        }

        private string[] Span(Tool.Printers.Spelling element, List<string> items, string? whenEmpty) => items.Count == 0
            ? [whenEmpty ?? values.Declare(element, value: null, "[1]"), "0"]
            : [values.Declare(element, Braces(items), "[]"), items.Count.ToString(CultureInfo.InvariantCulture)];

        private JsonElement Present(TypeModel type) => IsAbsent(value) ? throw Unsayable(type, value) : value!.Value;
    }

    /// <summary>An optional value that is present: an empty span then has a pointer that is not NULL.</summary>
    private sealed class EmptyIsNotNull(MembersOf members) : ScalarVisitor<string[]>
    {
        public override string[] VisitString(StringType type) => type.Accept(members);

        public override string[] VisitBytes(BytesType type) => members.Bytes(type, whenEmpty: null);

        public override string[] VisitRecord(RecordType type) => type.Accept(members);

        public override string[] VisitList(ListType type) => members.Items(type, whenEmpty: null);

        public override string[] VisitObject(ObjectType type) => type.Accept(members);

        public override string[] VisitOptional(OptionalType type) => type.Accept(members);

        protected override string[] VisitScalar(TypeModel type) => type.Accept(members);
    }
}
