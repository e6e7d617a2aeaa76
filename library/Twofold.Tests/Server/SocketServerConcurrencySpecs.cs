using System.Diagnostics;
using MyTimerLibrary;
using Twofold.Generated.my_timer;
using Twofold.Hosting;
using Twofold.Protocol;
using Twofold.Tests.Support;
using static Twofold.Tests.Support.Wire;

namespace Twofold.Tests.Server;

/// <summary>Many peers with slow calls at once.</summary>
public abstract class SocketServerConcurrencySpecs : IDisposable
{
    private const int Peers = 1_000;

    private readonly Transport _transport;
    private readonly ITestOutputHelper _output;
    private readonly TestFolder _folder = new();
    private readonly MyTimerContext _timer = new();

    protected SocketServerConcurrencySpecs(Transport transport, ITestOutputHelper output)
    {
        _transport = transport;
        _output = output;
        _timer.Open(Deadline.Wait(MyTimer.CreateAsync(new Config("t")).AsTask()));
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _timer.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_thousand_peers_with_slow_calls_are_served_concurrently_and_each_in_order() => Deadline.Run(() =>
    {
        // Run one after the other, the calls would take four minutes.
        const int Delay = 250;
        using var server = SocketServer.Start(
            new MyTimerService(_timer), new ServerOptions { Transport = _transport, Address = $"unix:{_folder.File("s")}" });
        var clients = new List<TestClient>();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Peers; i++)
        {
            clients.Add(new TestClient(server.Address));
            clients[i].Send([.. Echo($"slow {i}", Delay), .. Echo($"fast {i}", 0), .. Echo($"less slow {i}", Delay / 10), .. Wire.Request("nope", Map())]);
        }

        for (var i = 0; i < Peers; i++)
        {
            Assert.Equal([$"slow {i}", $"fast {i}", $"less slow {i}"], Enumerable.Range(0, 3).Select(_ => Echoed(clients[i].Read())));
            Assert.Equal("6 unknown method \"nope\"", clients[i].Read().ToString());
        }

        _output.WriteLine($"{_transport}: {4 * Peers} calls of {Peers} peers, {Peers} of them with a delay of {Delay} ms, took {clock.ElapsedMilliseconds} ms");
        clients.ForEach(client => client.Dispose());
    });

    private static byte[] Echo(string message, int delayMs) => Wire.Request("echo", Map(("req", Map(("message", message), ("delayMs", delayMs)))));

    private static string Echoed(Reply reply)
    {
        var reader = reply.Read();
        reader.ReadStartMap();
        Assert.Equal("echoed", reader.ReadTextString());
        return reader.ReadTextString();
    }
}

/// <summary>Through the epoll loop.</summary>
public sealed class EpollConcurrencySpecs(ITestOutputHelper output) : SocketServerConcurrencySpecs(Transport.Epoll, output);

/// <summary>Through System.Net.Sockets.</summary>
public sealed class SocketsConcurrencySpecs(ITestOutputHelper output) : SocketServerConcurrencySpecs(Transport.Sockets, output);
