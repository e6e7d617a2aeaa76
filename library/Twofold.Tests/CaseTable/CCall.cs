using System.Text.Json;
using Twofold.E2E.Wire;
using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Printing;
using Twofold.Tool.Printers.C;

namespace Twofold.Tests.CaseTable;

/// <summary>Prints one call of a case in C: declarations at file level, and statements.</summary>
/// <param name="names">The library and its names.</param>
/// <param name="same">The comparisons.</param>
/// <param name="call">The call.</param>
/// <param name="id">Makes the names of its declarations unique.</param>
/// <param name="what">The description in the checks.</param>
/// <param name="objects">The C types of the objects that calls of the case keep, by name.</param>
internal sealed partial class CCall(CNames names, CSame same, Call call, string id, string what, IReadOnlyDictionary<string, string> objects)
{
    private readonly CValues _values = new(names, $"c{id}");
    private readonly string _n = names.Prefix;
    private readonly string _upper = names.Upper;
    private readonly MethodModel? _method = names.Library.Methods.SingleOrDefault(method => method.WireName == call.Method);

    /// <summary>Declarations and callbacks.</summary>
    public List<string> Outside { get; } = [];

    /// <summary>Statements in blocks of their own.</summary>
    public List<string> Inside { get; } = [];

    /// <summary>The call in these forms.</summary>
    public CCall Print(Forms forms)
    {
        if (call.Method == "$release")
        {
            Inside.Add($"CHECK({Quoted(what)}, ended({objects[call.On!]}_release({call.On}), {Ending(call.Native!)}));");
            return this;
        }

        if (call.Native is { } native)
            PrintNative(native, forms);
        if (forms.HasFlag(Forms.Cbor) && call.Wire is { } wire && _method is not null)
            PrintCbor(wire);
        if (forms.HasFlag(Forms.Codec) && _method is not null)
            PrintCodec(_method);
        if (forms.HasFlag(Forms.Blocking) && call.Native is not null)
            PrintListeners();

        Outside.InsertRange(0, _values.Declarations);
        return this;
    }

    private static string Quoted(string text) => CLiterals.Text(text);

    private static string Bytes(byte[] data) => $"{{{string.Join(", ", data.Select(unit => $"0x{unit:x2}"))}}}";

    private string Ending(Ending ending) => $"{_upper}_{ending.Status}, {Quoted(ending.Error)}";

    private void PrintNative(Ending ending, Forms forms)
    {
        var method = _method ?? throw new InvalidDataException($"""C has no method {call.Method}; such a row has "only": "wire" """);
        if ((method.Result is ObjectType && ending.IsOk) != call.Keep is not null)
            throw new InvalidDataException($"""what {call.Method} hands out has a name, "as", and nothing else has""");
        if ((forms & (Forms.Blocking | Forms.Callback)) == 0)
            return;

        var reply = CReply.Of(names, method);
        var inputs = Inputs(method);
        var (atSync, atCallback) = Expected(method, ending);
        if (forms.HasFlag(Forms.Blocking))
            PrintBlocking(ending, inputs, reply, atSync);
        if (forms.HasFlag(Forms.Callback))
            PrintCallback(ending, inputs, reply, atCallback);
    }

    private void PrintBlocking(Ending ending, List<string> inputs, CReply? reply, string expected)
    {
        if (call.Keep is not null)
        {
            Inside.Add($"CHECK({Quoted(what)}, ended({Function("_sync", inputs.Append($"&{call.Keep}"))}, {Ending(ending)}) && {call.Keep} != NULL);");
        }
        else if (reply is null)
        {
            Inside.Add($"CHECK({Quoted(what)}, ended({Function("_sync", inputs)}, {Ending(ending)}));");
        }
        else
        {
            Inside.Add(
                Source.Code($$"""
                {
                    {{Statements(ending, inputs, reply, expected)}}
                }
                """));
        }
    }

    /// <summary>
    /// The blocking call. The reply is filled with garbage before it, and must be zeros after a failure and after it is freed.
    /// </summary>
    private IEnumerable<string> Statements(Ending ending, List<string> inputs, CReply reply, string expected)
    {
        yield return $"{reply.Storage.Declare("reply")};";
        yield return "memset(&reply, 0xAA, sizeof reply);";
        yield return $"CHECK({Quoted(what)}, ended({Function("_sync", inputs.Append("&reply"))}, {Ending(ending)}) &&";
        yield return $"    {(ending.IsOk ? expected : "is_zero(&reply, sizeof reply)")});";
        if (reply.Struct is not null)
        {
            yield return $"{reply.Free}(&reply);";
            yield return $"CHECK({Quoted($"{what}, freed")}, is_zero(&reply, sizeof reply));";
        }
        else if (reply.Free is not null)
        {
            yield return $"{reply.Free}(reply);";
        }
    }

    private void PrintCallback(Ending ending, List<string> inputs, CReply? reply, string expected)
    {
        var nothing = reply is { Callback.IsPointer: true } ? "reply == NULL" : "reply == 0";
        var holds = reply is null ? "true" : ending.IsOk ? expected : nothing;
        if (call.Keep is not null)
        {
            Outside.Add($"static {objects[call.Keep]} *kept_{id};");
            holds = $"(kept_{id} = reply) != NULL";
        }

        string[] delivered = reply is null ? [] : [reply.Callback.Declare("reply")];
        Outside.Add(
            Source.Code($$"""
            static void on_case_{{id}}({{new[] { $"{_n}_status status" }.Concat(delivered).Concat(["const char *error", "void *user_data"]).Commas()}})
            {
                outcome_reach(user_data, status, error, {{holds}});
            }
            """));
        Inside.Add(
            Source.Code($"""
            outcome_expect(&outcome, {Ending(ending)});
            CHECK({Quoted($"{what}, by callback")}, outcome_is_reached(&outcome, {Function("", inputs.Concat([$"on_case_{id}", "&outcome"]))}));
            """));
        if (call.Keep is not null)
            Inside.Add($"{call.Keep} = kept_{id};");
    }

    private void PrintCbor(Ending ending)
    {
        // In process an object is its handle, so an invalid handle gives the same error as in C.
        if (call.On is not null && ending.Status == "INVALID_HANDLE")
            ending = call.Native!;

        var handle = _method!.IsStatic ? Enumerable.Empty<string>() : [call.On ?? "context"];
        var function = Function("_cbor", handle.Concat([$"c{id}_request", $"sizeof c{id}_request", call.Keep is null ? "on_cbor" : "on_cbor_handle", "&outcome"]));
        Outside.Add($"static const uint8_t c{id}_request[] = {Bytes(Cbor.FromJson(call.Arguments))};");
        if (ending.IsOk && call.Keep is null)
            AddReplyBytes(ending.Result);

        Inside.Add(
            Source.Code($"""
            {(ending.IsOk && call.Keep is null ? $"outcome_expect_bytes(&outcome, c{id}_reply, sizeof c{id}_reply);" : $"outcome_expect(&outcome, {Ending(ending)});")}
            CHECK({Quoted($"{what}, as CBOR")}, outcome_is_reached(&outcome, {function}));
            """));
        if (call.Keep is not null)
            Inside.Add($"{call.Keep} = ({objects[call.Keep]} *)outcome.handle;");
    }

    /// <summary>The expected reply, for a blocking call and for a callback.</summary>
    private (string Sync, string Callback) Expected(MethodModel method, Ending ending)
    {
        if (!ending.IsOk || method.Result is not { } type || call.Keep is not null)
            return ("true", "true");

        using var result = JsonDocument.Parse(ending.Result);
        var value = result.RootElement;
        if (CReply.StructOf(names, method) is { } name)
        {
            var record = names.Library.Records.Single(item => names.Type(item.Name) == name);
            var expected = method.ReplyStruct is null ? _values.Struct(record, value) : _values.Struct(record, record.Members[0], value);
            return ($"same_{name}(&reply, &{expected})", $"reply != NULL && same_{name}(reply, &{expected})");
        }

        var literal = _values.Expression(type, value);
        return (same.Compare(type, "reply", literal), same.Compare(type, "reply", literal));
    }

    private List<string> Inputs(MethodModel method)
    {
        using var json = JsonDocument.Parse(call.Arguments);
        var arguments = json.RootElement;
        if (arguments.EnumerateObject().FirstOrDefault(property => method.Parameters.All(parameter => parameter.WireKey != property.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
            throw new InvalidDataException($"""C has no parameter {unknown.Name}; such a row has "only": "wire" """);

        var values = method.Parameters.SelectMany(parameter => _values.Arguments(parameter.Type, arguments.TryGetProperty(parameter.WireKey, out var value) ? value : null));
        return [.. method.IsStatic ? [] : new[] { call.On ?? "context" }, .. values];
    }

    private string Function(string form, IEnumerable<string> arguments) => $"{_n}_{call.Method}{form}({arguments.Commas()})";
}
