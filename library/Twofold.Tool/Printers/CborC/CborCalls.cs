using Twofold.Model.Library;
using Twofold.Printing;
using Twofold.Tool.Printers.C;

namespace Twofold.Tool.Printers.CborC;

/// <summary>Prints the functions that write the requests and read the reply of a method, and that read the payload of an event.</summary>
internal sealed class CborCalls(CNames names)
{
    private readonly string _n = names.Prefix;

    public static string Print(CNames names)
    {
        var calls = new CborCalls(names);
        return names.Library.Methods.SelectMany(method => new[] { calls.Request(method), calls.Frame(method), calls.Reply(method) })
            .Concat(names.Library.Events.Select(calls.Event))
            .Paragraphs();
    }

    private string Request(MethodModel method)
    {
        var writer = CborNames.Beside(method.Parameters, "writer");
        return Source.Code(
            $$"""
            /** Writes the argument of {{names.Method(method)}}_cbor: the map of its parameters. */
            static inline void {{names.Method(method)}}_cbor_request({{Parameters(method, [$"{_n}_cbor_writer *{writer}"])}})
            {
                {{_n}}_cbor_write_map({{writer}}, {{method.Parameters.Count}});
                {{Members(method, writer)}}
            }
            """);
    }

    /// <summary>A frame contains the object's number. In process, the object is a separate argument.</summary>
    private string Frame(MethodModel method)
    {
        var writer = CborNames.Beside(method.Parameters, "writer");
        string[] handle = method.Owner is null ? [] : ["uint64_t handle"];
        var payload = method.Owner is null
            ? $"{names.Method(method)}_cbor_request({method.Parameters.SelectMany(CParameters.NamesOf).Prepend(writer).Commas()});"
            : Source.Code(
                $$"""
                {{_n}}_cbor_write_map({{writer}}, {{method.Parameters.Count + 1}});
                {{_n}}_cbor_write_key({{writer}}, "handle");
                {{_n}}_cbor_write_uint({{writer}}, handle);
                {{Members(method, writer)}}
                """);
        return Source.Code(
            $$"""
            /** Writes a whole frame that calls {{method.WireName}}{{(method.Owner is null ? "" : $" of the {method.Owner.CName} with this number")}}. */
            static inline void {{names.Method(method)}}_cbor_frame({{Parameters(method, [$"{_n}_cbor_writer *{writer}", .. handle])}})
            {
                {{_n}}_frame_begin_request({{writer}}, "{{method.WireName}}");
                {{payload}}
                {{_n}}_frame_end({{writer}});
            }
            """);
    }

    private string Reply(MethodModel method)
    {
        var name = $"{names.Method(method)}_cbor_reply";
        if (CborReply.Of(names, method) is not { } reply)
        {
            return Source.Code(
                $$"""
                /** Reads the reply of {{method.WireName}}, which has no content. */
                static inline bool {{name}}({{_n}}_cbor_reader *reader)
                {
                    {{_n}}_cbor_skip(reader);
                    return {{_n}}_cbor_finish(reader);
                }
                """);
        }

        return Source.Code(
            $$"""
            /** Reads the reply of {{method.WireName}}{{reply.Note}}. Zeros if that fails.{{(reply.PointsToMemory ? " What it points to is in the reader's memory." : "")}} */
            static inline bool {{name}}({{_n}}_cbor_reader *reader, {{reply.Type.Pointer.Declare("reply")}})
            {
                {{reply.Read}}
                {{_n}}_cbor_finish(reader);
                return {{_n}}_cbor_decoded(reader, reply, sizeof *reply);
            }
            """);
    }

    private string Event(EventModel @event)
    {
        var name = $"{_n}_{@event.WireName}_cbor_event";
        if (@event.PayloadStruct is not { } type)
        {
            return Source.Code(
                $$"""
                /** Reads the payload of {{@event.WireName}}, which has no content. */
                static inline bool {{name}}({{_n}}_cbor_reader *reader)
                {
                    return {{_n}}_cbor_skip(reader);
                }
                """);
        }

        var record = names.RecordOf(type);
        var decoded = $"return {_n}_cbor_decoded(reader, event, sizeof *event);";
        var body = @event.EventStruct is null
            ? $"return {CborNames.Decode(names, type)}(reader, event);"
            : $"{(record.IsWrapper ? CborReply.Wrapped(names, record, "event") : CborRecords.Members(names, record, "event"))}\n{decoded}";
        return Source.Code(
            $$"""
            /** Reads the payload of {{@event.WireName}}; what it points to is in the reader's memory. Zeros if that fails. */
            static inline bool {{name}}({{_n}}_cbor_reader *reader, {{names.Type(type)}} *event)
            {
                {{body}}
            }
            """);
    }

    private string Parameters(MethodModel method, string[] before) => before.Concat(CParameters.Of(names, method)).Commas();

    private IEnumerable<string> Members(MethodModel method, string writer) =>
        method.Parameters.SelectMany(parameter => CborRecords.Member(names, parameter, CborPlace.Parameter(parameter), writer));
}
