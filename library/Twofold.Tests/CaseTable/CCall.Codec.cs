using System.Text.Json;
using Twofold.E2E.Wire;
using Twofold.Model.Library;
using Twofold.Printing;
using Twofold.Tool.Printers.C;
using Twofold.Tool.Printers.CborC;

namespace Twofold.Tests.CaseTable;

internal sealed partial class CCall
{
    private const string NotInC = "the text has U+0000, which a C string cannot carry";

    /// <summary>The call through the generated C codec, which encodes the request and decodes the reply and the events.</summary>
    private void PrintCodec(MethodModel method)
    {
        if (call is { Native: { } native, Wire: not null })
            PrintEncoding(method, call.On is not null && call.Wire.Status == "INVALID_HANDLE" ? native : call.Wire, native);
        if (call is { Wire.IsOk: true, Keep: null })
        {
            PrintDecoding(method, call.Wire.Result);
            if (call.Native is null && Kept(method) is { } sent && !sent.AsSpan().SequenceEqual(Cbor.Shortest(call.Wire.Result)))
                PrintSent(sent);
        }
        else if (call.Wire is { Status: "INVALID_ARGUMENT" } && Kept(method) is { } value)
            PrintRefusal(method, value, Within(call.Wire.Error));

        foreach (var (name, payload) in call.Events)
            PrintEvent(names.Library.Events.Single(@event => @event.WireName == name), payload);
    }

    /// <summary>An argument that the native ABI refuses cannot be encoded either, for the same reason.</summary>
    private void PrintEncoding(MethodModel method, Ending ending, Ending native)
    {
        var arguments = Inputs(method).Skip(method.IsStatic ? 0 : 1).ToList();
        Outside.Add(
            Source.Code($$"""
            static void write_case_{{id}}({{_n}}_cbor_writer *writer)
            {
                {{_n}}_{{call.Method}}_cbor_request({{arguments.Prepend("writer").Commas()}});
            }

            static void frame_case_{{id}}({{_n}}_cbor_writer *writer)
            {
                {{_n}}_{{call.Method}}_cbor_frame({{arguments.Prepend(method.Owner is null ? "writer" : "writer, 7").Commas()}});
            }
            """));
        if (native.Status == "INVALID_ARGUMENT")
        {
            Inside.Add($"CHECK({Quoted($"{what}, encoded")}, codec_refuses_to_write(write_case_{id}, {Quoted(native.Error)}) && codec_refuses_to_write(frame_case_{id}, {Quoted(native.Error)}));");
            return;
        }

        Inside.Add($"CHECK({Quoted($"{what}, framed")}, codec_frames(frame_case_{id}, write_case_{id}, \"{call.Method}\", {(method.Owner is null ? "0" : "7")}));");

        var handle = method.IsStatic ? Enumerable.Empty<string>() : [call.On ?? "context"];
        var function = Function("_cbor", handle.Concat(["writer.data", "writer.size", call.Keep is null ? "on_cbor" : "on_cbor_handle", "&outcome"]));
        Inside.Add(
            Source.Code($$"""
            {
                {{_n}}_cbor_writer writer = {{_n}}_cbor_writer_growable();
                {{(ending.IsOk && call.Keep is null ? $"outcome_expect_bytes(&outcome, c{id}_reply, sizeof c{id}_reply);" : $"outcome_expect(&outcome, {Ending(ending)});")}}
                CHECK({{Quoted($"{what}, encoded")}}, codec_writes(write_case_{{id}}, &writer) && outcome_is_reached(&outcome, {{function}}));
                {{_n}}_cbor_writer_free(&writer);
            }
            """));
        if (call.Keep is not null)
            Inside.Add($"{call.Keep} = ({objects[call.Keep]} *)outcome.handle;");
    }

    private void PrintDecoding(MethodModel method, string result)
    {
        AddReplyBytes(result);
        if (result.Contains("\\u0000", StringComparison.Ordinal))
        {
            PrintReader("", $"{_n}_{call.Method}_cbor_reply", ReplyDeclaration(method), "true");
            Inside.Add($"CHECK({Quoted($"{what}, decoded")}, codec_refuses_to_read(read_case_{id}, c{id}_reply, sizeof c{id}_reply, {Quoted(NotInC)}));");
            return;
        }

        PrintReader("", $"{_n}_{call.Method}_cbor_reply", ReplyDeclaration(method), Expected(method, new Ending(CaseTable.Ending.Ok, "", result)).Sync);
        Inside.Add($"CHECK({Quoted($"{what}, decoded")}, codec_reads(read_case_{id}, c{id}_reply, sizeof c{id}_reply, true));");
    }

    /// <summary>
    /// The argument of a method that returns it may be encoded differently from the reply. C reads the same value from both.
    /// </summary>
    private void PrintSent(byte[] value)
    {
        Outside.Add($"static const uint8_t c{id}_sent[] = {Bytes(value)};");
        Inside.Add($"CHECK({Quoted($"{what}, decoded as it was sent")}, codec_reads(read_case_{id}, c{id}_sent, sizeof c{id}_sent, true));");
    }

    private void PrintRefusal(MethodModel method, byte[] value, string error)
    {
        PrintReader("", $"{_n}_{call.Method}_cbor_reply", ReplyDeclaration(method), "true");
        Outside.Add($"static const uint8_t c{id}_value[] = {Bytes(value)};");
        Inside.Add($"CHECK({Quoted($"{what}, decoded")}, codec_refuses_to_read(read_case_{id}, c{id}_value, sizeof c{id}_value, {Quoted(error)}));");
    }

    private void PrintEvent(EventModel @event, string payload)
    {
        var name = @event.WireName;
        var type = @event.Parameters.Count == 0 ? null : names.Type(@event.PayloadStruct!);
        PrintReader($"_{name}", $"{_n}_{name}_cbor_event", type is null ? null : $"{type} reply;", type is null ? "true" : $"same_{type}(&reply, &{Payload(@event, payload)})");
        Outside.Add($"static const uint8_t c{id}_{name}[] = {Bytes(Cbor.Shortest(payload))};");
        Inside.Add($"CHECK({Quoted($"{what}: {name}, decoded")}, codec_reads(read_case_{id}_{name}, c{id}_{name}, sizeof c{id}_{name}, false));");
    }

    /// <summary>The reply is filled with garbage before the read, and must be zeros if the read fails.</summary>
    private void PrintReader(string suffix, string function, string? declaration, string same)
    {
        IEnumerable<string> body = declaration is null
            ? [$"return {function}(reader) ? CODEC_SAME : CODEC_REFUSED;"]
            :
            [
                declaration,
                "memset(&reply, 0xAA, sizeof reply);",
                $"if (!{function}(reader, &reply))",
                "    return is_zero(&reply, sizeof reply) ? CODEC_REFUSED : CODEC_DIRTY;",
                $"return {same} ? CODEC_SAME : CODEC_OTHER;",
            ];
        Outside.Add(
            Source.Code($$"""
            static codec_verdict read_case_{{id}}{{suffix}}({{_n}}_cbor_reader *reader)
            {
                {{body}}
            }
            """));
    }

    private string? ReplyDeclaration(MethodModel method) => CborReply.Of(names, method) is { } reply ? $"{reply.Type.Declare("reply")};" : null;

    /// <summary>The encoded argument, if the method has a single one and returns it; otherwise null.</summary>
    private byte[]? Kept(MethodModel method)
    {
        using var arguments = JsonDocument.Parse(call.Arguments);
        return method.Parameters is [var only] && only.Type == method.Result && arguments.RootElement.EnumerateObject().ToList() is [{ Name: "value" } argument]
            ? Cbor.FromJson(argument.Value.GetRawText())
            : null;
    }

    /// <summary>The error for the argument alone, without the path to it.</summary>
    private static string Within(string error) => error["value".Length..].TrimStart('.') is [':', ' ', .. var rest] ? rest : error["value".Length..].TrimStart('.');

    private void AddReplyBytes(string result)
    {
        var bytes = $"static const uint8_t c{id}_reply[] = {Bytes(Cbor.Shortest(result))};";
        if (!Outside.Contains(bytes))
            Outside.Insert(0, bytes);
    }
}
