using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Twofold.Tests.Support;
using Xunit;

namespace Twofold.E2E;

/// <summary>The messages of running servers match the printed schemas.</summary>
public sealed class SchemaSpecs(RunningServers servers) : ServerSpecs(servers)
{
    private static readonly CddlSchema s_schema = new(File.ReadAllText(Repo.At("library/MyTimer/include/my_timer.cddl")));

    private static readonly string[] s_hellos = ["{}", """{"token": "any"}"""];

    // Together these calls raise every event.
    private static readonly string[] s_raising = ["echo", "schedule"];

    public static IEnumerable<TheoryDataRow<string, string, string>> Calls => Rows.WithServers("call", ReplyCases.ByName.Keys);

    public static IEnumerable<TheoryDataRow<string, string, string>> Events =>
        Rows.WithServers("event", ["on_echo_fired", "on_job_scheduled"]);

    public static IEnumerable<TheoryDataRow<string, string, string>> Hellos => Rows.WithServeHosts("hello", s_hellos);

    [Theory, MemberData(nameof(Calls))]
    public async Task A_reply_matches_the_schema(string server, string transport, string call)
    {
        var sent = ReplyCases.ByName[call];
        using var client = await ConnectAsync(server, transport);

        await client.SendAsync(Frame.Request(sent.Method, sent.Payload));

        AssertIs($"{sent.Method}-reply", await client.ReplyAsync());
    }

    [Theory, MemberData(nameof(Hellos))]
    public async Task A_hello_and_its_reply_match_the_schema(string server, string transport, string hello)
    {
        using var client = await ConnectAsync(server, transport);

        Assert.True(s_schema.Accepts("hello-control-request", Cbor.FromJson(hello)));
        AssertIs("hello-control-response", await client.CallAsync("$hello", hello));
    }

    [Theory, MemberData(nameof(Events))]
    public async Task An_event_matches_the_schema(string server, string transport, string @event)
    {
        using var client = await ConnectAsync(server, transport);
        Expect.Ok("null", await client.CallAsync("$subscribe", $$"""{"event": "{{@event}}"}"""));

        foreach (var method in s_raising)
        {
            var call = ReplyCases.ByName.Values.First(row => row.Method == method);
            await client.SendAsync(Frame.Request(call.Method, call.Payload));
        }

        AssertIs($"{@event}-event", await EventAsync(client));
    }

    [Fact]
    public async Task Requests_and_replies_of_every_shape_match_the_schema()
    {
        await using var host = await RunningFixtures.StartAsync();
        using var client = await WireClient.ConnectAsync(host.Address);
        var schema = new CddlSchema(await File.ReadAllTextAsync(Repo.At("artifacts/fixtures/share/fixtures/fixtures.cddl"), TestContext.Current.CancellationToken));

        // Only keys that a method reads, so that C can express it too.
        foreach (var row in FixtureTable.Singles.Values.Where(row => row.Calls[0] is { Wire.IsOk: true, Native: not null }))
        {
            var call = row.Calls[0];
            var request = Cbor.FromJson(call.Arguments);
            await client.SendAsync(Frame.Request(call.Method, request));
            var reply = await client.ReplyAsync();
            Assert.True(schema.Accepts($"{call.Method}-call", request), $"{row}: {call.Arguments}");
            Assert.True(schema.Accepts($"{call.Method}-reply", reply.Body), $"{row}: {reply}");
        }
    }

    [Fact]
    public async Task Events_of_every_shape_match_the_schema()
    {
        await using var host = await RunningFixtures.StartAsync();
        using var client = await WireClient.ConnectAsync(host.Address);
        var schema = new CddlSchema(await File.ReadAllTextAsync(Repo.At("artifacts/fixtures/share/fixtures/fixtures.cddl"), TestContext.Current.CancellationToken));

        foreach (var call in FixtureTable.Sequences.Values.SelectMany(row => row.Calls))
        {
            foreach (var name in call.Events.Keys)
            {
                Expect.Ok("null", await client.CallAsync("$subscribe", $$"""{"event": "{{name}}"}"""));
                Assert.Equal(Status.Ok, (await client.CallAsync(call.Method, call.Arguments)).Status);
                var frame = client.Events.Count > 0 ? client.Events[0] : await EventAsync(client);
                client.Events.Clear();
                Assert.True(schema.Accepts($"{name}-event", frame.Body), $"{name}: {frame}");
                Expect.Ok("null", await client.CallAsync("$unsubscribe", $$"""{"event": "{{name}}"}"""));
            }
        }
    }

    private static async Task<Frame> EventAsync(WireClient client)
    {
        while (true)
        {
            var frame = await client.FrameAsync();
            if (frame.Status == EventStatus.Event)
                return frame;
        }
    }

    private static void AssertIs(string rule, Frame frame) =>
        Assert.True(s_schema.Accepts(rule, frame.Body), $"no {rule}: {frame}");
}
