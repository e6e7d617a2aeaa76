using System.Net.Sockets;
using Twofold.Hosting;
using Twofold.Protocol;
using Twofold.Tests.Support;

namespace Twofold.Tests.Server;

public abstract class SocketServerStartSpecs(Transport transport) : IDisposable
{
    private readonly TestFolder _folder = new();

    private string Path => _folder.File("s");

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _folder.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_address_in_use_is_an_error_that_names_it_and_the_first_server_keeps_running(bool tcp) => Deadline.Run(() =>
    {
        using var first = Start(tcp ? "tcp:127.0.0.1:0" : $"unix:{Path}");
        AssertRefused($"address in use: {first.Address}", first.Address);
        using var client = new TestClient(first.Address);
        Assert.Equal("x", client.Call("say", "x").Read().ReadTextString());
    });

    [Fact]
    public void A_stale_socket_file_is_replaced() => Deadline.Run(() =>
    {
        using (var dead = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            dead.Bind(new UnixDomainSocketEndPoint(Path));
            File.Move(Path, _folder.File("kept"));
        }

        File.Move(_folder.File("kept"), Path);
        using var server = Start($"unix:{Path}");
        using var client = new TestClient(server.Address);
        Assert.Equal("x", client.Call("say", "x").Read().ReadTextString());
    });

    [Fact]
    public void A_server_with_a_full_backlog_counts_as_running() => Deadline.Run(() =>
    {
        using var busy = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        busy.Bind(new UnixDomainSocketEndPoint(Path));
        busy.Listen(0);
        using var waiting = new TestClient($"unix:{Path}");
        AssertRefused($"address in use: unix:{Path}", $"unix:{Path}");
    });

    [Fact]
    public void The_port_of_a_stopped_server_can_be_used_at_once() => Deadline.Run(() =>
    {
        string address;
        using (var first = Start("tcp:127.0.0.1:0"))
        {
            // The side that closes first, here the server, stays in TIME_WAIT for a minute.
            address = first.Address;
            using var client = new TestClient(address);
            client.Call("say", "x");
            first.Dispose();
            Assert.True(client.IsAtEnd());
        }

        using var second = Start(address);
        using var again = new TestClient(address);
        Assert.Equal("x", again.Call("say", "x").Read().ReadTextString());
    });

    [Fact]
    public void A_file_that_is_not_a_socket_is_not_replaced() => Deadline.Run(() =>
    {
        var refusal = $"not a socket: {Path} exists and is left alone; remove it or choose another path";
        File.WriteAllText(Path, "precious");
        AssertRefused(refusal, $"unix:{Path}");
        Assert.Equal("precious", File.ReadAllText(Path));

        File.WriteAllText(Path, "");
        AssertRefused(refusal, $"unix:{Path}");
        Assert.True(File.Exists(Path));

        File.Delete(Path);
        Directory.CreateDirectory(Path);
        AssertRefused(refusal, $"unix:{Path}");
        Directory.Delete(Path);

        File.CreateSymbolicLink(Path, _folder.File("nowhere"));
        AssertRefused(refusal, $"unix:{Path}");
        Assert.NotNull(new FileInfo(Path).LinkTarget);
    });

    [Fact]
    public void A_missing_directory_is_named_in_the_error()
    {
        var folder = _folder.File("none");
        AssertRefused($"no such directory: {folder} (for unix:{folder}/s)", $"unix:{folder}/s");
    }

    [Fact]
    public void Only_its_owner_can_access_the_socket() => Deadline.Run(() =>
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes");
        using var server = Start($"unix:{Path}");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(Path));
    });

    [Fact]
    public void Stop_removes_the_socket_file_of_the_server() => Deadline.Run(() =>
    {
        Start($"unix:{Path}").Dispose();
        Assert.False(File.Exists(Path));
    });

    [Fact]
    public void Stop_keeps_a_file_that_replaced_the_socket_file() => Deadline.Run(() =>
    {
        var server = Start($"unix:{Path}");
        File.Delete(Path);
        File.WriteAllText(Path, "precious");
        server.Dispose();
        Assert.Equal("precious", File.ReadAllText(Path));

        File.Delete(Path);
        var first = Start($"unix:{Path}");
        File.Delete(Path);
        using var second = Start($"unix:{Path}");
        first.Dispose();
        using var client = new TestClient(second.Address);
        Assert.Equal("x", client.Call("say", "x").Read().ReadTextString());
    });

    [Fact]
    public void A_server_that_fails_to_start_leaves_no_file_behind() => Deadline.Run(() =>
    {
        using var first = Start($"unix:{Path}");
        AssertRefused($"address in use: unix:{Path}", $"unix:{Path}");
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.True(File.Exists(Path));
        Assert.Equal([Path], Directory.GetFileSystemEntries(System.IO.Path.GetDirectoryName(Path)!));
    });

    [Theory]
    [InlineData("tcp:0.0.0.0:0")]
    [InlineData("tcp:[::]:0")]
    public void TCP_beyond_loopback_requires_AllowRemote(string address) => Deadline.Run(() =>
    {
        AssertRefused(
            $"refused: {address} is reachable from other machines and the wire is not encrypted; pass --allow-remote to serve it anyway",
            address);
        using var server = Start(address, allowRemote: true);
        Assert.DoesNotContain(":0", server.Address[^3..]);
    });

    [Fact]
    public void IPv6_and_IPv4_can_use_the_same_port() => Deadline.Run(() =>
    {
        using var six = Start("tcp:[::]:0", allowRemote: true);
        using var four = Start(six.Address.Replace("[::]", "0.0.0.0", StringComparison.Ordinal), allowRemote: true);
        Assert.StartsWith("tcp:0.0.0.0:", four.Address, StringComparison.Ordinal);
    });

    [Fact]
    public void An_IPv4_address_in_IPv6_form_is_the_IPv4_address() => Deadline.Run(() =>
    {
        using var server = Start("tcp:[::ffff:127.0.0.1]:0");
        Assert.Matches("^tcp:127.0.0.1:[1-9]", server.Address);
        using var client = new TestClient(server.Address);
        Assert.Equal("x", client.Call("say", "x").Read().ReadTextString());
    });

    [Fact]
    public void The_zone_of_an_address_is_passed_to_the_system() => Deadline.Run(() =>
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the error messages are those of Linux");
        AssertRefused("cannot listen on tcp:[fe80::7%1]:0: Cannot assign requested address", "tcp:[fe80::7%1]:0", allowRemote: true);
    });

    private SocketServer Start(string address, bool allowRemote = false) =>
        SocketServer.Start(new ScriptedService(), new ServerOptions { Transport = transport, Address = address, AllowRemote = allowRemote });

    private void AssertRefused(string message, string address, bool allowRemote = false) =>
        Assert.Equal(message, Assert.Throws<ServerException>(() => Start(address, allowRemote)).Message);
}

/// <summary>Through the epoll loop.</summary>
public sealed class EpollStartSpecs() : SocketServerStartSpecs(Transport.Epoll);

/// <summary>Through System.Net.Sockets.</summary>
public sealed class SocketsStartSpecs() : SocketServerStartSpecs(Transport.Sockets);
