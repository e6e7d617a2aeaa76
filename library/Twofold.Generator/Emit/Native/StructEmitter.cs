using Twofold.Model.Library;
using Twofold.Model.Naming;
using Twofold.Model.Types;
using Twofold.Printing;

namespace Twofold.Generator.Emit.Native;

/// <summary>Prints the flat structs of the native ABI, and their conversion from and to the author's types.</summary>
internal static class StructEmitter
{
    public static string Emit(LibraryModel library) =>
        library.Records.Select(Record).Concat(library.Enums.Select(Enum)).Paragraphs();

    private static string Record(RecordModel record)
    {
        var native = GeneratedNames.Struct(record.Name);
        var codec = $"INativeRecord<{native}, {record.FullName}>";
        return Source.Code(
            $$"""
            /// <summary>{{(record.IsWrapper ? record.Doc : $"The C struct of {GeneratedNames.See(record.FullName)}.")}}</summary>
            internal struct {{native}} : {{codec}}
            {
                {{record.Members.SelectMany(Fields)}}

                static {{record.FullName}} {{codec}}.Read(in {{native}} native)
                {
                    {{(record.IsRecursive ? "NativeDepth.CheckArgument();" : "")}}
                    return {{Construct(record)}};
                }

                static void {{codec}}.Write({{record.FullName}} value, ref {{native}} native)
                {
                    {{(record.IsRecursive ? "NativeDepth.Check();" : "")}}
                    {{record.Members.Select(member => Write(member, record.IsWrapper ? "value" : $"value.{GeneratedNames.MemberOf(record, member)}"))}}
                }

                static void INativeMemory<{{native}}>.Free(ref {{native}} native)
                {
                    {{record.Members.Where(member => !member.Type.IsScalar).Select(member => $"{NativeCodecOf.Of(member.Type)}.Free(ref native.{GeneratedNames.Field(member)});")}}
                    native = default;
                }
            }
            """);
    }

    private static string Construct(RecordModel record) => record.IsWrapper
        ? Read(record.Members[0])
        : Source.Code(
            $$"""
            new {{record.FullName}}(
                {{string.Join(",\n", record.Members.Select(Read))}})
            """);

    private static string Enum(EnumModel type) => Source.Code(
        $$"""
        /// <summary>The C enum of <see cref="{{type.FullName}}"/>.</summary>
        internal readonly struct {{GeneratedNames.EnumNative(type.Name)}} : INativeCodec<int, {{type.FullName}}>
        {
            public static {{type.FullName}} Read(in int native, string name) => native switch
            {
                {{Distinct(type).Select(member => $"{member.Value} => {type.FullName}.{GeneratedNames.Identifier(member.Name)},")}}
                _ => throw new NativeArgumentException(name, $"expected {{type.Members.Select(member => $"{member.Value} ({Names.UpperSnake(member.Name)})").Commas()}}, found {native}"),
            };

            public static void Write({{type.FullName}} value, ref int native) => native = value switch
            {
                {{Distinct(type).Select(member => $"{type.FullName}.{GeneratedNames.Identifier(member.Name)} => {member.Value},")}}
                _ => throw new FfiException($"{value} is not a member of {{type.Name}}"),
            };

            public static void Free(ref int native) => native = 0;
        }
        """);

    /// <summary>The members, without further names for the same value.</summary>
    private static IEnumerable<EnumMemberModel> Distinct(EnumModel type) =>
        type.Members.GroupBy(member => member.Value).Select(group => group.First());

    private static IEnumerable<string> Fields(ParameterModel member) => IsFlagged(member)
        ? [$"public byte {Flag(member)};", $"public {NativeTypeOf.Of(member.Type.Required)} {GeneratedNames.Field(member)};"]
        : [$"public {NativeTypeOf.Of(member.Type)} {GeneratedNames.Field(member)};"];

    private static string Read(ParameterModel member)
    {
        var read = $"{NativeCodecOf.Of(IsFlagged(member) ? member.Type.Required : member.Type)}.Read(in native.{GeneratedNames.Field(member)}, \"{member.CName}\")";
        return IsFlagged(member) ? $"native.{Flag(member)} != 0 ? {read} : null" : read;
    }

    private static string Write(ParameterModel member, string value) => IsFlagged(member)
        ? Source.Code(
            $$"""
            native.{{Flag(member)}} = {{value}}.HasValue ? (byte)1 : (byte)0;
            if ({{value}}.HasValue)
                {{NativeCodecOf.Of(member.Type.Required)}}.Write({{value}}.GetValueOrDefault(), ref native.{{GeneratedNames.Field(member)}});
            """)
        : $"{NativeCodecOf.Of(member.Type)}.Write({value}, ref native.{GeneratedNames.Field(member)});";

    private static string Flag(ParameterModel member) => GeneratedNames.Identifier(member.CFlag);

    /// <summary>Whether a flag says if the member is present.</summary>
    private static bool IsFlagged(ParameterModel member) => member.Type is { IsOptional: true, Absent: AbsentForm.Flag };
}
