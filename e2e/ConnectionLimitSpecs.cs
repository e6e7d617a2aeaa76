using System.Text.Json;
using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>The flags that limit the number of connections, and how far each may run ahead.</summary>
public sealed class ConnectionLimitSpecs
{
    private const string Version = "\"csharp-timer v0.1.0\"";
    private const string EchoFired = """{"event": "on_echo_fired"}""";
    private const int Large = 32 * 1024;

    // Together less than FarAhead.
    private const int LargeEvents = 48;

    // Many times what the system buffers for a unix socket.
    private const long FarAhead = 2 << 20;

    private static readonly string[] s_sent = ["slow", "fast", "last"];

    private static readonly bool[] s_either = [false, true];

    // Requests over the limit: the second and the third; only the third; none.
    private static readonly (int Limit, string Order)[] s_orders = [(1, "slow, fast, last"), (2, "fast, slow, last"), (3, "fast, last, slow")];

    public static IEnumerable<TheoryDataRow<string, int, string>> InFlight =>
        from server in Rows.ServeHostNames
        from row in s_orders
        select new TheoryDataRow<string, int, string>(server, row.Limit, row.Order).WithTrait("server", server);

    public static IEnumerable<TheoryDataRow<string, bool>> Unread =>
        from server in Rows.ServeHostNames
        from isFarAhead in s_either
        select new TheoryDataRow<string, bool>(server, isFarAhead).WithTrait("server", server);

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task One_connection_more_than_the_limit_is_refused_until_another_leaves(string server)
    {
        await using var running = await StartAsync(server, "tcp:127.0.0.1:0", "--max-connections", "2");
        using var first = await WireClient.ConnectAsync(running.Address);
        using var second = await WireClient.ConnectAsync(running.Address);
        Expect.Ok(Version, await first.CallAsync("version"));
        Expect.Ok(Version, await second.CallAsync("version"));

        using (var third = await WireClient.ConnectAsync(running.Address))
        {
            Expect.Refused(Status.Unavailable, "connection limit (2) reached", await third.ReplyAsync());
            await third.ClosedAsync();
        }

        second.Dispose();
        await PlaceIsFreeAsync(running.Address);
        Expect.Ok(Version, await first.CallAsync("version"));
        await running.StopAfterAsync(first);
    }

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task A_refused_peer_that_has_already_sent_a_request_can_read_the_reason(string server)
    {
        await using var running = await StartAsync(server, "tcp:127.0.0.1:0", "--max-connections", "1");
        using var only = await WireClient.ConnectAsync(running.Address);
        Expect.Ok(Version, await only.CallAsync("version"));

        using var refused = await WireClient.ConnectAsync(running.Address);
        await refused.SendAsync(Frame.Request("version"), Frame.Request("version"));

        Expect.Refused(Status.Unavailable, "connection limit (1) reached", await refused.ReplyAsync());
        await refused.ClosedAsync();
        await running.StopAfterAsync(only, refused);
    }

    [Theory, MemberData(nameof(InFlight))]
    public async Task Requests_over_the_limit_in_flight_wait_for_the_first(string server, int limit, string order)
    {
        await using var running = await StartAsync(server, "tcp:127.0.0.1:0", "--max-in-flight", $"{limit}");

        Assert.Equal(order, await OrderOfThreeAsync(running.Address));

        await running.StopAsync();
    }

    [Theory, MemberData(nameof(Unread))]
    public async Task Events_that_a_peer_leaves_unread_are_kept_up_to_the_limit(string server, bool isFarAhead)
    {
        Requires.UnixSockets();
        using var folder = new TempFolder();
        await using var running = await StartAsync(
            server, $"unix:{folder.File("s")}", "--max-unread-bytes", isFarAhead ? $"{FarAhead}" : "65536");
        using var listener = await WireClient.ConnectAsync(running.Address);
        using var caller = await WireClient.ConnectAsync(running.Address);
        Expect.Ok("null", await listener.CallAsync("$subscribe", EchoFired));

        for (var call = 0; call < LargeEvents; call++)
            Assert.Equal(Status.Ok, (await caller.CallAsync("echo", Echo(new string('x', Large)))).Status);

        // The reply comes after all events that were kept. The next event has the number of those that were dropped.
        Expect.Ok(Version, await listener.CallAsync("version"));
        await caller.CallAsync("echo", Echo("last"));
        var lost = Lost(await listener.FrameAsync());
        Assert.Equal(LargeEvents, listener.Events.Count + lost);
        Assert.True(isFarAhead ? lost == 0 : lost > LargeEvents / 2, $"lost {lost} of {LargeEvents}");
        await running.StopAfterAsync(listener, caller);
    }

    [Theory, MemberData(nameof(Unread))]
    public async Task A_peer_that_leaves_its_replies_unread_is_read_up_to_the_limit(string server, bool isFarAhead)
    {
        Requires.UnixSockets();
        using var folder = new TempFolder();
        await using var running = await StartAsync(
            server, $"unix:{folder.File("s")}", "--max-unread-bytes", isFarAhead ? $"{FarAhead}" : "65536", "--progress-timeout-ms", "1000");
        using var deaf = await WireClient.ConnectAsync(running.Address);

        var taken = await deaf.SendUntilClosedAsync(Frame.Request("echo", Echo(new string('x', Large))));

        Assert.True(isFarAhead ? taken >= FarAhead : taken < FarAhead / 2, $"{taken} bytes of requests were taken");
        await Expect.HealthyAsync(running.Address);
        await running.StopAfterAsync(deaf);
    }

    private static async Task<Server> StartAsync(string server, string address, params string[] flags) =>
        await Server.StartAsync(await Requires.ServerAsync(server), [.. flags, address]);

    /// <summary>The order in which three echoes of one connection end. The first takes longer than the others.</summary>
    private static async Task<string> OrderOfThreeAsync(string address)
    {
        using var listener = await WireClient.ConnectAsync(address);
        using var caller = await WireClient.ConnectAsync(address);
        Expect.Ok("null", await listener.CallAsync("$subscribe", EchoFired));

        await caller.SendAsync(Frame.Request("echo", Echo("slow", 500)), Frame.Request("echo", Echo("fast")), Frame.Request("echo", Echo("last")));

        var order = new List<string>();
        while (order.Count < 3)
            order.Add(Payload(await listener.FrameAsync()).GetProperty("message").GetString()!);

        foreach (var message in s_sent)
            Expect.Ok($$"""{"echoed": "{{message}}", "timerName": "ipc-server"}""", await caller.ReplyAsync());
        return string.Join(", ", order);
    }

    /// <summary>Connects until a connection is served: the server may notice a disconnect late.</summary>
    private static async Task PlaceIsFreeAsync(string address)
    {
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); waited.Elapsed < Deadline.Default;)
        {
            using var client = await WireClient.ConnectAsync(address);
            if ((await client.CallAsync("version")).Status == Status.Ok)
                return;
        }

        Assert.Fail("the place of a closed connection was not reused");
    }

    private static string Echo(string message, int delayMs = 0) =>
        $$$"""{"req": {"message": "{{{message}}}", "delayMs": {{{delayMs}}}}}""";

    private static int Lost(Frame frame) => JsonDocument.Parse(frame.Content).RootElement.GetProperty("lost").GetInt32();

    private static JsonElement Payload(Frame frame) => JsonDocument.Parse(frame.Content).RootElement.GetProperty("payload");
}
