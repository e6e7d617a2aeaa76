using Twofold.Generator.Model;

namespace Twofold.Generator.Emit;

/// <summary>Prints the flat structs of the native ABI and the way between them and the author's records.</summary>
internal static class NativeEmitter
{
    public static string Emit(LibraryModel library) =>
        library.Records.Select(Record).Concat(library.Enums.Select(Enum)).Paragraphs(0);

    /// <summary>The struct that stands for a record.</summary>
    public static string StructOf(TypeModel type) => $"{type.Name}Native";

    private static string Record(RecordModel record) =>
        $$"""
        /// <summary>The C struct of <see cref="{{record.FullName}}"/>.</summary>
        internal unsafe struct {{record.Name}}Native : INativeRecord<{{record.Name}}Native, {{record.FullName}}>
        {
            {{record.Members.SelectMany(Fields).Lines(4)}}

            public static {{record.FullName}} Read(in {{record.Name}}Native native) => new(
                {{string.Join(",\n", record.Members.Select(Read)).Split('\n').Lines(8)}});

            public static void Write({{record.FullName}} value, ref {{record.Name}}Native native)
            {
                {{record.Members.Select(Write).Lines(8)}}
            }

            public static void Free(ref {{record.Name}}Native native)
            {
                {{record.Members.Select(Free).Where(line => line.Length > 0).Append("native = default;").Lines(8)}}
            }
        }
        """;

    private static string Enum(EnumModel type) =>
        $$"""
        /// <summary>The C enum of <see cref="{{type.FullName}}"/>.</summary>
        internal static class {{type.Name}}Native
        {
            public static {{type.FullName}} Read(int value, string name) => value switch
            {
                {{type.Members.Select(member => $"{member.Value} => {type.FullName}.{CborEmitter.Identifier(member.Name)},").Lines(8)}}
                _ => throw new NativeArgumentException(name, $"expected {{Choices(type)}}, found {value}"),
            };
        }
        """;

    private static string Choices(EnumModel type) => type.Members.Select(member => $"{member.Value} ({Naming.UpperSnake(member.Name)})").Commas();

    private static IEnumerable<string> Fields(ParameterModel member)
    {
        var type = member.Type;
        if (type is { IsOptional: true, IsValueType: true })
            yield return $"public byte Has{Pascal(member)};";

        yield return type.Kind switch
        {
            TypeKind.Text => $"public byte* {Pascal(member)};",
            TypeKind.List => $"public {ItemPointer(type)} {Pascal(member)};",
            TypeKind.Record => $"public {StructOf(type)}{(type.IsOptional ? "*" : "")} {Pascal(member)};",
            _ => $"public {Scalar(type.Kind)} {Pascal(member)};",
        };

        if (type.Kind == TypeKind.List)
            yield return $"public nuint {Pascal(member)}Count;";
    }

    private static string Read(ParameterModel member)
    {
        var field = $"native.{Pascal(member)}";
        var name = $"\"{member.CName}\"";
        var type = member.Type;
        return type.Kind switch
        {
            TypeKind.Text => type.IsOptional ? $"NativeText.ReadOptional({field}, {name})" : $"NativeText.Read({field}, {name})",
            TypeKind.List when type.Item!.Kind == TypeKind.Text => $"NativeList.ReadTexts({field}, {field}Count, {name})",
            TypeKind.List => $"NativeList.Read<{StructOf(type.Item!)}, {type.Item!.FullName}>({field}, {field}Count, {name})",
            TypeKind.Record => $"NativeRecord.Read<{StructOf(type)}, {type.FullName}>(in {field}, {name})",
            _ when type.IsOptional => $"native.Has{Pascal(member)} != 0 ? {ReadScalar(type, field, name)} : null",
            _ => ReadScalar(type, field, name),
        };
    }

    private static string ReadScalar(TypeModel type, string field, string name) => type.Kind switch
    {
        TypeKind.Bool => $"{field} != 0",
        TypeKind.Enum => $"{type.Name}Native.Read({field}, {name})",
        _ => field,
    };

    private static string Write(ParameterModel member)
    {
        var field = $"native.{Pascal(member)}";
        var value = $"value.{CborEmitter.Identifier(member.Name)}";
        var type = member.Type;
        return type.Kind switch
        {
            TypeKind.Text => type.IsOptional ? $"{field} = NativeText.WriteOptional({value});" : $"{field} = NativeText.Write({value});",
            TypeKind.List when type.Item!.Kind == TypeKind.Text => $"{field} = NativeList.WriteTexts({value}, out {field}Count);",
            TypeKind.List => $"{field} = NativeList.Write<{StructOf(type.Item!)}, {type.Item!.FullName}>({value}, out {field}Count);",
            TypeKind.Record => $"{StructOf(type)}.Write({value}, ref {field});",
            _ when type.IsOptional => $"native.Has{Pascal(member)} = {value}.HasValue ? (byte)1 : (byte)0;\n{field} = {WriteScalar(type, $"{value}.GetValueOrDefault()")};",
            _ => $"{field} = {WriteScalar(type, value)};",
        };
    }

    private static string WriteScalar(TypeModel type, string value) => type.Kind switch
    {
        TypeKind.Bool => $"{value} ? (byte)1 : (byte)0",
        TypeKind.Enum => $"(int){value}",
        _ => value,
    };

    private static string Free(ParameterModel member)
    {
        var field = $"native.{Pascal(member)}";
        var type = member.Type;
        return type.Kind switch
        {
            TypeKind.Text => $"NativeText.Free({field});",
            TypeKind.List when type.Item!.Kind == TypeKind.Text => $"NativeList.FreeTexts({field}, {field}Count);",
            TypeKind.List => $"NativeList.Free<{StructOf(type.Item!)}, {type.Item!.FullName}>({field}, {field}Count);",
            TypeKind.Record => $"{StructOf(type)}.Free(ref {field});",
            _ => "",
        };
    }

    private static string ItemPointer(TypeModel list) => list.Item!.Kind == TypeKind.Text ? "byte**" : $"{StructOf(list.Item)}*";

    /// <summary>The number that stands for a scalar.</summary>
    public static string Scalar(TypeKind kind) => kind switch
    {
        TypeKind.Bool => "byte",
        TypeKind.Int64 => "long",
        TypeKind.UInt32 => "uint",
        _ => "int",
    };

    private static string Pascal(ParameterModel member) => char.ToUpperInvariant(member.Name[0]) + member.Name.Substring(1);
}
