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
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the epoll transport needs Linux");
        using var started = new ManualResetEventSlim();
        using var everybodyHasSent = new ManualResetEventSlim();
        using var smallIsAnswered = new ManualResetEventSlim();
        var service = new ScriptedService();
        using var server = SocketServer.Start(
            service, new ServerOptions { Transport = Transport.Epoll, Address = $"unix:{_folder.File("s")}" });
        var clients = Enumerable.Range(0, Greedy + 2).Select(_ => new TestClient(server.Address)).ToList();
        clients.ForEach(client => client.Send("big"));
        clients.ForEach(client => client.Read());

        // The first request holds the loop until all the others have arrived, so that it finds them at the same time.
        service.OnSay = () =>
        {
            started.Set();
            Assert.True(everybodyHasSent.Wait(Deadline.Patience));
        };
        clients[0].Send("say");
        Assert.True(started.Wait(Deadline.Patience));
        service.OnSay = () => Assert.True(smallIsAnswered.Wait(Deadline.Patience));
        foreach (var client in clients[1..^1])
            client.Send(Wire.Request("say", new byte[Large]));
        clients[^1].Send("big");
        everybodyHasSent.Set();

        Assert.Equal(0, clients[^1].Read().Status);
        smallIsAnswered.Set();
        foreach (var client in clients[..^1])
            Assert.Equal(0, client.Read().Status);

        clients.ForEach(client => client.Dispose());
    });
}
