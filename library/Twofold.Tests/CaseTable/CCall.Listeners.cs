using System.Text.Json;
using Twofold.E2E.Wire;
using Twofold.Model.Library;
using Twofold.Printing;
using Twofold.Tool.Printers.C;

namespace Twofold.Tests.CaseTable;

internal sealed partial class CCall
{
    /// <summary>Every event has two listeners: a typed one and a CBOR one.</summary>
    private void PrintListeners()
    {
        var (before, after) = (new List<string>(), new List<string>());
        foreach (var (name, payload) in call.Events)
        {
            var @event = names.Library.Events.Single(item => item.WireName == name);
            var type = @event.Parameters.Count == 0 ? null : names.Type(@event.PayloadStruct!);
            var heard = $"{name}_heard";
            Outside.Add(
                Source.Code($$"""
                static void on_case_{{id}}_{{name}}({{(type is null ? "" : $"const {type} *event, ")}}void *user_data)
                {
                    outcome_reach(user_data, {{_upper}}_OK, NULL, {{(type is null ? "true" : $"same_{type}(event, &{Payload(@event, payload)})")}});
                }
                """));
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
        Inside.Add($"{{\n    {before.Concat(after).Concat(raising).Concat(hears).Lines()}\n}}");
    }

    private string Payload(EventModel @event, string json)
    {
        using var payload = JsonDocument.Parse(json);
        var record = names.Library.Records.Single(item => item.Name == @event.PayloadStruct);
        return @event is { EventStruct: not null, Parameters.Count: 1 }
            ? _values.Struct(record, @event.Parameters[0], payload.RootElement)
            : _values.Struct(record, payload.RootElement);
    }
}
