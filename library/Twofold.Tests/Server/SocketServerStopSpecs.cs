using Twofold.Hosting;
using Twofold.Protocol;
using Twofold.Tests.Support;

namespace Twofold.Tests.Server;

public abstract class SocketServerStopSpecs(Transport transport) : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly ScriptedService _service = new();

    private string Path => _folder.File("s");

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _folder.Dispose();
    }

    [Fact]
    public void Stop_closes_idle_connections_and_the_listener() => Deadline.Run(() =>
    {
        var server = Start();
        using var client = new TestClient(server.Address);
        Assert.Equal("x", client.Call("say", "x").Read().ReadTextString());
        var stop = Deadline.Start(() => server.Stop());
        Assert.True(client.IsAtEnd());
        client.Dispose();
        stop.Wait();
        Assert.Throws<System.Net.Sockets.SocketException>(() => new TestClient(server.Address));
    });

    [Fact]
    public void Stop_waits_for_a_peer_that_may_not_have_read_its_reply() => Deadline.Run(() =>
    {
        var server = Start(options => options with { DrainTimeout = TimeSpan.FromHours(1), LingerTime = TimeSpan.FromHours(1) });
        using var client = new TestClient(server.Address);
        Assert.Equal("x", client.Call("say", "x").Read().ReadTextString());
        var stop = Deadline.Start(() => server.Stop());
        Assert.True(client.IsAtEnd());
        Deadline.Until(() => stop.IsBlocked, "it waits");
        client.Dispose();
        stop.Wait();
    });

    [Fact]
    public void Stop_waits_for_calls_in_flight_and_answers_them() => Deadline.Run(() =>
    {
        var server = Start();
        using var client = new TestClient(server.Address);
        client.Send("slow");
        client.Send("say", "second");
        Deadline.Until(() => _service.Waiting == 1, "the slow call is in flight");
        var stop = Deadline.Start(() => server.Stop());
        Deadline.Until(() => !File.Exists(Path), "the server no longer listens");
        _service.Finish("first");
        Assert.Equal("first", client.Read().Read().ReadTextString());
        Assert.Equal("second", client.Read().Read().ReadTextString());
        Assert.True(client.IsAtEnd());
        client.Dispose();
        stop.Wait();
    });

    [Fact]
    public void A_call_that_exceeds_the_drain_timeout_is_aborted() => Deadline.Run(() =>
    {
        var server = Start(options => options with { DrainTimeout = TimeSpan.FromMilliseconds(20) });
        using var client = new TestClient(server.Address);
        client.Send("slow");
        Deadline.Until(() => _service.Waiting == 1, "the slow call is in flight");
        server.Stop();
        Assert.True(client.IsAtEnd());
        _service.Finish("too late");
    });

    [Fact]
    public void A_host_can_cut_the_drain_short() => Deadline.Run(() =>
    {
        var server = Start(options => options with { DrainTimeout = TimeSpan.FromHours(1) });
        using var client = new TestClient(server.Address);
        client.Send("slow");
        Deadline.Until(() => _service.Waiting == 1, "the slow call is in flight");
        server.Stop(new CancellationToken(canceled: true));
        Assert.True(client.IsAtEnd());
    });

    [Fact]
    public void A_peer_that_neither_reads_nor_leaves_is_closed_at_the_end_of_the_drain() => Deadline.Run(() =>
    {
        var server = Start(options => options with { DrainTimeout = TimeSpan.FromMilliseconds(20) });
        using var client = new TestClient(server.Address);
        byte[] many = [.. Enumerable.Repeat(Wire.Request("big", (object?)null), 5_000).SelectMany(bytes => bytes)];
        client.Send(many);
        Deadline.Until(() => _service.Calls > 1000, "the server is under load");
        server.Stop();
    });

    [Fact]
    public void Another_server_can_use_the_path_while_the_first_one_drains() => Deadline.Run(() =>
    {
        var server = Start();
        using var client = new TestClient(server.Address);
        client.Send("slow");
        Deadline.Until(() => _service.Waiting == 1, "the slow call is in flight");
        var stop = Deadline.Start(() => server.Stop());
        Deadline.Until(() => !File.Exists(Path), "the path is free while the call is in flight");

        using var next = Start();
        _service.Finish("done");
        Assert.Equal("done", client.Read().Read().ReadTextString());
        client.Dispose();
        stop.Wait();
        using var newcomer = new TestClient(next.Address);
        Assert.Equal("x", newcomer.Call("say", "x").Read().ReadTextString());
        newcomer.Dispose();
    });

    [Fact]
    public void Stop_is_idempotent() => Deadline.Run(() =>
    {
        var server = Start();
        server.Stop();
        server.Stop();
        server.Dispose();
    });

    [Fact]
    public void A_second_thread_that_calls_Stop_also_waits_for_the_end() => Deadline.Run(() =>
    {
        var server = Start();
        using var client = new TestClient(server.Address);
        client.Send("slow");
        Deadline.Until(() => _service.Waiting == 1, "the slow call is in flight");
        var first = Deadline.Start(() => server.Stop());
        Deadline.Until(() => !File.Exists(Path), "the server no longer listens");
        var second = Deadline.Start(() =>
        {
            server.Stop();
            Assert.Equal(0, _service.Waiting);
        });
        Deadline.Until(() => second.IsBlocked, "the second waits");
        _service.Finish("done");
        Assert.Equal("done", client.Read().Read().ReadTextString());
        client.Dispose();
        first.Wait();
        second.Wait();
    });

    [Fact]
    public void A_served_method_can_stop_the_server_and_is_still_answered() => Deadline.Run(() =>
    {
        var server = Start();
        _service.OnSay = server.Dispose;
        using var client = new TestClient(server.Address);
        Assert.Equal("bye", client.Call("say", "bye").Read().ReadTextString());
        Assert.True(client.IsAtEnd());
        client.Dispose();
        server.Stop();
        Assert.False(File.Exists(Path));
    });

    [Fact]
    public void Servers_start_and_stop_under_traffic_without_hanging() => Deadline.Run(() =>
    {
        for (var i = 0; i < 30; i++)
        {
            var server = Start(options => options with { DrainTimeout = TimeSpan.FromSeconds(5) });
            var clients = Enumerable.Range(0, 3).Select(_ => Deadline.Start(() =>
            {
                try
                {
                    using var client = new TestClient(server.Address);
                    while (true)
                        Assert.Equal("x", client.Call("say", "x").Read().ReadTextString());
                }
                catch (Exception e) when (e is System.Net.Sockets.SocketException or Xunit.Sdk.TrueException)
                {
                    // The server has stopped, possibly before this client connected.
                }
            })).ToList();
            var before = _service.Calls;
            Deadline.Until(() => _service.Calls > before + 10, "there is traffic");
            server.Stop();
            clients.ForEach(client => client.Wait());
        }
    });

    [Theory]
    [InlineData("unix")]
    [InlineData("tcp")]
    public void No_reply_is_lost_when_another_thread_stops_the_server_under_traffic(string scheme) => Deadline.Run(() =>
    {
        for (var round = 0; round < 50; round++)
        {
            var server = SocketServer.Start(
                _service, new ServerOptions { Transport = transport, Address = scheme == "unix" ? $"unix:{Path}" : "tcp:127.0.0.1:0" });
            var before = _service.Calls;
            var received = 0;
            var clients = Enumerable.Range(0, 4).Select(_ => new TestClient(server.Address)).Select((client, number) => Deadline.Start(() =>
            {
                using (client)
                    Interlocked.Add(ref received, CallToTheEnd(client, number % 2 == 0 ? "say" : "soon"));
            })).ToList();
            Deadline.Until(() => _service.Calls > before + 20, "there is traffic");
            server.Stop();
            clients.ForEach(client => client.Wait());
            Assert.Equal(_service.Calls - before, received);
        }
    });

    /// <summary>Keeps some requests in flight until the server closes, and returns the number of replies.</summary>
    private static int CallToTheEnd(TestClient client, string method)
    {
        byte[] batch = [.. Enumerable.Repeat(Wire.Request(method, "x"), 8).SelectMany(request => request)];
        var received = 0;
        while (true)
        {
            try
            {
                client.Send(batch);
            }
            catch (System.Net.Sockets.SocketException)
            {
                // The server has closed. Replies that it sent before still have to be read.
            }

            for (var i = 0; i < 8; i++)
            {
                if (client.ReadUnlessClosed() is not { } reply)
                    return received;

                Assert.Equal(0, reply.Status);
                received++;
            }
        }
    }

    private SocketServer Start(Func<ServerOptions, ServerOptions>? change = null)
    {
        var options = new ServerOptions { Transport = transport, Address = $"unix:{Path}" };
        return SocketServer.Start(_service, change is null ? options : change(options));
    }
}

/// <summary>Through the epoll loop.</summary>
public sealed class EpollStopSpecs() : SocketServerStopSpecs(Transport.Epoll);

/// <summary>Through System.Net.Sockets.</summary>
public sealed class SocketsStopSpecs() : SocketServerStopSpecs(Transport.Sockets);
