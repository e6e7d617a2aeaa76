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
            typedef struct {{name}} {
                {{Columns(record.Members.SelectMany(member => Fields(library, member))).Lines(4)}}
            } {{name}};
            """;
    }

    public static string Enum(LibraryModel library, EnumModel type)
    {
        var name = Name(library, type.Name);
        var members = type.Members.Select((member, index) =>
            ($"{name.ToUpperInvariant()}_{Naming.UpperSnake(member.Name)} = {member.Value}{(index + 1 < type.Members.Count ? "," : "")}", member.Doc));
        return
            $$"""
            /** {{Comment(type.Doc)}} */
            typedef int32_t {{name}};
            enum {
                {{Columns(members).Lines(4)}}
            };
            """;
    }

    /// <summary>A method's parameters as C declares them.</summary>
    public static IEnumerable<string> Parameters(LibraryModel library, MethodModel method) =>
        method.Parameters.Select(parameter => $"{Borrowed(library, parameter.Type)}{parameter.CName}");

    /// <summary>A value that is only lent, up to its name.</summary>
    public static string Borrowed(LibraryModel library, TypeModel type) => type.Kind switch
    {
        TypeKind.Text => "const char *",
        TypeKind.Record => $"const {Name(library, type.Name!)} *",
        _ => $"{Scalar(library, type)} ",
    };

    /// <summary>A value that the caller gets to keep, up to its name.</summary>
    public static string Owned(LibraryModel library, TypeModel type) => type.Kind switch
    {
        TypeKind.Text => "char *",
        TypeKind.Record => $"{Name(library, type.Name!)} ",
        _ => $"{Scalar(library, type)} ",
    };

    public static string OrVoid(IEnumerable<string> parameters) => parameters.Commas() is { Length: > 0 } list ? list : "void";

    /// <summary>Documentation that cannot end the comment it stands in.</summary>
    public static string Comment(string doc) => doc.Replace("*/", "* /");

    /// <summary>The text as a C string literal; control characters in octal, which ends after three digits.</summary>
    public static string Literal(string text) => $"\"{string.Concat(text.Select(Escape))}\"";

    private static string Escape(char letter) => letter switch
    {
        '"' or '\\' => $"\\{letter}",
        '\n' => "\\n",
        '\t' => "\\t",
        < ' ' or '\x7f' => $"\\{Convert.ToString(letter, 8).PadLeft(3, '0')}",
        _ => letter.ToString(),
    };

    /// <summary>One declaration a line, the comments in a column.</summary>
    private static IEnumerable<string> Columns(IEnumerable<(string Code, string Doc)> declarations)
    {
        var lines = declarations.ToList();
        var width = lines.Max(line => line.Code.Length);
        return lines.Select(line => line.Doc.Length == 0 ? line.Code : $"{line.Code.PadRight(width)} /**< {Comment(line.Doc)} */");
    }

    private static IEnumerable<(string Code, string Doc)> Fields(LibraryModel library, ParameterModel member)
    {
        var type = member.Type;
        var name = member.CName;
        if (type is { IsOptional: true, IsValueType: true })
            yield return ($"bool has_{name};", $"Whether {name} is there.");

        yield return type.Kind switch
        {
            TypeKind.Text => ($"const char *{name};", type.IsOptional ? $"{member.Doc} NULL: none." : member.Doc),
            TypeKind.List => ($"{Item(library, type.Item!)}{name};", member.Doc),
            TypeKind.Record => ($"{Name(library, type.Name!)} {name};", member.Doc),
            _ => ($"{Scalar(library, type)} {name};", member.Doc),
        };

        if (type.Kind == TypeKind.List)
            yield return ($"size_t {name}_count;", $"How many {name} there are.");
    }

    private static string Item(LibraryModel library, TypeModel item) =>
        item.Kind == TypeKind.Text ? "const char *const *" : $"const {Name(library, item.Name!)} *";

    private static string Scalar(LibraryModel library, TypeModel type) => type.Kind switch
    {
        TypeKind.Bool => "bool",
        TypeKind.Int64 => "int64_t",
        TypeKind.UInt32 => "uint32_t",
        TypeKind.Enum => Name(library, type.Name!),
        _ => "int32_t",
    };
}
