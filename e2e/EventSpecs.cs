using System.Text.Json;
using Twofold.E2E.Cases;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>Events go only to connections that subscribed. Other specs may call echo at the same time.</summary>
public sealed class EventSpecs(RunningServers servers) : ServerSpecs(servers)
{
    private const string EchoFired = """{"event": "on_echo_fired"}""";
    private const string JobScheduled = """{"event": "on_job_scheduled"}""";

    private readonly string _message = $"event of {Guid.NewGuid()}";

    [Theory, MemberData(nameof(Rows.Servers), MemberType = typeof(Rows))]
    public async Task The_event_of_a_call_comes_before_its_reply(string server, string transport)
    {
        using var client = await ConnectAsync(server, transport);
        Expect.Ok("null", await client.CallAsync("$subscribe", EchoFired));

        await EchoAsync(client);

        using var pushed = JsonDocument.Parse(Assert.Single(Mine(client.Events)).Content);
        var count = pushed.RootElement.GetProperty("payload").GetProperty("echoCount").GetInt64();
        Assert.True(count > 0, $"echoCount is {count}");
        Expect.SameJson(
            $$$"""{"event": "on_echo_fired", "lost": 0, "payload": {"message": "{{{_message}}}", "echoCount": {{{count}}}}}""",
            pushed.RootElement.GetRawText());
    }

    [Theory, MemberData(nameof(Rows.Servers), MemberType = typeof(Rows))]
    public async Task A_job_event_contains_the_plan(string server, string transport)
    {
        using var client = await ConnectAsync(server, transport);
        Expect.Ok("null", await client.CallAsync("$subscribe", JobScheduled));

        await client.CallAsync("schedule", $$"""
            {
              "job": {"name": "{{_message}}", "payload": [], "priority": "low"},
              "retry": {"maxAttempts": 1, "backoffMs": 0, "retryOn": []},
              "schedule": {"startAtMs": 0, "intervalMs": 20000}
            }
            """);

        Expect.SameJson(
            $$$"""{"event": "on_job_scheduled", "lost": 0, "payload": {"jobId": "{{{TimerName}}}:{{{_message}}}", "willRunCount": 3}}""",
            Assert.Single(Mine(client.Events)).Content);
    }

    [Theory, MemberData(nameof(Rows.Servers), MemberType = typeof(Rows))]
    public async Task An_event_reaches_every_connection_that_asked(string server, string transport)
    {
        using var caller = await ConnectAsync(server, transport);
        using var first = await ConnectAsync(server, transport);
        using var second = await ConnectAsync(server, transport);
        await first.CallAsync("$subscribe", EchoFired);
        await second.CallAsync("$subscribe", EchoFired);

        await EchoAsync(caller);

        foreach (var listener in new[] { first, second })
        {
            Frame frame;
            do
                frame = await listener.FrameAsync();
            while (Mine([frame]).Count == 0);

            Assert.Equal(EventStatus.Event, frame.Status);
        }
    }

    [Theory, MemberData(nameof(Rows.Servers), MemberType = typeof(Rows))]
    public async Task A_connection_that_did_not_ask_gets_none(string server, string transport)
    {
        using var asked = await ConnectAsync(server, transport);
        using var other = await ConnectAsync(server, transport);
        await asked.CallAsync("$subscribe", EchoFired);
        await other.CallAsync("$subscribe", JobScheduled);

        await EchoAsync(other);
        await EchoAsync(asked);
        await other.CallAsync("version");

        Assert.Empty(Mine(other.Events));
        Assert.NotEmpty(Mine(asked.Events));
    }

    [Theory, MemberData(nameof(Rows.Servers), MemberType = typeof(Rows))]
    public async Task An_unsubscribed_connection_gets_no_more(string server, string transport)
    {
        using var client = await ConnectAsync(server, transport);
        await client.CallAsync("$subscribe", EchoFired);
        await EchoAsync(client);
        Expect.Ok("null", await client.CallAsync("$unsubscribe", EchoFired));
        client.Events.Clear();

        await EchoAsync(client);
        await client.CallAsync("version");

        Assert.Empty(client.Events);
    }

    [Theory, MemberData(nameof(Rows.Servers), MemberType = typeof(Rows))]
    public async Task A_subscriber_that_leaves_affects_no_other_client(string server, string transport)
    {
        using var caller = await ConnectAsync(server, transport);
        using (var listener = await ConnectAsync(server, transport))
            await listener.CallAsync("$subscribe", EchoFired);

        await EchoAsync(caller);
        await EchoAsync(caller);
    }

    private async Task EchoAsync(WireClient client) => Expect.Ok(
        $$"""{"echoed": "{{_message}}", "timerName": "{{TimerName}}"}""",
        await client.CallAsync("echo", $$$"""{"req": {"message": "{{{_message}}}", "delayMs": 1}}"""));

    private List<Frame> Mine(IEnumerable<Frame> frames) =>
        [.. frames.Where(frame => frame.Content.Contains(_message, StringComparison.Ordinal))];
}
