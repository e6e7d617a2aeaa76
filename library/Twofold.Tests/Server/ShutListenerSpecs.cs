using System.Net.Sockets;
using System.Runtime.InteropServices;
using Twofold.Hosting;
using Twofold.Logging;
using Twofold.Protocol;
using Twofold.Tests.Logging;
using Twofold.Tests.Support;
using Twofold.Transports.Epoll;

namespace Twofold.Tests.Server;

/// <summary>An inherited descriptor whose owner ends it while it is served. The log is the process's.</summary>
[Collection(nameof(Log))]
public abstract partial class ShutListenerSpecs(Transport transport)
{
    [Fact]
    public void It_is_reported_once_and_the_connections_are_served_on()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the descriptors are made by Linux' calls");
        var address = Transports.Address.Parse("tcp:127.0.0.1:0");
        var owned = LinuxSocket.Create(address.Family);
        owned.Bind(address);
        owned.Listen(1);
        var descriptor = (int)owned.DangerousGetHandle();
        owned.SetHandleAsInvalid();

        var sink = RecordingSink.During(LogLevel.Warning, () =>
        {
            var options = new ServerOptions { Transport = transport, Address = $"fd:{descriptor}" };
            using var server = SocketServer.Start(new ScriptedService(), options);
            using var client = new TestClient(server.Address);
            Assert.Equal("x", client.Call("say", "x").Read().ReadTextString());

            // Every call after this is served by a server that cannot accept.
            Assert.Equal(0, Shutdown(descriptor, (int)SocketShutdown.Both));
            for (var i = 0; i < 100; i++)
                Assert.Equal("x", client.Call("say", "x").Read().ReadTextString());
        });

        Assert.Equal([(LogLevel.Warning, "cannot accept connections: Invalid argument")], sink.With("cannot accept"));
    }

    [LibraryImport("libc", EntryPoint = "shutdown")]
    private static partial int Shutdown(int descriptor, int how);
}

/// <summary>Through the epoll loop.</summary>
public sealed class EpollShutListenerSpecs() : ShutListenerSpecs(Transport.Epoll);

/// <summary>Through System.Net.Sockets.</summary>
public sealed class SocketsShutListenerSpecs() : ShutListenerSpecs(Transport.Sockets);
