using Twofold.Protocol;
using System.Net.Sockets;
using Twofold.Hosting;
using Twofold.Transports;
using Twofold.Transports.Epoll;
using Twofold.Transports.Sockets;

namespace Twofold.Tests.Server;

public sealed class UnixSocketFileSpecs : IDisposable
{
    private readonly TestFolder _folder = new();

    private string Path => _folder.File("s");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Transport.Epoll)]
    [InlineData(Transport.Sockets)]
    public void Nobody_can_connect_before_the_file_is_for_its_owner_alone(Transport transport)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes");
        if (transport == Transport.Sockets)
        {
            CheckOrder<ManagedSocket>();
            return;
        }

        Assert.SkipUnless(OperatingSystem.IsLinux(), "epoll needs Linux");
        CheckOrder<LinuxSocket>();
    }

    [Fact]
    public void A_socket_that_cannot_listen_leaves_no_file_behind()
    {
        var refusal = Assert.Throws<ServerException>(() => ListeningSocket<DeafSocket>.Open(new ServerOptions { Address = $"unix:{Path}" }));
        Assert.Equal($"cannot listen on unix:{Path}: deaf", refusal.Message);
        Assert.False(File.Exists(Path));
    }

    private void CheckOrder<TSocket>()
        where TSocket : class, IStreamSocket<TSocket>
    {
        var address = Address.Parse($"unix:{Path}");
        using var socket = TSocket.Create(AddressFamily.Unix);
        using var file = UnixSocketFile.Bind(socket, address, Peer.Options);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(Path));
        using var early = TSocket.Create(AddressFamily.Unix);
        Assert.Equal(SocketError.ConnectionRefused, Assert.Throws<SocketException>(() => early.Connect(address)).SocketErrorCode);

        socket.Listen(1);
        using var late = TSocket.Create(AddressFamily.Unix);
        late.Connect(address);
    }

    /// <summary>A socket that binds and then fails.</summary>
    private sealed class DeafSocket(ManagedSocket socket) : IStreamSocket<DeafSocket>
    {
        public Address Address => socket.Address;

        public static DeafSocket Create(AddressFamily family) => new(ManagedSocket.Create(family));

        public static DeafSocket? Inherit(int descriptor) => null;

        public void Bind(Address address) => socket.Bind(address);

        public void Connect(Address address) => socket.Connect(address);

        public void Listen(int backlog)
        {
            Assert.True(File.Exists(socket.Address.UnixPath));
            throw new SocketException((int)SocketError.NoBufferSpaceAvailable, "deaf");
        }

        public void Dispose() => socket.Dispose();
    }
}
