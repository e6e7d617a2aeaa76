using System.Net;
using System.Net.Sockets;
using Twofold.Protocol;
using Twofold.Tests.Support;
using Twofold.Transports;
using Twofold.Transports.Epoll;

namespace Twofold.Tests.Server;

public sealed class LinuxSocketSpecs
{
    private const int CloseOnExec = 0x80000;
    private const int NonBlocking = 0x800;

    public LinuxSocketSpecs() => Assert.SkipUnless(OperatingSystem.IsLinux(), "it uses Linux system calls");

    [Theory]
    [InlineData(AddressFamily.Unix)]
    [InlineData(AddressFamily.InterNetwork)]
    [InlineData(AddressFamily.InterNetworkV6)]
    public void A_socket_is_non_blocking_and_closed_on_exec(AddressFamily family)
    {
        using var socket = LinuxSocket.Create(family);
        var flags = FlagsOf((int)socket.DangerousGetHandle());
        Assert.Equal(CloseOnExec | NonBlocking, flags & (CloseOnExec | NonBlocking));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void An_accepted_TCP_socket_has_NoDelay_set_and_the_address_of_the_peer(string host) => Deadline.Run(() =>
    {
        using var listener = LinuxSocket.Create(IPAddress.Parse(host).AddressFamily);
        listener.Bind(new Address { EndPoint = new IPEndPoint(IPAddress.Parse(host), 0) });
        listener.Listen(1);
        using var client = new TestClient(listener.Address.ToString());
        using var accepted = new Socket(new SafeSocketHandle(Accept(listener), ownsHandle: true));
        Assert.True(accepted.NoDelay);
        Assert.Equal(accepted.RemoteEndPoint, LinuxSocket.PeerOf((int)accepted.Handle));
    });

    [Fact]
    public void A_peer_on_a_unix_socket_has_no_address()
    {
        using var folder = new TestFolder();
        using var listener = LinuxSocket.Create(AddressFamily.Unix);
        listener.Bind(new Address { UnixPath = folder.File("s") });
        listener.Listen(1);
        using var client = new TestClient(listener.Address.ToString());
        using var accepted = new SafeSocketHandle(Accept(listener), ownsHandle: true);
        Assert.Null(LinuxSocket.PeerOf((int)accepted.DangerousGetHandle()));
        Assert.Null(LinuxSocket.PeerOf(Linux.None));
    }

    [Fact]
    public void An_abstract_name_is_written_with_an_at_sign()
    {
        var name = $"twofold-{Guid.NewGuid()}";
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint($"\0{name}"));
        socket.Listen();
        var inherited = LinuxSocket.Inherit((int)socket.Handle)!;
        Assert.Equal($"unix:@{name}", inherited.Address.ToString());
        inherited.SetHandleAsInvalid();
    }

    /// <summary>Accepts a client that has already connected, so it does not block.</summary>
    private static int Accept(LinuxSocket listener)
    {
        var descriptor = Linux.Accept(listener);
        Assert.True(descriptor >= 0);
        return descriptor;
    }

    private static int FlagsOf(int descriptor)
    {
        var line = File.ReadLines($"/proc/self/fdinfo/{descriptor}").Single(line => line.StartsWith("flags:", StringComparison.Ordinal));
        return Convert.ToInt32(line["flags:".Length..].Trim(), 8);
    }
}
