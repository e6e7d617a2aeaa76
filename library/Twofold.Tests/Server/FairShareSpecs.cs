using Twofold.Hosting;
using Twofold.Protocol;
using Twofold.Tests.Support;

namespace Twofold.Tests.Server;

/// <summary>Peers that send much do not hold up those that send little.</summary>
public sealed class FairShareSpecs : IDisposable
{
    private const int Greedy = 100;
    private const int Large = 60_000;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_small_request_does_not_wait_for_large_requests_of_a_hundred_peers() => Deadline.Run(() =>
    {
        using var crowd = new Crowd(_folder.File("s"));
        crowd.Light.Send("big");
        crowd.ReleaseLoop();

        Assert.Equal(0, crowd.Light.Read().Status);
        crowd.ReleaseGreedy();
        crowd.ExpectGreedyAnswered();
    });

    [Fact]
    public void A_server_that_stops_answers_the_large_requests_that_wait_for_their_turn() => Deadline.Run(() =>
    {
        using var crowd = new Crowd(_folder.File("s"));
        crowd.ReleaseLoop();
        Deadline.Until(() => crowd.HasGreedyBegun, "the first large request runs, and the others wait");
        var stop = Deadline.Start(() => crowd.Server.Stop());
        Deadline.Until(() => stop.IsBlocked, "it waits");

        crowd.ReleaseGreedy();
        crowd.ExpectGreedyAnswered();
        crowd.Leave();
        stop.Wait();
    });

    [Theory, InlineData(Transport.Epoll), InlineData(Transport.Sockets)]
    public void A_request_over_64_KiB_holds_up_only_those_behind_it_on_its_connection(Transport transport) => Deadline.Run(() =>
    {
        using var held = new Held(transport, _folder.File("s"));
        using var other = new TestClient(held.Server.Address);
        held.Greedy.Send(Wire.Request("throw", []));
        Assert.Equal(0, other.Call("big").Status);
        Assert.Equal(2, held.Service.Calls);

        held.Release();
        Assert.Equal(Held.Payload, held.Greedy.Read().Body);
        Assert.Equal("10 InvalidOperationException: unexpected", held.Greedy.Read().ToString());
    });

    [Theory, InlineData(Transport.Epoll), InlineData(Transport.Sockets)]
    public void A_peer_that_leaves_while_its_large_request_runs_costs_nobody_anything(Transport transport) => Deadline.Run(() =>
    {
        using var held = new Held(transport, _folder.File("s"));
        held.Greedy.Dispose();
        held.Release();
        using var next = new TestClient(held.Server.Address);
        next.Send(Wire.Request("say", Held.Payload));
        Assert.Equal(0, next.Read().Status);
    });

    [Theory, InlineData(Transport.Epoll), InlineData(Transport.Sockets)]
    public void A_server_that_stops_answers_a_large_request_that_runs(Transport transport) => Deadline.Run(() =>
    {
        using var held = new Held(transport, _folder.File("s"));
        var stop = Deadline.Start(() => held.Server.Stop());
        Deadline.Until(() => stop.IsBlocked, "it waits");
        held.Release();
        Assert.Equal(Held.Payload, held.Greedy.Read().Body);
        Assert.True(held.Greedy.IsAtEnd());
        held.Greedy.Dispose();
        stop.Wait();
    });

    [Theory, InlineData(Transport.Epoll), InlineData(Transport.Sockets)]
    public void A_large_request_may_stop_its_server(Transport transport) => Deadline.Run(() =>
    {
        using var held = new Held(transport, _folder.File("s"));
        held.Service.AfterSay = () => held.Server.Stop();
        held.Release();
        Assert.Equal(0, held.Greedy.Read().Status);
        Assert.True(held.Greedy.IsAtEnd());
    });

    /// <summary>A server that runs a large request until it is released.</summary>
    private sealed class Held : IDisposable
    {
        // Less than the buffer of a socket, so that sending does not wait for the server.
        public static readonly byte[] Payload = Wire.Encode(new string('x', 70_000));

        private readonly ManualResetEventSlim _mayEnd = new();

        public Held(Transport transport, string path)
        {
            Assert.SkipUnless(OperatingSystem.IsLinux() || transport != Transport.Epoll, "the epoll transport needs Linux");
            using var started = new ManualResetEventSlim();
            Service.OnSay = () =>
            {
                started.Set();
                Assert.True(_mayEnd.Wait(Deadline.Patience));
            };
            var hour = TimeSpan.FromHours(1);
            var options = new ServerOptions { Transport = transport, Address = $"unix:{path}", DrainTimeout = hour, FrameTimeout = hour };
            Server = SocketServer.Start(Service, options);
            Greedy = new TestClient(Server.Address);
            Greedy.Send(Wire.Request("say", Payload));
            Deadline.Wait(started);
            Service.OnSay = () => Assert.True(_mayEnd.Wait(Deadline.Patience));
        }

        public ScriptedService Service { get; } = new();

        public SocketServer Server { get; }

        public TestClient Greedy { get; }

        public void Release() => _mayEnd.Set();

        public void Dispose()
        {
            Release();
            Greedy.Dispose();
            Server.Dispose();
        }
    }

    /// <summary>Peers whose large requests reach a loop at the same time.</summary>
    private sealed class Crowd : IDisposable
    {
        private readonly ManualResetEventSlim _holds = new();
        private readonly ManualResetEventSlim _loop = new();
        private readonly ManualResetEventSlim _greedy = new();
        private readonly ManualResetEventSlim _hasBegun = new();
        private readonly List<TestClient> _clients;

        public Crowd(string path)
        {
            Assert.SkipUnless(OperatingSystem.IsLinux(), "the epoll transport needs Linux");
            var service = new ScriptedService();
            Server = SocketServer.Start(service, new ServerOptions { Transport = Transport.Epoll, Address = $"unix:{path}" });
            _clients = [.. Enumerable.Range(0, Greedy + 2).Select(_ => new TestClient(Server.Address))];
            _clients.ForEach(client => client.Send("big"));
            _clients.ForEach(client => client.Read());

            // The first request holds the loop until all the others have arrived.
            service.OnSay = () => Hold(_holds, _loop);
            _clients[0].Send("say");
            Assert.True(_holds.Wait(Deadline.Patience));
            service.OnSay = () => Hold(_hasBegun, _greedy);
            foreach (var client in _clients[1..^1])
                client.Send(Wire.Request("say", new byte[Large]));
        }

        public SocketServer Server { get; }

        public TestClient Light => _clients[^1];

        public bool HasGreedyBegun => _hasBegun.IsSet;

        public void ReleaseLoop() => _loop.Set();

        public void ReleaseGreedy() => _greedy.Set();

        public void ExpectGreedyAnswered() => _clients[..^1].ForEach(client => Assert.Equal(0, client.Read().Status));

        public void Leave() => _clients.ForEach(client => client.Dispose());

        public void Dispose()
        {
            ReleaseLoop();
            ReleaseGreedy();
            Leave();
            Server.Dispose();
        }

        private static void Hold(ManualResetEventSlim begun, ManualResetEventSlim mayEnd)
        {
            begun.Set();
            Assert.True(mayEnd.Wait(Deadline.Patience));
        }
    }
}
