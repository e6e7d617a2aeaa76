using FixturesLibrary;
using Twofold.Generated.fixtures;
using Twofold.Hosting;
using Twofold.Protocol;
using Twofold.Tests.Support;
using static Twofold.Tests.Support.Wire;

namespace Twofold.Tests.Server;

/// <summary>The server's own work on a busy object is queued and does not block a thread of the server.</summary>
public sealed class BusyObjectSpecs : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly FixturesContext _context = new();

    public BusyObjectSpecs() => _context.Open(Fixtures.Create());

    public static TheoryData<Transport> Transports => OperatingSystem.IsLinux() ? [Transport.Epoll, Transport.Sockets] : [Transport.Sockets];

    public void Dispose()
    {
        _context.Dispose();
        _folder.Dispose();
    }

    [Theory, MemberData(nameof(Transports))]
    public void Subscribe_release_and_disconnect_do_not_block_other_peers(Transport transport) => Deadline.Run(() =>
    {
        var options = new ServerOptions { Transport = transport, Address = $"unix:{_folder.File("s")}" };
        using var server = SocketServer.Start(new FixturesService(_context), options);
        using var healthy = new TestClient(server.Address);
        using var busy = new TestClient(server.Address);
        var leaving = new TestClient(server.Address);
        Assert.Equal(0, busy.Call("open_session", Map(("name", "a"))).Status);
        Assert.Equal(0, leaving.Call("open_session", Map(("name", "b"))).Status);
        Assert.Equal(0, leaving.Call("$subscribe", Map(("event", "on_tick"))).Status);

        using var inside = new ManualResetEventSlim();
        using var end = new ManualResetEventSlim();
        var occupant = Deadline.Start(() => _context.Executor.RunExclusive(() =>
        {
            inside.Set();
            end.Wait();
        }));
        Deadline.Wait(inside);

        busy.Send("$subscribe", Map(("event", "on_tick")));
        busy.Send("$release", Map(("handle", 1)));
        leaving.Dispose();
        for (var i = 0; i < 100; i++)
            Assert.Equal("42", $"{healthy.Call("twice", Map(("value", 21))).Read().ReadInt32()}");

        end.Set();
        occupant.Wait();
        Assert.Equal(0, busy.Read().Status);
        Assert.Equal(0, busy.Read().Status);
        Deadline.Until(() => healthy.Call("count_sessions", Map()).Read().ReadInt32() == 0, "both sessions are disposed of");
    });
}
