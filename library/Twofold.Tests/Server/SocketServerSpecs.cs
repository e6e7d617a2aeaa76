using System.Net.Sockets;
using MyTimerLibrary;
using Twofold.Generated.my_timer;
using Twofold.Hosting;
using Twofold.Protocol;
using Twofold.Tests.Support;
using static Twofold.Tests.Support.Wire;

namespace Twofold.Tests.Server;

/// <summary>Serves MyTimer over real sockets.</summary>
public abstract class SocketServerSpecs : IDisposable
{
    private readonly Transport _transport;
    private readonly TestFolder _folder = new();
    private readonly MyTimerContext _timer = new();

    protected SocketServerSpecs(Transport transport)
    {
        _transport = transport;
        _timer.Open(Deadline.Wait(MyTimer.CreateAsync(new Config("t")).AsTask()));
    }

    public static TheoryData<string> Addresses => ["unix", "tcp:127.0.0.1:0", "tcp:[::1]:0", "tcp:localhost:0"];

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _timer.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public void A_server_answers_as_soon_as_it_has_an_address(string address) => Deadline.Run(() =>
    {
        using var server = Start(address);
        Assert.False(server.Address.EndsWith(":0", StringComparison.Ordinal));
        using var client = new TestClient(server.Address);
        Assert.Equal("csharp-timer v0.1.0", client.Call("version", Map()).Read().ReadTextString());
        Assert.Equal("my_timer 0.1.0", client.Call("lib_version", Map()).Read().ReadTextString());
    });

    [Fact]
    public void Replies_arrive_in_order_and_an_event_before_the_reply_of_its_call() => Deadline.Run(() =>
    {
        using var server = Start("unix");
        using var client = new TestClient(server.Address);
        client.Send([
            .. Wire.Request("$subscribe", Map(("event", "on_echo_fired"))),
            .. Echo("slow", 30), .. Echo("fast", 0), .. Wire.Request("nope", Map()), .. Echo("too slow", 5001),
        ]);

        var frames = Enumerable.Range(0, 7).Select(_ => client.Read()).ToList();
        Assert.Equal(
            ["F6", "slow", "fast", "unknown method \"nope\"", "delayMs must be between 0 and 5000, got 5001"],
            frames.Where(frame => frame.Status >= 0).Select(frame => frame.Status > 0
                ? frame.Text
                : frame.Body.Length == 1 ? Convert.ToHexString(frame.Body) : Echoed(frame)));
        var events = frames.Select((frame, index) => (frame, index)).Where(pair => pair.frame.Status == -1).ToList();
        Assert.Equal(2, events.Count);
        Assert.True(events[1].index < frames.FindIndex(frame => frame.Status == 0 && frame.Body.Length > 1));
    });

    [Fact]
    public void A_peer_that_has_ended_its_input_still_gets_its_replies() => Deadline.Run(() =>
    {
        using var server = Start("unix");
        for (var i = 0; i < 200; i++)
        {
            using var client = new TestClient(server.Address);
            client.Send([.. Echo("slow", 1), .. Echo("fast", 0)]);
            client.EndInput();
            Assert.Equal("slow", Echoed(client.Read()));
            Assert.Equal("fast", Echoed(client.Read()));
            Assert.True(client.IsAtEnd());
        }
    });

    [Fact]
    public void A_reply_that_completes_while_the_connection_is_busy_is_sent() => Deadline.Run(() =>
    {
        using var server = SocketServer.Start(new ScriptedService(), new ServerOptions { Transport = _transport, Address = $"unix:{_folder.File("s")}" });
        using var client = new TestClient(server.Address);
        var request = Wire.Request("soon", (object?)null);
        for (var i = 0; i < 20_000; i++)
        {
            client.Send(request);
            Assert.Equal("soon", client.Read().Read().ReadTextString());
        }
    });

    [Theory]
    [InlineData("unix")]
    [InlineData("tcp:127.0.0.1:0")]
    public void A_peer_that_pipelines_many_requests_and_reads_late_gets_every_reply(string address) => Deadline.Run(() =>
    {
        // Far more than the socket buffers hold, so the server stops and resumes reading many times.
        const int Requests = 20_000;
        using var server = Start(address, options => options with { MaxUnreadBytes = 10_000, MaxInFlight = 16 });
        using var client = new TestClient(server.Address);
        var message = new string('x', 200);
        var sending = Deadline.Start(() =>
        {
            byte[] batch = [.. Enumerable.Repeat(Echo(message, 0), 100).SelectMany(bytes => bytes)];
            for (var i = 0; i < Requests; i += 100)
                client.Send(batch);
            client.EndInput();
        });
        for (var i = 0; i < Requests; i++)
            Assert.Equal(0, client.Read().Status);
        Assert.True(client.IsAtEnd());
        sending.Wait();
    });

    [Fact]
    public void A_peer_that_disconnects_in_the_middle_of_a_frame_does_not_affect_other_peers() => Deadline.Run(() =>
    {
        using var server = Start("tcp:127.0.0.1:0");
        using var steady = new TestClient(server.Address);
        for (var i = 0; i < 100; i++)
        {
            using (var rude = new TestClient(server.Address))
                rude.Send([.. Wire.Request("$subscribe", Map(("event", "on_echo_fired"))), .. Echo("x", 1), .. Echo("y", 0), .. Echo("z", 0)[..^3]]);

            Assert.Equal("still here", Echoed(steady.Call("echo", Map(("req", Map(("message", "still here"), ("delayMs", 0)))))));
        }

        // The server removes the listeners of peers that have disconnected.
        Deadline.Until(() => !HasListeners(), "the listeners of disconnected peers are removed");
    });

    [Fact]
    public void TOO_LARGE_is_answered_and_then_the_connection_is_closed() => Deadline.Run(() =>
    {
        using var server = Start("unix");
        using var client = new TestClient(server.Address);
        client.Send([.. Echo("x", 0), .. Length(uint.MaxValue), 1, 2, 3]);
        Assert.Equal("x", Echoed(client.Read()));
        Assert.Equal("7 method name of 4294967295 bytes exceeds the limit of 255", client.Read().ToString());
        Assert.True(client.IsAtEnd());
    });

    [Fact]
    public void A_connection_over_the_limit_gets_an_error_and_is_closed() => Deadline.Run(() =>
    {
        using var server = Start("unix", options => options with { MaxConnections = 2 });
        using var first = new TestClient(server.Address);
        using (var second = new TestClient(server.Address))
        {
            Assert.Equal(0, first.Call("version", Map()).Status);
            Assert.Equal(0, second.Call("version", Map()).Status);
            using var third = new TestClient(server.Address);
            Assert.Equal("9 connection limit (2) reached", third.Read().ToString());
            Assert.True(third.IsAtEnd());
        }

        Deadline.Until(() => IsServed(server.Address), "the connection of the second peer is free again");
    });

    private static bool IsServed(string address)
    {
        try
        {
            using var client = new TestClient(address);
            return client.Call("version", Map()).Status == 0;
        }
        catch (SocketException)
        {
            // Rejected and closed before the request was sent.
            return false;
        }
    }

    [Fact]
    public void Many_subscribed_peers_get_every_event_in_order() => Deadline.Run(() =>
    {
        using var server = Start("unix");
        using var caller = new TestClient(server.Address);
        var listeners = Enumerable.Range(0, 10).Select(_ => new TestClient(server.Address)).ToList();
        foreach (var listener in listeners)
            Assert.Equal(0, listener.Call("$subscribe", Map(("event", "on_job_scheduled"))).Status);

        for (var i = 0; i < 100; i++)
            caller.Send(Schedule($"job {i}"));
        for (var i = 0; i < 100; i++)
            Assert.Equal(0, caller.Read().Status);
        foreach (var listener in listeners)
        {
            for (var i = 0; i < 100; i++)
                Assert.Equal(Wire.Encode(Map(("event", "on_job_scheduled"), ("lost", 0), ("payload", Map(("jobId", $"t:job {i}"), ("willRunCount", 1))))), listener.Read().Body);
            listener.Dispose();
        }
    });

    private SocketServer Start(string address, Func<ServerOptions, ServerOptions>? change = null)
    {
        var options = new ServerOptions { Transport = _transport, Address = address == "unix" ? $"unix:{_folder.File("s")}" : address };
        return SocketServer.Start(new MyTimerService(_timer), change is null ? options : change(options));
    }

    private bool HasListeners()
    {
        // Ids are assigned in ascending order, so every earlier id is below the next one.
        var next = _timer.source_on_echo_fired.Add(new Calls.TypedListener<EchoEvent>());
        _timer.RemoveListener(next);
        return Enumerable.Range(1, (int)next).Any(id => _timer.CountLost((ulong)id) is not null);
    }

    private static byte[] Echo(string message, int delayMs) => Wire.Request("echo", Map(("req", Map(("message", message), ("delayMs", delayMs)))));

    private static byte[] Schedule(string name) => Wire.Request("schedule", Map(
        ("job", Map(("name", name), ("payload", List()), ("priority", "low"))),
        ("retry", Map(("maxAttempts", 1), ("backoffMs", 0), ("retryOn", List()))),
        ("schedule", Map(("startAtMs", 0), ("intervalMs", 0)))));

    private static string Echoed(Reply reply)
    {
        var reader = reply.Read();
        reader.ReadStartMap();
        Assert.Equal("echoed", reader.ReadTextString());
        return reader.ReadTextString();
    }
}

/// <summary>Through the epoll loop.</summary>
public sealed class EpollSpecs() : SocketServerSpecs(Transport.Epoll);

/// <summary>Through System.Net.Sockets.</summary>
public sealed class SocketsSpecs() : SocketServerSpecs(Transport.Sockets);
