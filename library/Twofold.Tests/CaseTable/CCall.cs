using System.Text.Json;
using Twofold.Bindings;
using Twofold.E2E.Wire;
using Twofold.Generator.Emit;
using Twofold.Generator.Model;

namespace Twofold.Tests.CaseTable;

/// <summary>Prints one call of a case in C: what it needs at file level, and its statements.</summary>
/// <param name="library">The model.</param>
/// <param name="same">The comparisons.</param>
/// <param name="call">The call.</param>
/// <param name="id">Part of every name that is declared for it.</param>
/// <param name="what">What the checks say.</param>
/// <param name="objects">The C types of the objects that calls of the case keep, by their names.</param>
internal sealed class CCall(LibraryModel library, CSame same, Call call, string id, string what, IReadOnlyDictionary<string, string> objects)
{
    private readonly CValues _values = new(library, $"c{id}");
    private readonly string _n = library.Name;
    private readonly string _upper = library.Name.ToUpperInvariant();
    private readonly MethodModel? _method = library.Methods.SingleOrDefault(method => method.WireName == call.Method);

    /// <summary>Declarations and callbacks.</summary>
    public List<string> Outside { get; } = [];

    /// <summary>Statements in blocks of their own.</summary>
    public List<string> Inside { get; } = [];

    /// <summary>The blocking form, and, where the object does not matter, the one with a callback and the one with CBOR.</summary>
    public CCall Print(bool inEveryForm)
    {
        if (call.Method == "$release")
        {
            Inside.Add($"CHECK({Quoted(what)}, ended({objects[call.On!]}_release({call.On}), {Ending(call.Native!)}));");
            return this;
        }

        if (call.Native is { } native)
            PrintNative(native, inEveryForm);
        if (inEveryForm && call.Wire is { } wire && _method is not null)
            PrintCbor(wire);
        if (call.Native is not null)
            PrintListeners();

        Outside.InsertRange(0, _values.Declarations);
        return this;
    }

    private static string Quoted(string text) => CConstant.Literal(TypeKind.Text, text);

    private static string Bytes(byte[] data) => $"{{{string.Join(", ", data.Select(unit => $"0x{unit:x2}"))}}}";

    private string Ending(Ending ending) => $"{_upper}_{ending.Status}, {Quoted(ending.Error)}";

    private void PrintNative(Ending ending, bool withCallback)
    {
        var method = _method ?? throw new InvalidDataException($"""C has no method {call.Method}; such a row has "only": "wire" """);
        var (callback, sync) = CHeader.Reply(library, method);
        var inputs = Inputs(method);
        if (method.Result?.Kind == TypeKind.Object && ending.IsOk)
        {
            Inside.Add($"CHECK({Quoted(what)}, ended({Function("_sync", inputs.Append($"&{call.Keep}"))}, {Ending(ending)}) && {call.Keep} != NULL);");
            return;
        }

        var (atSync, atCallback) = Expected(method, ending);
        if (sync.Length == 0)
        {
            Inside.Add($"CHECK({Quoted(what)}, ended({Function("_sync", inputs)}, {Ending(ending)}));");
        }
        else
        {
            Inside.Add(
                $$"""
                {
                    {{Statements(method, ending, inputs, sync[0], atSync).Lines(4)}}
                }
                """);
        }

        if (withCallback)
            PrintCallback(ending, inputs, callback, atCallback);
    }

    /// <summary>The blocking call. Its reply begins as garbage, and must be zeros where it fails and once it is freed.</summary>
    private IEnumerable<string> Statements(MethodModel method, Ending ending, List<string> inputs, string reply, string expected)
    {
        yield return $"{reply.Replace("*reply", "reply")};";
        yield return "memset(&reply, 0xAA, sizeof reply);";
        yield return $"CHECK({Quoted(what)}, ended({Function("_sync", inputs.Append("&reply"))}, {Ending(ending)}) &&";
        yield return $"    {(ending.IsOk ? expected : "is_zero(&reply, sizeof reply)")});";
        if (CHeader.StructOf(library, method) is { } type)
        {
            yield return $"{type}_free(&reply);";
            yield return $"CHECK({Quoted($"{what}, freed")}, is_zero(&reply, sizeof reply));";
        }
        else if (method.Result!.Kind == TypeKind.Text)
        {
            yield return $"{_n}_string_free(reply);";
        }
    }

    private void PrintCallback(Ending ending, List<string> inputs, string[] reply, string expected)
    {
        var nothing = reply is [var declared] && declared.Contains('*', StringComparison.Ordinal) ? "reply == NULL" : "reply == 0";
        var holds = reply.Length == 0 ? "true" : ending.IsOk ? expected : nothing;
        Outside.Add(
            $$"""
            static void on_case_{{id}}({{new[] { $"{_n}_status status" }.Concat(reply).Concat(["const char *error", "void *user_data"]).Commas()}})
            {
                outcome_reach(user_data, status, error, {{holds}});
            }
            """);
        Inside.Add(
            $"""
            outcome_expect(&outcome, {Ending(ending)});
            CHECK({Quoted($"{what}, by callback")}, outcome_is_reached(&outcome, {Function("", inputs.Concat([$"on_case_{id}", "&outcome"]))}));
            """);
    }

    private void PrintCbor(Ending ending)
    {
        var handle = _method!.IsStatic ? Enumerable.Empty<string>() : ["context"];
        Outside.Add($"static const uint8_t c{id}_request[] = {Bytes(Cbor.FromJson(call.Arguments))};");
        if (ending.IsOk)
            Outside.Add($"static const uint8_t c{id}_reply[] = {Bytes(Cbor.Shortest(ending.Result))};");

        var expect = ending.IsOk ? $"outcome_expect_bytes(&outcome, c{id}_reply, sizeof c{id}_reply);" : $"outcome_expect(&outcome, {Ending(ending)});";
        Inside.Add(
            $"""
            {expect}
            CHECK({Quoted($"{what}, as CBOR")}, outcome_is_reached(&outcome, {Function("_cbor", handle.Concat([$"c{id}_request", $"sizeof c{id}_request", "on_cbor", "&outcome"]))}));
            """);
    }

    /// <summary>Every event is heard by two listeners: of its own type, and of CBOR.</summary>
    private void PrintListeners()
    {
        var (before, after) = (new List<string>(), new List<string>());
        foreach (var (name, payload) in call.Events)
        {
            var @event = library.Events.Single(item => item.WireName == name);
            var type = @event.Parameters.Count == 0 ? null : CTypes.Name(library, @event.EventStruct ?? @event.Single!.Name!);
            var heard = $"{name}_heard";
            Outside.Add(
                $$"""
                static void on_case_{{id}}_{{name}}({{(type is null ? "" : $"const {type} *event, ")}}void *user_data)
                {
                    outcome_reach(user_data, {{_upper}}_OK, NULL, {{(type is null ? "true" : $"same_{type}(event, &{Payload(@event, payload)})")}});
                }
                """);
            Outside.Add($"static const uint8_t c{id}_{name}[] = {Bytes(Cbor.Shortest(payload))};");
            before.Add($"outcome {heard}, {heard}_as_cbor;");
            before.Add($"uint64_t {heard}_id, {heard}_as_cbor_id;");
            after.Add($"outcome_expect(&{heard}, {_upper}_OK, \"\");");
            after.Add($"outcome_expect_bytes(&{heard}_as_cbor, c{id}_{name}, sizeof c{id}_{name});");
            after.Add($"CHECK({Quoted($"{what}: a listener of {name}")}, {_n}_add_{name}_listener(context, on_case_{id}_{name}, &{heard}, &{heard}_id) == {_upper}_OK);");
            after.Add($"CHECK({Quoted($"{what}: a listener of {name} as CBOR")}, {_n}_add_listener_cbor(context, \"{name}\", on_cbor_event, &{heard}_as_cbor, &{heard}_as_cbor_id) == {_upper}_OK);");
        }

        if (before.Count == 0)
            return;

        var hears = call.Events.Keys.SelectMany(name => new[] { $"{name}_heard", $"{name}_heard_as_cbor" }).SelectMany(heard => new[]
        {
            $"CHECK({Quoted($"{what}: {heard}")}, outcome_is_reached(&{heard}, {_upper}_OK));",
            $"CHECK({Quoted($"{what}: {heard}, no more")}, {_n}_remove_listener(context, {heard}_id) == {_upper}_OK);",
        });
        var raising = Inside.ToList();
        Inside.Clear();
        Inside.Add($"{{\n    {before.Concat(after).Concat(raising).Concat(hears).Lines(4)}\n}}");
    }

    private string Payload(EventModel @event, string json)
    {
        using var payload = JsonDocument.Parse(json);
        var record = library.Records.Single(item => item.Name == (@event.EventStruct ?? @event.Single!.Name));
        return @event is { EventStruct: not null, Parameters.Count: 1 }
            ? _values.Struct(record, @event.Parameters[0], payload.RootElement)
            : _values.Struct(record, payload.RootElement);
    }

    /// <summary>What the reply must be, as a blocking call and as a callback have it.</summary>
    private (string Sync, string Callback) Expected(MethodModel method, Ending ending)
    {
        if (!ending.IsOk || method.Result is not { } type)
            return ("true", "true");

        using var result = JsonDocument.Parse(ending.Result);
        var value = result.RootElement;
        if (CHeader.StructOf(library, method) is { } name)
        {
            var record = library.Records.Single(item => item.Name == (method.ReplyStruct ?? type.Name));
            var expected = method.ReplyStruct is null ? _values.Struct(record, value) : _values.Struct(record, record.Members[0], value);
            return ($"same_{name}(&reply, &{expected})", $"reply != NULL && same_{name}(reply, &{expected})");
        }

        var literal = type.Kind == TypeKind.Text ? CValues.Text(value) : _values.Scalar(type, value);
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
