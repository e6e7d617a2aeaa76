using System.Net.Sockets;
using Twofold.Server;

namespace Twofold.Tests.Server;

public sealed class UnixSocketFileSpecs
{
    [Fact]
    public void Nobody_can_connect_before_the_file_is_for_its_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes");
        using var folder = new TestFolder();
        var path = folder.File("s");
        var socket = NewSocket();
        using var file = UnixSocketFile.Bind(ref socket, Address.Parse($"unix:{path}"));
        using (socket)
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path));
            using var early = NewSocket();
            Assert.Equal(SocketError.ConnectionRefused, Assert.Throws<SocketException>(() => early.Connect(new UnixDomainSocketEndPoint(path))).SocketErrorCode);

            socket.Listen();
            using var late = NewSocket();
            late.Connect(new UnixDomainSocketEndPoint(path));
        }
    }

    private static Socket NewSocket() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
}
