using Twofold.Generator.Model;

namespace Twofold.Generator.Emit;

/// <summary>Prints the flat structs of the native ABI and the way between them and the author's types.</summary>
internal static class NativeEmitter
{
    public static string Emit(LibraryModel library) =>
        library.Records.Select(Record).Concat(library.Enums.Select(Enum)).Paragraphs(0);

    /// <summary>The struct that stands for a record.</summary>
    public static string StructOf(string recordName) => $"{recordName}Struct";

    /// <summary>What stands for a type in C, where it stands alone or in a list.</summary>
    public static string TypeOf(TypeModel type)
    {
        switch (type.Kind)
        {
            case TypeKind.Text:
                return "NativeString";
            case TypeKind.Bytes:
                return "NativeSpan<byte>";
            case TypeKind.List:
                return $"NativeSpan<{TypeOf(type.Item!)}>";
            case TypeKind.Record:
                return type.IsOptional ? $"NativePointer<{StructOf(type.Name!)}>" : StructOf(type.Name!);
            default:
                return type.IsOptional ? $"NativeOptional<{Number(type)}>" : Number(type);
        }
    }

    /// <summary>What converts a type.</summary>
    public static string CodecOf(TypeModel type)
    {
        var value = type.IsValueType ? "Value" : "";
        return (type.Kind, type.IsOptional) switch
        {
            (TypeKind.Text, false) => "TextNative",
            (TypeKind.Text, true) => "OptionalTextNative",
            (TypeKind.Bytes, false) => type.Form == TypeForm.Memory ? "MemoryNative" : "BytesNative",
            (TypeKind.Bytes, true) => $"OptionalSpan{value}Native<{type.CSharp}, byte, {CodecOf(type.Required)}>",
            (TypeKind.List, false) => $"{type.Form}Native<{type.Item!.Declared}, {TypeOf(type.Item)}, {CodecOf(type.Item)}>",
            (TypeKind.List, true) => $"OptionalSpan{value}Native<{type.CSharp}, {TypeOf(type.Item!)}, {CodecOf(type.Required)}>",
            (TypeKind.Record, false) => $"RecordNative<{type.CSharp}, {StructOf(type.Name!)}>",
            (TypeKind.Record, true) => $"OptionalRecord{value}Native<{type.CSharp}, {StructOf(type.Name!)}>",
            (_, true) => $"OptionalNative<{type.CSharp}, {Number(type)}, {CodecOf(type.Required)}>",
            (TypeKind.Bool, false) => "BoolNative",
            (TypeKind.Enum, false) => $"{type.Name}Enum",
            _ => $"NumberNative<{type.CSharp}>",
        };
    }

    /// <summary>The number that stands for a scalar.</summary>
    public static string Number(TypeModel type) => type.Kind switch
    {
        TypeKind.Bool => "byte",
        TypeKind.Enum => "int",
        _ => type.CSharp,
    };

    private static string Record(RecordModel record)
    {
        var isWrapper = record.Role == RecordRole.Reply || (record.Role == RecordRole.Event && record.Members.Count == 1);
        var native = StructOf(record.Name);
        var read = record.Members.Select(Read).ToList();
        string[] checkArgument = record.IsRecursive ? ["NativeDepth.CheckArgument();"] : [];
        string[] checkResult = record.IsRecursive ? ["NativeDepth.Check();"] : [];
        var construct = isWrapper ? read[0] : $"new {record.FullName}(\n    {string.Join(",\n", read).Split('\n').Lines(4)})";
        return
            $$"""
            /// <summary>{{(isWrapper ? record.Doc : $"The C struct of <see cref=\"{record.FullName}\"/>.")}}</summary>
            internal struct {{native}} : INativeRecord<{{native}}, {{record.FullName}}>
            {
                {{record.Members.SelectMany(Fields).Lines(4)}}

                public static {{record.FullName}} Read(in {{native}} native)
                {
                    {{checkArgument.Append($"return {construct};").SelectMany(line => line.Split('\n')).Lines(8)}}
                }

                public static void Write({{record.FullName}} value, ref {{native}} native)
                {
                    {{checkResult.Concat(record.Members.Select(member => Write(member, isWrapper ? "value" : $"value.{CborEmitter.Identifier(member.Name)}"))).Lines(8)}}
                }

                public static void Free(ref {{native}} native)
                {
                    {{record.Members.Select(Free).Where(line => line.Length > 0).Append("native = default;").Lines(8)}}
                }
            }
            """;
    }

    private static string Enum(EnumModel type) =>
        $$"""
        /// <summary>The C enum of <see cref="{{type.FullName}}"/>.</summary>
        internal readonly struct {{type.Name}}Enum : INativeCodec<int, {{type.FullName}}>
        {
            public static {{type.FullName}} Read(in int native, string name) => native switch
            {
                {{Distinct(type).Select(member => $"{member.Value} => {type.FullName}.{CborEmitter.Identifier(member.Name)},").Lines(8)}}
                _ => throw new NativeArgumentException(name, $"expected {{Choices(type)}}, found {native}"),
            };

            public static void Write({{type.FullName}} value, ref int native) => native = value switch
            {
                {{Distinct(type).Select(member => $"{type.FullName}.{CborEmitter.Identifier(member.Name)} => {member.Value},").Lines(8)}}
                _ => throw new FfiException($"{value} is no member of {{type.Name}}"),
            };

            public static void Free(ref int native) => native = 0;
        }
        """;

    /// <summary>The members, without second names for a value.</summary>
    private static IEnumerable<EnumMemberModel> Distinct(EnumModel type) =>
        type.Members.GroupBy(member => member.Value).Select(group => group.First());

    private static string Choices(EnumModel type) => type.Members.Select(member => $"{member.Value} ({Naming.UpperSnake(member.Name)})").Commas();

    private static IEnumerable<string> Fields(ParameterModel member)
    {
        if (!IsFlagged(member))
            return [$"public {TypeOf(member.Type)} {Field(member)};"];

        return [$"public byte Has{Field(member)};", $"public {Number(member.Type)} {Field(member)};"];
    }

    private static string Read(ParameterModel member)
    {
        var read = $"{CodecOf(IsFlagged(member) ? member.Type.Required : member.Type)}.Read(in native.{Field(member)}, \"{member.CName}\")";
        return IsFlagged(member) ? $"native.Has{Field(member)} != 0 ? {read} : null" : read;
    }

    private static string Write(ParameterModel member, string value)
    {
        var field = Field(member);
        return IsFlagged(member)
            ? $"native.Has{field} = {value}.HasValue ? (byte)1 : (byte)0;\nif ({value}.HasValue)\n    {CodecOf(member.Type.Required)}.Write({value}.GetValueOrDefault(), ref native.{field});"
            : $"{CodecOf(member.Type)}.Write({value}, ref native.{field});";
    }

    private static string Free(ParameterModel member) => member.Type.IsScalar ? "" : $"{CodecOf(member.Type)}.Free(ref native.{Field(member)});";

    /// <summary>Whether a flag says that the member is there.</summary>
    private static bool IsFlagged(ParameterModel member) => member.Type is { IsOptional: true, IsScalar: true };

    private static string Field(ParameterModel member) => char.ToUpperInvariant(member.Name[0]) + member.Name.Substring(1);
}
