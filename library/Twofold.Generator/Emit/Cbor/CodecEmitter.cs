using Microsoft.CodeAnalysis.CSharp;
using Twofold.Model.Library;
using Twofold.Printing;

namespace Twofold.Generator.Emit.Cbor;

/// <summary>Prints the codecs of records, enums and events.</summary>
internal static class CodecEmitter
{
    public static string Emit(LibraryModel library) =>
        library.Records.Where(record => record.Role == RecordRole.Message).Select(record => Record(record, GeneratedNames.Codec(record.Name)))
            .Concat(library.Events.Where(@event => @event.Parameters.Count > 1).Select(@event => Payload(library, @event)))
            .Concat(library.Enums.Select(Enum))
            .Paragraphs();

    private static string Payload(LibraryModel library, EventModel @event) =>
        Record(library.Records.Single(record => record.Role == RecordRole.Event && record.Name == @event.EventStruct), GeneratedNames.PayloadCodec(@event));

    private static string Record(RecordModel record, string codec) => Source.Code(
        $$"""
        /// <summary>The CBOR map of {{GeneratedNames.See(record.FullName)}}.</summary>
        internal readonly struct {{codec}} : ICborCodec<{{record.FullName}}>
        {
            {{MapEmitter.Read(record.FullName, record.Members, $"return reader.Failed ? default! : new {record.FullName}({record.Members.Select(GeneratedNames.Local).Commas()});")}}

            public static void Write(in CborWriter writer, {{record.FullName}} value)
            {
                {{(record.IsRecursive ? "NativeDepth.Check();" : "")}}
                {{record.Members.Select((member, index) => Write(record, member, index))}}
            }

            public static long Weigh({{record.FullName}} value) => {{SizeEmitter.Record(record)}};
        }
        """);

    private static string Enum(EnumModel type) => Source.Code(
        $$"""
        /// <summary>The CBOR text of <see cref="{{type.FullName}}"/>.</summary>
        internal readonly struct {{GeneratedNames.Codec(type.Name)}} : ICborCodec<{{type.FullName}}>
        {
            public static {{type.FullName}} Read(ref CborReader reader)
            {
                var start = reader.Position;
                var text = reader.ReadUtf8();
                {{type.Members.Select(member => $"if (text.SequenceEqual(\"{member.WireText}\"u8))\n    return {type.FullName}.{GeneratedNames.Identifier(member.Name)};")}}

                reader.FailAt(start, {{Literal($"expected {type.Members.Select(member => $"\"{member.WireText}\"").Commas()}, found \"")}} + CborReader.Show(text) + "\"");
                return default;
            }

            public static void Write(in CborWriter writer, {{type.FullName}} value) => writer.WriteUtf8(value switch
            {
                {{type.Members.GroupBy(member => member.Value).Select(group => group.First()).Select(member => $"{type.FullName}.{GeneratedNames.Identifier(member.Name)} => \"{member.WireText}\"u8,")}}
                _ => throw new FfiException($"{value} is not a member of {{type.Name}}"),
            });
        }
        """);

    private static string Write(RecordModel record, ParameterModel member, int index) =>
        $"""
        writer.{(index == 0 ? $"WriteMap({record.Members.Count}, " : "WriteKey(")}"{member.WireKey}"u8);
        {CborCodecOf.Of(member.Type)}.Write(writer, value.{GeneratedNames.MemberOf(record, member)});
        """;

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
