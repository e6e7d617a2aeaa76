using Twofold.Generator.Emit;
using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Spells types in C.</summary>
internal static class CTypes
{
    public static string Api(LibraryModel library) => $"{library.Name.ToUpperInvariant()}_API";

    /// <summary>The name of a record or enum.</summary>
    public static string Name(LibraryModel library, string name) => $"{library.Name}_{Naming.Snake(name)}";

    public static string Struct(LibraryModel library, RecordModel record)
    {
        var name = Name(library, record.Name);
        return
            $$"""
            /** {{Comment(record.Doc)}} */
            struct {{name}} {
                {{Columns(record.Members.SelectMany(member => Fields(library, Documented(record, member)))).Lines(4)}}
            };
            """;
    }

    public static string Enum(LibraryModel library, EnumModel type)
    {
        var name = Name(library, type.Name);
        var members = type.Members.Select((member, index) =>
            ($"{EnumMember(library, type, member)} = {EnumValue(member)}{(index + 1 < type.Members.Count ? "," : "")}", member.Doc));
        return
            $$"""
            /** {{Comment(type.Doc)}} */
            typedef int32_t {{name}};
            enum {
                {{Columns(members).Lines(4)}}
            };
            """;
    }

    /// <summary>The constant of an enum's member.</summary>
    public static string EnumMember(LibraryModel library, EnumModel type, EnumMemberModel member) =>
        $"{Name(library, type.Name).ToUpperInvariant()}_{Naming.UpperSnake(member.Name)}";

    /// <summary>What stands beside a list or bytes: how many there are.</summary>
    public static string CountOf(TypeModel type, string name) => type.Kind == TypeKind.Bytes ? $"{name}_size" : $"{name}_count";

    /// <summary>What stands beside a number that may be absent: whether it is there.</summary>
    public static string FlagOf(string name) => $"has_{name}";
    /// <summary>An enum member's number: the least one has no literal.</summary>
    public static string EnumValue(EnumMemberModel member) => member.Value == int.MinValue ? "INT32_MIN" : $"{member.Value}";

    /// <summary>The structs that lists need for items which are lists, bytes, or numbers that may be absent.</summary>
    public static IEnumerable<string> Composites(LibraryModel library) =>
        Composed(library).Select(item => Composite(library, item.Key, item.Value));

    /// <summary>The items of lists which are structs for that alone, by the struct's name.</summary>
    public static IReadOnlyDictionary<string, TypeModel> Composed(LibraryModel library)
    {
        var types = library.Records.SelectMany(record => record.Members).Select(member => member.Type)
            .Concat(library.Methods.Append(library.Constructor).SelectMany(method => method.Parameters).Select(parameter => parameter.Type));
        var items = new Dictionary<string, TypeModel>();
        foreach (var type in types)
            Collect(library, type, items);

        return items;
    }

    /// <summary>A method's parameters as C declares them.</summary>
    public static IEnumerable<string> Parameters(LibraryModel library, MethodModel method) =>
        method.Parameters.SelectMany(parameter => Parameter(library, parameter));

    /// <summary>The names under which C has a parameter.</summary>
    public static IEnumerable<string> NamesOf(ParameterModel parameter) =>
        parameter.Type.IsSpan ? [parameter.CName, CountOf(parameter.Type, parameter.CName)] : [parameter.CName];

    /// <summary>A value that is only lent, up to its name.</summary>
    public static string Borrowed(LibraryModel library, TypeModel type) => type.Kind switch
    {
        TypeKind.Text => "const char *",
        TypeKind.Record => $"const {Name(library, type.Name!)} *",
        _ => $"{Scalar(library, type)} ",
    };

    /// <summary>The type of the handle that a method is called on.</summary>
    public static string HandleOf(LibraryModel library, MethodModel method) =>
        method.Owner is null ? library.Name : $"{library.Name}_{method.Owner.CName}";

    public static string OrVoid(IEnumerable<string> parameters) => parameters.Commas() is { Length: > 0 } list ? list : "void";

    /// <summary>Documentation that cannot end the comment it stands in.</summary>
    public static string Comment(string doc) => doc.Replace("*/", "* /");

    /// <summary>A number's type.</summary>
    public static string Scalar(LibraryModel library, TypeModel type) => type.Kind switch
    {
        TypeKind.Bool => "bool",
        TypeKind.Float32 => "float",
        TypeKind.Float64 => "double",
        TypeKind.Enum => Name(library, type.Name!),
        _ => $"{type.Kind.ToString().ToLowerInvariant()}_t",
    };

    /// <summary>A 32-bit number as C accepts it: the least one has no literal.</summary>
    public static string Number(int value) => value == int.MinValue ? "INT32_MIN" : value < 0 ? $"({value})" : $"{value}";

    private static void Collect(LibraryModel library, TypeModel type, Dictionary<string, TypeModel> items)
    {
        if (type.Kind != TypeKind.List)
            return;

        var item = type.Item!;
        Collect(library, item, items);
        if (item.IsSpan || item is { IsScalar: true, IsOptional: true })
            items[Item(library, item)] = item;
    }

    private static string Composite(LibraryModel library, string name, TypeModel type)
    {
        (string, string)[] fields = type.Kind switch
        {
            TypeKind.List => [($"{Pointer(library, type.Item!)}items;", "The list's items. NULL if there are none."), ("size_t count;", "How many items there are.")],
            TypeKind.Bytes => [("const uint8_t *data;", "The bytes. NULL if there are none."), ("size_t size;", "How many bytes there are.")],
            _ => [("bool has_value;", "Whether value is there."), ($"{Scalar(library, type)} value;", "The value, if there is one.")],
        };
        return $"/** An item of a list. */\ntypedef struct {name} {{\n    {Columns(fields).Lines(4)}\n}} {name};";
    }

    private static IEnumerable<string> Parameter(LibraryModel library, ParameterModel parameter)
    {
        var type = parameter.Type;
        var name = parameter.CName;
        return type switch
        {
            { Kind: TypeKind.Bytes } => [$"const uint8_t *{name}", $"size_t {CountOf(type, name)}"],
            { Kind: TypeKind.List } => [$"{Pointer(library, type.Item!)}{name}", $"size_t {CountOf(type, name)}"],
            { IsScalar: true, IsOptional: true } => [$"const {Scalar(library, type)} *{name}"],
            _ => [$"{Borrowed(library, type)}{name}"],
        };
    }

    /// <summary>One declaration a line, the comments in a column.</summary>
    public static IEnumerable<string> Columns(IEnumerable<(string Code, string Doc)> declarations)
    {
        var lines = declarations.ToList();
        var width = lines.Select(line => line.Code.Length).DefaultIfEmpty().Max();
        return lines.Select(line => line.Doc.Length == 0 ? line.Code : $"{line.Code.PadRight(width)} /**< {Comment(line.Doc)} */");
    }

    /// <summary>The author has no place to document what a reply or an event is wrapped in.</summary>
    private static ParameterModel Documented(RecordModel record, ParameterModel member) => (record.Role, member.Doc) switch
    {
        (RecordRole.Reply, "") => member with { Doc = "What the method answers." },
        (RecordRole.Event, "") => member with { Doc = "What the event carries." },
        _ => member,
    };

    private static IEnumerable<(string Code, string Doc)> Fields(LibraryModel library, ParameterModel member)
    {
        var type = member.Type;
        var name = member.CName;
        var doc = type.IsOptional && !type.IsScalar ? $"{member.Doc} NULL: none.".TrimStart() : member.Doc;
        return type switch
        {
            { Kind: TypeKind.Text } => [($"const char *{name};", doc)],
            { Kind: TypeKind.Bytes } => [($"const uint8_t *{name};", doc), ($"size_t {CountOf(type, name)};", $"How many bytes {name} has.")],
            { Kind: TypeKind.List } => [($"{Pointer(library, type.Item!)}{name};", doc), ($"size_t {CountOf(type, name)};", $"How many {name} there are.")],
            { Kind: TypeKind.Record, IsOptional: true } => [($"const {Name(library, type.Name!)} *{name};", doc)],
            { Kind: TypeKind.Record } => [($"{Name(library, type.Name!)} {name};", doc)],
            { IsOptional: true } => [($"bool {FlagOf(name)};", $"Whether {name} is there."), ($"{Scalar(library, type)} {name};", doc)],
            _ => [($"{Scalar(library, type)} {name};", doc)],
        };
    }

    /// <summary>A pointer to a list's items, up to its name.</summary>
    public static string Pointer(LibraryModel library, TypeModel item) => item switch
    {
        { Kind: TypeKind.Text } => "const char *const *",
        { Kind: TypeKind.Record, IsOptional: true } => $"const {Name(library, item.Name!)} *const *",
        _ => $"const {Item(library, item)} *",
    };

    /// <summary>The type of a list's item.</summary>
    public static string Item(LibraryModel library, TypeModel item) => item switch
    {
        { Kind: TypeKind.Bytes } => $"{library.Name}_bytes",
        { Kind: TypeKind.List } => $"{library.Name}_{Word(item.Item!)}_list",
        { Kind: TypeKind.Record } => Name(library, item.Name!),
        { IsOptional: true } => $"{library.Name}_{Word(item)}",
        _ => Scalar(library, item),
    };

    /// <summary>A type as part of a name.</summary>
    private static string Word(TypeModel type)
    {
        var word = type.Kind == TypeKind.List ? $"{Word(type.Item!)}_list" : Naming.Snake(type.Name ?? type.Kind.ToString());
        return type.IsOptional ? $"optional_{word}" : word;
    }
}
