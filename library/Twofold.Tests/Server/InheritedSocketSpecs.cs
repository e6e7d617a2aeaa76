using System.Net;
using System.Net.Sockets;
using Twofold.Hosting;
using Twofold.Protocol;
using Twofold.Tests.Support;
using Twofold.Transports;
using Twofold.Transports.Epoll;

namespace Twofold.Tests.Server;

/// <summary>A server on a descriptor that the parent process has opened.</summary>
public abstract class InheritedSocketSpecs(Transport transport)
{
    [Fact]
    public void A_unix_socket_is_served_and_its_file_is_kept() => Deadline.Run(() =>
    {
        using var folder = new TestFolder();
        using (var server = Start(Pass(new Address { UnixPath = folder.File("s") })))
        {
            Assert.Equal($"unix:{folder.File("s")}", server.Address);
            AssertServes(server.Address);
        }

        Assert.True(File.Exists(folder.File("s")));
    });

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void A_TCP_socket_is_served(string host) => Deadline.Run(() =>
    {
        using var server = Start(Pass(new Address { EndPoint = new IPEndPoint(IPAddress.Parse(host), 0) }));
        AssertServes(server.Address);
    });

    [Fact]
    public void A_descriptor_that_does_not_listen_is_rejected_and_not_closed()
    {
        using var bound = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        bound.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        AssertRefused(bound.Handle);
        bound.Listen();

        using var datagrams = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        AssertRefused(datagrams.Handle);
        datagrams.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        using var folder = new TestFolder();
        using var file = File.Create(folder.File("f"));
        AssertRefused(file.SafeFileHandle.DangerousGetHandle());
        file.WriteByte(1);
        file.Flush();

        AssertRefused(int.MaxValue);
    }

    private SocketServer Start(string address) =>
        SocketServer.Start(new ScriptedService(), new ServerOptions { Transport = transport, Address = address });

    private void AssertRefused(nint descriptor) => Assert.Equal(
        $"cannot listen on fd:{descriptor}: it is not a stream socket that listens",
        Assert.Throws<ServerException>(() => Start($"fd:{descriptor}")).Message);

    /// <summary>A listening socket that this process no longer owns.</summary>
    private static string Pass(Address address)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the socket is created with Linux system calls");
        var socket = LinuxSocket.Create(address.Family);
        socket.Bind(address);
        socket.Listen(1);
        var descriptor = socket.DangerousGetHandle();
        socket.SetHandleAsInvalid();
        return $"fd:{descriptor}";
    }

    private static void AssertServes(string address)
    {
        using var client = new TestClient(address);
        Assert.Equal("x", client.Call("say", "x").Read().ReadTextString());
    }
}

/// <summary>Through the epoll loop.</summary>
public sealed class EpollInheritedSocketSpecs() : InheritedSocketSpecs(Transport.Epoll);

/// <summary>Through System.Net.Sockets.</summary>
public sealed class SocketsInheritedSocketSpecs() : InheritedSocketSpecs(Transport.Sockets);
