using Twofold.Generator.Emit;
using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Prints for each method what writes its requests and reads its replies, and for each event what reads its payload.</summary>
internal static class CborCalls
{
    public static string Print(LibraryModel library) => library.Methods.SelectMany(method => new[] { Request(library, method), Frame(library, method), Reply(library, method) })
        .Concat(library.Events.Select(@event => Event(library, @event)))
        .Paragraphs(0);

    private static string Request(LibraryModel library, MethodModel method)
    {
        var n = library.Name;
        var writer = CborNames.Beside(method.Parameters, "writer");
        return
            $$"""
            /** Writes what {{n}}_{{method.WireName}}_cbor takes: the map of its parameters. */
            static inline void {{n}}_{{method.WireName}}_cbor_request({{Parameters(library, method, [$"{n}_cbor_writer *{writer}"])}})
            {
                {{Map(library, method, writer, []).Lines(4)}}
            }
            """;
    }

    /// <summary>A frame names the object, which in process is an argument of its own.</summary>
    private static string Frame(LibraryModel library, MethodModel method)
    {
        var n = library.Name;
        var writer = CborNames.Beside(method.Parameters, "writer");
        string[] handle = method.Owner is null ? [] : ["uint64_t handle"];
        var map = method.Owner is null
            ? [$"{n}_{method.WireName}_cbor_request({method.Parameters.SelectMany(CTypes.NamesOf).Prepend(writer).Commas()});"]
            : Map(library, method, writer, [$"{n}_cbor_write_key({writer}, \"handle\");\n{n}_cbor_write_uint({writer}, handle);"]);
        return
            $$"""
            /** Writes a whole frame that calls {{method.WireName}}{{(method.Owner is null ? "" : $" of the {method.Owner.CName} with this number")}}. */
            static inline void {{n}}_{{method.WireName}}_cbor_frame({{Parameters(library, method, [$"{n}_cbor_writer *{writer}", .. handle])}})
            {
                {{n}}_frame_begin_request({{writer}}, "{{method.WireName}}");
                {{map.Lines(4)}}
                {{n}}_frame_end({{writer}});
            }
            """;
    }

    private static string Reply(LibraryModel library, MethodModel method)
    {
        var n = library.Name;
        var name = $"{n}_{method.WireName}_cbor_reply";
        if (method.Result is not { } type)
        {
            return
                $$"""
                /** Reads the reply of {{method.WireName}}, which says nothing. */
                static inline bool {{name}}({{n}}_cbor_reader *reader)
                {
                    {{n}}_cbor_skip(reader);
                    return {{n}}_cbor_finish(reader);
                }
                """;
        }

        var read = method.ReplyStruct is null
            ? [CborRead.Value(library, type, new CborPlace("*reply", "reply", "", ""))]
            : Wrapped(library, method.ReplyStruct, "reply");
        return
            $$"""
            /** Reads the reply of {{method.WireName}}{{(type.Kind == TypeKind.Object ? ": the object's number" : "")}}, into zeros if that fails.{{Memory(library, method)}} */
            static inline bool {{name}}({{n}}_cbor_reader *reader, {{ReplyType(library, method)}}*reply)
            {
                {{read.Lines(4)}}
                {{n}}_cbor_finish(reader);
                return {{n}}_cbor_decoded(reader, reply, sizeof *reply);
            }
            """;
    }

    private static string Event(LibraryModel library, EventModel @event)
    {
        var n = library.Name;
        var name = $"{n}_{@event.WireName}_cbor_event";
        if (@event.Parameters.Count == 0)
        {
            return
                $$"""
                /** Reads the payload of {{@event.WireName}}, which says nothing. */
                static inline bool {{name}}({{n}}_cbor_reader *reader)
                {
                    return {{n}}_cbor_skip(reader);
                }
                """;
        }

        var type = @event.EventStruct ?? @event.Single!.Name!;
        var read = @event.Parameters.Count == 1 ? Wrapped(library, type, "event") : CborRead.Members(library, RecordOf(library, type), "event");
        IEnumerable<string> body = @event.EventStruct is null
            ? [$"return {CborNames.Decode(library, type)}(reader, event);"]
            : read.Append($"return {n}_cbor_decoded(reader, event, sizeof *event);");
        return
            $$"""
            /** Reads the payload of {{@event.WireName}}, into zeros if that fails; what it points to lies in the reader's memory. */
            static inline bool {{name}}({{n}}_cbor_reader *reader, {{CTypes.Name(library, type)}} *event)
            {
                {{body.Lines(4)}}
            }
            """;
    }

    private static string Parameters(LibraryModel library, MethodModel method, string[] before) =>
        before.Concat(CTypes.Parameters(library, method)).Commas();

    private static IEnumerable<string> Map(LibraryModel library, MethodModel method, string writer, string[] before) =>
        method.Parameters.SelectMany(parameter => CborWrite.Member(library, parameter, CborPlace.Parameter(parameter), writer))
            .Prepend(string.Join('\n', before.Prepend($"{library.Name}_cbor_write_map({writer}, {before.Length + method.Parameters.Count});")));

    /// <summary>A struct with one member, which CBOR has without a map.</summary>
    private static IEnumerable<string> Wrapped(LibraryModel library, string type, string target)
    {
        var member = RecordOf(library, type).Members[0];
        return [$"memset({target}, 0, sizeof *{target});", CborRead.Value(library, member.Type, CborPlace.Member(target, member))];
    }

    private static string ReplyType(LibraryModel library, MethodModel method) => CHeader.StructOf(library, method) is { } type ? $"{type} " : method.Result switch
    {
        { Kind: TypeKind.Text } => "const char *",
        { Kind: TypeKind.Object } => "uint64_t ",
        { } scalar => $"{CTypes.Scalar(library, scalar)} ",
        null => throw new InvalidOperationException($"{method.Name} returns nothing"),
    };

    private static string Memory(LibraryModel library, MethodModel method) =>
        CHeader.StructOf(library, method) is not null || method.Result?.Kind == TypeKind.Text ? " What it points to lies in the reader's memory." : "";

    private static RecordModel RecordOf(LibraryModel library, string name) => library.Records.Single(record => record.Name == name);
}
