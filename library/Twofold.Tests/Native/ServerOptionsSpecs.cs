using System.Runtime.InteropServices;
using Twofold.Native;
using Twofold.Protocol;

namespace Twofold.Tests.Native;

/// <summary>How the server reads the C struct of options.</summary>
public sealed unsafe class ServerOptionsSpecs
{
    [Fact]
    public void A_struct_from_before_the_socket_options_gets_their_defaults()
    {
        var options = new NativeServerOptions { SocketMode = 0x1B0, Size = (nuint)Marshal.OffsetOf<NativeServerOptions>(nameof(NativeServerOptions.SocketMode)) };
        var read = Read(options);
        Assert.Equal((0x180, null), (read.SocketMode, read.SocketGroup));
    }

    [Fact]
    public void The_socket_gets_the_mode_and_the_group_that_the_struct_names()
    {
        fixed (byte* group = "www-data\0"u8)
        {
            var read = Read(new NativeServerOptions { SocketMode = 0x1B0, SocketGroup = group, Size = (nuint)sizeof(NativeServerOptions) });
            Assert.Equal((0x1B0, "www-data"), (read.SocketMode, read.SocketGroup));
        }
    }

    [Fact]
    public void A_mode_that_is_more_than_permissions_is_an_error() =>
        Assert.Equal(
            "options.socket_mode: expected a mode up to 0777, found 01000",
            Assert.Throws<NativeArgumentException>(() => Read(new NativeServerOptions { SocketMode = 0x200, Size = (nuint)sizeof(NativeServerOptions) })).Message);

    private static ServerOptions Read(NativeServerOptions options)
    {
        fixed (byte* address = "unix:unused\0"u8)
        {
            options.Address = address;
            return NativeServer.Read(&options);
        }
    }
}
