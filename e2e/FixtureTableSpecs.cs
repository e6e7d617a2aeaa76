using System.Globalization;
using System.Text.Json;
using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Twofold.Tests.CaseTable;
using Xunit;

namespace Twofold.E2E;

/// <summary>The table of cases, over sockets and in the C program that is printed from it.</summary>
public sealed class FixtureTableSpecs(RunningFixtures running) : IClassFixture<RunningFixtures>
{
    private static readonly string[] s_forms = ["", ", by callback", ", as CBOR", ", encoded"];

    public static TheoryData<string> Singles => [.. FixtureTable.Singles.Where(row => row.Value.Calls[0].Wire is not null).Select(row => row.Key)];

    public static TheoryData<string> Sequences => [.. FixtureTable.Sequences.Keys];

    [Theory, MemberData(nameof(Singles))]
    public async Task A_call_ends_over_the_wire_as_the_table_says(string row)
    {
        var call = FixtureTable.Singles[row].Calls[0];
        using var client = await running.ConnectAsync();

        // Once with floats in eight bytes, and once in the fewest that are exact.
        await client.SendAsync(Frame.Request(call.Method, Cbor.FromJson(call.Arguments)), Frame.Request(call.Method, Cbor.Shortest(call.Arguments)));

        AssertEnding(call.Wire!, await client.ReplyAsync());
        AssertEnding(call.Wire!, await client.ReplyAsync());
        if (!call.Wire!.IsOk)
            Expect.Ok("42", await client.CallAsync("twice", """{"value": 21}"""));
    }

    [Theory, MemberData(nameof(Sequences))]
    public async Task Calls_in_turn_end_over_the_wire_as_the_table_says(string row)
    {
        await using var server = await RunningFixtures.StartAsync();
        using var client = await WireClient.ConnectAsync(server.Address);
        var objects = new Dictionary<string, string>();

        foreach (var call in FixtureTable.Sequences[row].Calls)
        {
            foreach (var name in call.Events.Keys)
                Expect.Ok("null", await client.CallAsync("$subscribe", $$"""{"event": "{{name}}"}"""));

            var reply = await client.CallAsync(call.Method, call.On is null ? call.Arguments : WithHandle(call.Arguments, objects[call.On]));
            if (call.Keep is null)
            {
                AssertEnding(call.Wire!, reply);
            }
            else
            {
                Assert.True(reply.Status == Status.Ok, reply.ToString());
                objects[call.Keep] = int.Parse(reply.Content, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
            }

            await AssertEventsAsync(client, call);
        }
    }

    [Fact]
    public async Task The_C_program_has_run_every_row()
    {
        await Requires.ProgramAsync(FixturePrograms.Cases);

        var outcome = await FixturePrograms.Cases.RunAsync([]);

        Assert.True(outcome is { ExitCode: 0, Errors: [] }, $"expected exit code 0 and nothing on stderr\n{outcome}");
        var held = outcome.Output.ToHashSet();
        Assert.Empty(FixtureTable.Singles.Values.SelectMany(Lines).Except(held));
        Assert.Empty(FixtureTable.Sequences.Values.SelectMany(LinesOfCalls).Except(held));
    }

    /// <summary>The lines of the program for a row of one call.</summary>
    private static IEnumerable<string> Lines(Case row)
    {
        var call = row.Calls[0];
        if (call.Native is not null)
        {
            yield return $"ok {row}";
            yield return $"ok {row}, by callback";
        }

        if (call.Wire is not null && call.Wire.Status != "UNKNOWN_METHOD")
            yield return $"ok {row}, as CBOR";
        if (call is { Native: not null, Wire: not null })
            yield return $"ok {row}, encoded";
        if (call is { Native: { Status: not "INVALID_ARGUMENT" }, Wire: not null })
            yield return $"ok {row}, framed";
        if (call.Wire is { IsOk: true } or { Status: "INVALID_ARGUMENT" } && HasWhatItAnswers(call))
            yield return $"ok {row}, decoded";
        if (call is { Native: null, Wire.IsOk: true } && HasWhatItAnswers(call) && IsKept(call))
            yield return $"ok {row}, decoded as it was sent";
    }

    /// <summary>Whether C cannot express the value itself, which is returned in another encoding.</summary>
    private static bool IsKept(Call call)
    {
        using var arguments = JsonDocument.Parse(call.Arguments);
        return IsValueAlone(arguments)
            && !Cbor.FromJson(arguments.RootElement.GetProperty("value").GetRawText()).AsSpan().SequenceEqual(Cbor.Shortest(call.Wire!.Result));
    }

    private static bool IsValueAlone(JsonDocument arguments) =>
        arguments.RootElement.EnumerateObject().Select(argument => argument.Name).SequenceEqual(["value"]);

    /// <summary>Whether the single argument of the request could also be a reply.</summary>
    private static bool HasWhatItAnswers(Call call)
    {
        using var arguments = JsonDocument.Parse(call.Arguments);
        return call.Wire!.IsOk || (call.Method.StartsWith("keep_", StringComparison.Ordinal) && IsValueAlone(arguments));
    }

    private static IEnumerable<string> LinesOfCalls(Case row) =>
        from item in row.Calls.Select((call, index) => (Call: call, Line: $"ok {row}: {index + 1}, {call.Method}"))
        from line in item.Call.Method == "$release"
            ? [item.Line]
            : s_forms.Select(form => item.Line + form)
                .Concat(item.Call is { Keep: null, Wire.IsOk: true } ? [$"{item.Line}, decoded"] : [])
                .Concat(item.Call.Events.Keys.Select(name => $"{item.Line}: {name}, decoded"))
        select line;

    /// <summary>Compares byte by byte, because the encoding of a reply is deterministic.</summary>
    private static void AssertEnding(Ending expected, Frame reply)
    {
        if (!expected.IsOk)
        {
            Expect.Refused(StatusOf(expected), expected.Error, reply);
            return;
        }

        Assert.True(reply.Status == Status.Ok, $"expected {expected.Result}\ngot      {reply}");
        Assert.True(reply.Body.AsSpan().SequenceEqual(Cbor.Shortest(expected.Result)), $"expected {expected.Result}\ngot      {reply}, {Convert.ToHexString(reply.Body)}");
    }

    private static async Task AssertEventsAsync(WireClient client, Call call)
    {
        var awaited = call.Events.ToDictionary();
        while (awaited.Count > 0)
        {
            if (client.Events.Count == 0)
                client.Events.Add(await client.FrameAsync());

            var frame = client.Events[0];
            client.Events.RemoveAt(0);
            Assert.True(frame.Status == EventStatus.Event, frame.ToString());
            var match = awaited.SingleOrDefault(item => frame.Body.AsSpan().SequenceEqual(
                Cbor.Shortest($$"""{"event": "{{item.Key}}", "lost": 0, "payload": {{item.Value}}}""")));
            Assert.True(match.Key is not null, $"no such event was expected: {frame}");
            awaited.Remove(match.Key);
        }
    }

    private static Status StatusOf(Ending ending) => Enum.Parse<Status>(ending.Status.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private static string WithHandle(string arguments, string handle) =>
        arguments == "{}" ? $$"""{"handle": {{handle}}}""" : $$"""{"handle": {{handle}}, {{arguments[1..]}}""";
}
