using System.Net.Sockets;
using System.Runtime.InteropServices;
using Twofold.Hosting;
using Twofold.Protocol;
using Twofold.Tests.Support;
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
        WatchedSocket.OnListen = () =>
        {
            Assert.True(File.Exists(Path));
            throw new SocketException((int)SocketError.NoBufferSpaceAvailable, "deaf");
        };
        Assert.Equal($"cannot listen on unix:{Path}: deaf", Assert.Throws<ServerException>(() => Open()).Message);
        Assert.Empty(Directory.GetFileSystemEntries(Folder));
    }

    [Fact]
    public void A_server_that_has_not_come_to_listen_keeps_its_path() => Deadline.Run(() =>
    {
        WatchedSocket.OnListen = () =>
            Assert.Equal($"address in use: unix:{Path}", Assert.Throws<ServerException>(() => Open()).Message);
        using var first = Open();
        using var client = TestClient.Connect($"unix:{Path}");
        Assert.Equal([Path], Directory.GetFileSystemEntries(Folder));
    });

    [Fact]
    public void A_server_that_was_killed_as_it_started_is_replaced()
    {
        using (var killed = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            killed.Bind(new UnixDomainSocketEndPoint(Path));
            File.Move(Path, _folder.File("kept"));
        }

        File.Move(_folder.File("kept"), Path);
        File.WriteAllText(Path + ".starting", "");
        using var next = Open();
        Assert.Equal([Path], Directory.GetFileSystemEntries(Folder));
    }

    [Fact]
    public void A_file_with_content_is_not_taken_for_a_lock_of_ours()
    {
        File.WriteAllText(Path + ".starting", "precious");
        Open().Dispose();
        Assert.Equal("precious", File.ReadAllText(Path + ".starting"));
    }

    [Fact]
    public void The_file_is_made_with_no_more_than_its_mode()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere the mode comes after, and still before anyone can connect");
        WatchedSocket.OnBound = () => Assert.Equal("600", Run("stat", "-c", "%a", Path));
        using var socket = Open();
    }

    [Fact]
    public void What_was_put_in_the_files_place_is_not_touched()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the file is checked on Linux");
        var victim = _folder.File("victim");
        File.WriteAllText(victim, "");
        Run("chmod", "644", victim);
        WatchedSocket.OnBound = () =>
        {
            File.Delete(Path);
            File.CreateSymbolicLink(Path, victim);
        };
        var error = Assert.Throws<ServerException>(() => Open(new ServerOptions { Address = $"unix:{Path}", SocketMode = 0x1B0 }));
        Assert.Equal($"cannot listen on unix:{Path}: the socket's file was replaced by another", error.Message);
        Assert.Equal("644", Run("stat", "-c", "%a", victim));
        Assert.Equal(victim, new FileInfo(Path).LinkTarget);
    }

    private string Folder => System.IO.Path.GetDirectoryName(Path)!;

    private ListeningSocket<WatchedSocket> Open(ServerOptions? options = null) =>
        ListeningSocket<WatchedSocket>.Open(options ?? new ServerOptions { Address = $"unix:{Path}" });

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

    /// <summary>A socket that a spec gets hold of when it is bound and when it is to listen, on its own thread.</summary>
    private sealed class WatchedSocket(ManagedSocket socket) : IStreamSocket<WatchedSocket>
    {
        [ThreadStatic]
        private static Action? t_onBound;

        [ThreadStatic]
        private static Action? t_onListen;

        public static Action? OnBound { set => t_onBound = value; }

        public static Action? OnListen { set => t_onListen = value; }

        public SafeHandle Handle => socket.Handle;

        public Address Address => socket.Address;

        public static WatchedSocket Create(AddressFamily family) => new(ManagedSocket.Create(family));

        public static WatchedSocket? Inherit(int descriptor) => null;

        public void Bind(Address address)
        {
            socket.Bind(address);
            Interlocked.Exchange(ref t_onBound, null)?.Invoke();
        }

        public void Connect(Address address) => socket.Connect(address);

        public void Listen(int backlog)
        {
            Interlocked.Exchange(ref t_onListen, null)?.Invoke();
            socket.Listen(backlog);
        }

        public void Dispose() => socket.Dispose();
    }
}
