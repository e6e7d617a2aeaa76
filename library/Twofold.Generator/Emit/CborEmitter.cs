using Twofold.Generator.Model;

namespace Twofold.Generator.Emit;

/// <summary>Prints the codecs of the CBOR ABI.</summary>
internal static class CborEmitter
{
    // What parameters and locals are called where the author's parameters and members are locals too.
    private static readonly HashSet<string> s_locals =
    [
        "reader", "writer", "members", "key", "value", "target", "cancel", "handle", "callback", "userData", "context", "call",
        "reply", "result", "refusal", "created", "request", "size", "sink", "e",
    ];

    public static string Emit(LibraryModel library) =>
        library.Records.Select(Record).Concat(library.Enums.Select(Enum)).Paragraphs(0);

    /// <summary>The codec of a required type.</summary>
    public static string CodecOf(TypeModel? type) => type switch
    {
        null => "NothingCbor",
        { Kind: TypeKind.Text } => "TextCbor",
        { Kind: TypeKind.List } => $"ListCbor<{CSharp(type.Item!)}, {CodecOf(type.Item)}>",
        { Name: null } => $"{type.Kind}Cbor",
        _ => $"{type.Name}Cbor",
    };

    /// <summary>The type as C# spells it.</summary>
    public static string CSharp(TypeModel? type)
    {
        if (type is null)
            return "Nothing";

        var required = type.Kind switch
        {
            TypeKind.Bool => "bool",
            TypeKind.Int32 => "int",
            TypeKind.Int64 => "long",
            TypeKind.UInt32 => "uint",
            TypeKind.Text => "string",
            TypeKind.List => $"global::System.Collections.Generic.IReadOnlyList<{CSharp(type.Item)}>",
            _ => type.FullName!,
        };
        return type.IsOptional ? $"{required}?" : required;
    }

    /// <summary>Reads a map's members into locals of their names, then makes <paramref name="construct"/> of them.</summary>
    public static string ReadMembers(IReadOnlyList<ParameterModel> members, IEnumerable<string> ending) =>
        $$"""
        {{members.Select(member => $"{CSharp(member.Type)} {Local(member)} = {(member.Type.IsOptional ? "null" : "default!")};").Append("var members = reader.BeginMap();").Lines(0)}}
        while (reader.NextKey(ref members, out {{(members.Count == 0 ? "_" : "var key")}}))
        {
            {{members.Select(ReadMember).Append(members.Count == 0 ? "reader.Skip();" : "else\n{\n    reader.Skip();\n}").Lines(4)}}
        }

        {{members.Select((member, index) => (member, index))
            .Where(pair => !pair.member.Type.IsOptional)
            .Select(pair => $"reader.Require(in members, {pair.index}, \"{pair.member.WireKey}\");")
            .Concat(ending).Lines(0)}}
        """;

    private static string Record(RecordModel record) =>
        $$"""
        /// <summary>The CBOR map of <see cref="{{record.FullName}}"/>.</summary>
        internal readonly struct {{record.Name}}Cbor : ICborCodec<{{record.FullName}}>
        {
            public static {{record.FullName}} Read(ref CborReader reader)
            {
                {{ReadMembers(record.Members, [$"return reader.Failed ? null! : new {record.FullName}({record.Members.Select(Local).Commas()});"]).Split('\n').Lines(8)}}
            }

            public static void Write(CborWriter writer, {{record.FullName}} value)
            {
                writer.WriteMap({{record.Members.Count}});
                {{record.Members.Select(Write).Lines(8)}}
            }
        }
        """;

    private static string Enum(EnumModel type) =>
        $$"""
        /// <summary>The CBOR text of <see cref="{{type.FullName}}"/>.</summary>
        internal readonly struct {{type.Name}}Cbor : ICborCodec<{{type.FullName}}>
        {
            public static {{type.FullName}} Read(ref CborReader reader)
            {
                var start = reader.Position;
                var text = reader.ReadUtf8();
                {{type.Members.Select(member => $"if (text.SequenceEqual(\"{member.WireText}\"u8))\n    return {type.FullName}.{Identifier(member.Name)};").Lines(8)}}

                reader.FailAt(start, {{Literal($"expected {type.Members.Select(member => $"\"{member.WireText}\"").Commas()}, found \"")}} + CborReader.Show(text) + "\"");
                return default;
            }

            public static void Write(CborWriter writer, {{type.FullName}} value) => writer.WriteUtf8(value switch
            {
                {{type.Members.Select(member => $"{type.FullName}.{Identifier(member.Name)} => \"{member.WireText}\"u8,").Lines(8)}}
                _ => throw new FfiException($"{value} is no member of {{type.Name}}"),
            });
        }
        """;

    private static string ReadMember(ParameterModel member, int index) =>
        $$"""
        {{(index == 0 ? "if" : "else if")}} (key.SequenceEqual("{{member.WireKey}}"u8))
        {
            if (reader.Claim(ref members, {{index}}))
                {{Local(member)}} = {{Read(member.Type)}};
        }
        """;

    private static string Read(TypeModel type)
    {
        var read = type.Kind switch
        {
            TypeKind.Bool => "reader.ReadBoolean()",
            TypeKind.Int32 => "reader.ReadInt32()",
            TypeKind.Int64 => "reader.ReadInt64()",
            TypeKind.UInt32 => "reader.ReadUInt32()",
            TypeKind.Text => "reader.ReadText()",
            _ => $"{CodecOf(type.Required)}.Read(ref reader)",
        };
        return type.IsOptional ? $"reader.TryNull() ? null : {read}" : read;
    }

    private static string Write(ParameterModel member)
    {
        var value = $"value.{Identifier(member.Name)}";
        var key = $"writer.WriteUtf8(\"{member.WireKey}\"u8);";
        return member.Type.IsOptional
            ? $"{key}\nif ({value} is {{ }} {Local(member)})\n    {WriteValue(member.Type, Local(member))}\nelse\n    writer.WriteNull();"
            : $"{key}\n{WriteValue(member.Type, value)}";
    }

    private static string WriteValue(TypeModel type, string value) => type.Kind switch
    {
        TypeKind.Bool => $"writer.WriteBoolean({value});",
        TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt32 => $"writer.WriteInt64({value});",
        TypeKind.Text => $"writer.WriteText({value});",
        _ => $"{CodecOf(type.Required)}.Write(writer, {value});",
    };

    /// <summary>A member's name as a local: camelCase, and escaped where it is a keyword or the generated code's own.</summary>
    public static string Local(ParameterModel member) =>
        IsKeyword(member.WireKey) || s_locals.Contains(member.WireKey) ? $"@{member.WireKey}_" : member.WireKey;

    /// <summary>The author's name for a member, which may be a keyword.</summary>
    public static string Identifier(string name) => IsKeyword(name) ? $"@{name}" : name;

    private static bool IsKeyword(string name) =>
        Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(name) != Microsoft.CodeAnalysis.CSharp.SyntaxKind.None;

    private static string Literal(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);
}
