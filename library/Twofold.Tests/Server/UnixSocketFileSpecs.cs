using System.Net.Sockets;
using Twofold.Hosting;
using Twofold.Protocol;
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
    public void No_peer_can_connect_before_the_file_has_its_mode(Transport transport)
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

    [Theory]
    [InlineData(Transport.Epoll)]
    [InlineData(Transport.Sockets)]
    public void The_file_has_the_mode_and_the_group_from_the_options(Transport transport)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "stat prints its format on Linux");
        var group = Run("id", "-Gn").Split(' ')[^1];
        var options = new ServerOptions { Address = $"unix:{Path}", Transport = transport, SocketMode = 0x1B0, SocketGroup = group };
        using var server = SocketServer.Start(new ScriptedService(), options);
        Assert.Equal($"660 {group}", Run("stat", "-c", "%a %G", Path));
    }

    [Fact]
    public void A_group_that_does_not_exist_is_an_error_and_leaves_no_file_behind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no groups of files");
        var options = new ServerOptions { Address = $"unix:{Path}", SocketGroup = "no such group" };
        var error = Assert.Throws<ServerException>(() => SocketServer.Start(new ScriptedService(), options));
        Assert.Equal($"cannot listen on unix:{Path}: there is no group no such group", error.Message);
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public void A_socket_that_cannot_listen_leaves_no_file_behind()
    {
        var error = Assert.Throws<ServerException>(() => ListeningSocket<DeafSocket>.Open(new ServerOptions { Address = $"unix:{Path}" }));
        Assert.Equal($"cannot listen on unix:{Path}: deaf", error.Message);
        Assert.False(File.Exists(Path));
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        return process.StandardOutput.ReadToEnd().Trim();
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
