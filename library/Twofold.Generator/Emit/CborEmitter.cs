using Microsoft.CodeAnalysis.CSharp;
using Twofold.Generator.Model;

namespace Twofold.Generator.Emit;

/// <summary>Prints the codecs of the CBOR ABI.</summary>
internal static class CborEmitter
{
    public static string Emit(LibraryModel library) =>
        library.Records.Where(IsMap).Select(Record).Concat(library.Enums.Select(Enum)).Paragraphs(0);

    /// <summary>The codec of a type; of nothing if there is none.</summary>
    public static string CodecOf(TypeModel? type)
    {
        if (type is null)
            return "UnitCbor";
        if (type.IsOptional)
            return $"{(type.IsValueType ? "OptionalValueCbor" : "OptionalCbor")}<{type.CSharp}, {CodecOf(type.Required)}>";

        return type.Kind switch
        {
            TypeKind.List => $"{type.Form}Cbor<{type.Item!.Declared}, {CodecOf(type.Item)}>",
            TypeKind.Object => $"ObjectCbor<{type.CSharp}>",
            TypeKind.Bytes => type.Form == TypeForm.Memory ? "MemoryCbor" : "BytesCbor",
            _ => type.Name is { } name ? $"{name}Codec" : $"{type.Kind}Cbor",
        };
    }

    /// <summary>
    /// The method that reads a map's members into locals of their names and ends with the given lines. What does not come as writers
    /// most likely write it is left to another method, so that this one is short.
    /// </summary>
    public static string Read(string type, IReadOnlyList<ParameterModel> members, IEnumerable<string> ending) =>
        members.Count == 0 ? ReadNone(type, ending) :
        $$"""
        public static {{type}} Read(ref CborReader reader)
        {
            {{members.Select(member => $"{member.Type.Declared} {Local(member)} = default!;").Lines(4)}}
            var members = reader.BeginMap({{members.Count}}, "{{members[0].WireKey}}"u8);
            {{members.Select(ReadExpected).Lines(4)}}
            if (!reader.TryEndMap(in members, {{members.Count}}))
                ReadRest(ref reader, members, {{members.Select(member => $"ref {Local(member)}").Commas()}});

            {{ending.Lines(4)}}
        }

        private static void ReadRest(ref CborReader reader, CborItems members, {{members.Select(member => $"ref {member.Type.Declared} {Local(member)}").Commas()}})
        {
            {{new[] { ReadOthers(members), Require(members) }.Where(lines => lines.Length > 0).Paragraphs(4)}}
        }
        """;

    /// <summary>A member's name as a local: camelCase, and set apart from what generated code and C# itself call something.</summary>
    public static string Local(ParameterModel member) =>
        IsKeyword(member.WireKey) || s_taken.Contains(member.WireKey) ? $"{member.WireKey}_" : member.WireKey;

    /// <summary>The author's name for a member, which may be a keyword.</summary>
    public static string Identifier(string name) => IsKeyword(name) ? $"@{name}" : name;

    private static readonly HashSet<string> s_taken =
    [
        "reader", "writer", "members", "key", "value", "native", "name", "target", "cancel", "call", "callback", "context", "handle",
        "refusal", "reply", "request", "result", "sink", "size", "userData", "created", "listener", "listenerId", "id", "e",
    ];

    private static bool IsKeyword(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None;

    /// <summary>Whether a struct of C stands for a map of its own: not one that wraps a single value.</summary>
    private static bool IsMap(RecordModel record) => record.Role == RecordRole.Message || (record.Role == RecordRole.Event && record.Members.Count > 1);

    private static string Record(RecordModel record) =>
        $$"""
        /// <summary>The CBOR map of <see cref="{{record.FullName}}"/>.</summary>
        internal readonly struct {{CodecName(record)}} : ICborCodec<{{record.FullName}}>
        {
            {{Read(record.FullName, record.Members, [$"return reader.Failed ? default! : new {record.FullName}({record.Members.Select(Local).Commas()});"]).Split('\n').Lines(4)}}

            public static void Write(in CborWriter writer, {{record.FullName}} value)
            {
                {{record.Members.Select((member, index) => Write(record, member, index)).Prepend(record.IsRecursive ? "NativeDepth.Check();" : "").Where(line => line.Length > 0).Lines(8)}}
            }
        }
        """;

    private static string CodecName(RecordModel record) => record.Role == RecordRole.Event ? $"{record.FullName}Codec" : $"{record.Name}Codec";

    private static string Enum(EnumModel type) =>
        $$"""
        /// <summary>The CBOR text of <see cref="{{type.FullName}}"/>.</summary>
        internal readonly struct {{type.Name}}Codec : ICborCodec<{{type.FullName}}>
        {
            public static {{type.FullName}} Read(ref CborReader reader)
            {
                var start = reader.Position;
                var text = reader.ReadUtf8();
                {{type.Members.Select(member => $"if (text.SequenceEqual(\"{member.WireText}\"u8))\n    return {type.FullName}.{Identifier(member.Name)};").Lines(8)}}

                reader.FailAt(start, {{Literal($"expected {type.Members.Select(member => $"\"{member.WireText}\"").Commas()}, found \"")}} + CborReader.Show(text) + "\"");
                return default;
            }

            public static void Write(in CborWriter writer, {{type.FullName}} value) => writer.WriteUtf8(value switch
            {
                {{type.Members.GroupBy(member => member.Value).Select(group => group.First()).Select(member => $"{type.FullName}.{Identifier(member.Name)} => \"{member.WireText}\"u8,").Lines(8)}}
                _ => throw new FfiException($"{value} is no member of {{type.Name}}"),
            });
        }
        """;

    private static string ReadNone(string type, IEnumerable<string> ending) =>
        $$"""
        public static {{type}} Read(ref CborReader reader)
        {
            var members = reader.BeginMap();
            while (reader.NextKey(ref members, out _))
                reader.Skip();

            {{ending.Lines(4)}}
        }
        """;

    private static string ReadExpected(ParameterModel member, int index) =>
        $$"""
        if ({{(index == 0 ? "members.Has(0)" : $"reader.TryKey(ref members, {index}, \"{member.WireKey}\"u8)")}})
            {{Local(member)}} = {{CodecOf(member.Type)}}.Read(ref reader);
        """;

    private static string ReadOthers(IReadOnlyList<ParameterModel> members) =>
        $$"""
        while (reader.NextKey(ref members, out var key))
        {
            {{members.Select(ReadMember).Append("else\n{\n    reader.Skip();\n}").Lines(4)}}
        }
        """;

    private static string Require(IReadOnlyList<ParameterModel> members) => members
        .Select((member, index) => (member, index))
        .Where(pair => !pair.member.Type.IsOptional)
        .Select(pair => $"reader.Require(in members, {pair.index}, \"{pair.member.WireKey}\");").Lines(0);

    private static string ReadMember(ParameterModel member, int index) =>
        $$"""
        {{(index == 0 ? "if" : "else if")}} (key.SequenceEqual("{{member.WireKey}}"u8))
        {
            if (reader.Claim(ref members, {{index}}))
                {{Local(member)}} = {{CodecOf(member.Type)}}.Read(ref reader);
        }
        """;

    private static string Write(RecordModel record, ParameterModel member, int index) =>
        $"""
        writer.{(index == 0 ? $"WriteMap({record.Members.Count}, " : "WriteKey(")}"{member.WireKey}"u8);
        {CodecOf(member.Type)}.Write(writer, value.{Identifier(member.Name)});
        """;

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
