using System.Net.Sockets;
using System.Runtime.InteropServices;
using Twofold.Hosting;
using Twofold.Protocol;
using Twofold.Tests.Support;

namespace Twofold.Tests.Server;

/// <summary>Peers that make a read end before all that waits has been read.</summary>
public abstract unsafe partial class PartialReadSpecs(Transport transport) : IDisposable
{
    private const int Frames = 5;

    private readonly TestFolder _folder = new();
    private readonly ScriptedService _service = new();

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _folder.Dispose();
    }

    [Fact]
    public void Frames_that_come_with_descriptors_are_answered_and_the_descriptors_are_dropped() => Deadline.Run(() =>
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the message is laid out as on Linux");
        using var server = Start($"unix:{_folder.File("s")}");
        using var passed = File.Create(_folder.File("passed"));
        using var client = Connect(server);
        Assert.Equal("x", Call(client, "say"));

        SendWithDescriptors(client, "say", passed.SafeFileHandle);
        for (var i = 0; i < Frames; i++)
            Assert.Equal("x", Read(client));

        Assert.Equal(1, CountOpen(passed.Name));
    });

    [Fact]
    public void So_are_those_that_came_while_the_peer_was_not_read() => Deadline.Run(() =>
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the message is laid out as on Linux");
        using var server = Start($"unix:{_folder.File("s")}", maxInFlight: 1);
        using var passed = File.Create(_folder.File("passed"));
        using var client = Connect(server);
        client.Send(Wire.Request("slow", "x"));
        Deadline.Until(() => _service.Waiting == 1, "the peer is not read");

        SendWithDescriptors(client, "say", passed.SafeFileHandle);
        using var other = Connect(server);
        Assert.Equal("x", Call(other, "say"));
        _service.Finish("x");
        for (var i = 0; i < 1 + Frames; i++)
            Assert.Equal("x", Read(client));

        Assert.Equal("x", Call(client, "say"));
        Assert.Equal(1, CountOpen(passed.Name));
    });

    [Fact]
    public void Frames_after_an_urgent_byte_are_answered() => Deadline.Run(() =>
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "urgent bytes are another matter there");
        using var server = Start("tcp:127.0.0.1:0");
        using var client = Connect(server);

        // The frames and the byte arrive together, while the server is still at the first one.
        _service.OnSay = () => SpinWait.SpinUntil(() => _service.OnSay is null, Deadline.Patience);
        client.Send(Wire.Request("say", "x"));
        Deadline.Until(() => _service.Calls == 1, "the server is at work");
        client.Send(Wire.Request("say", "x"));
        client.Send([(byte)'!'], SocketFlags.OutOfBand);
        client.Send(Wire.Request("say", "x"));
        _service.OnSay = null;
        for (var i = 0; i < 3; i++)
            Assert.Equal("x", Read(client));
    });

    private SocketServer Start(string address, int maxInFlight = 64) =>
        SocketServer.Start(_service, new ServerOptions { Transport = transport, Address = address, MaxInFlight = maxInFlight });

    private static Socket Connect(SocketServer server)
    {
        var socket = TestClient.Connect(server.Address);
        if (socket.AddressFamily != AddressFamily.Unix)
            socket.NoDelay = true;
        return socket;
    }

    private static string Call(Socket socket, string method)
    {
        socket.Send(Wire.Request(method, "x"));
        return Read(socket);
    }

    private static string Read(Socket socket)
    {
        Span<byte> frame = stackalloc byte[10];
        for (var start = 0; start < frame.Length;)
        {
            var size = socket.Receive(frame[start..]);
            Assert.True(size > 0, "the server has closed");
            start += size;
        }

        return Assert.Single(Wire.Replies(frame.ToArray())).Read().ReadTextString();
    }

    private static int CountOpen(string path) =>
        Directory.GetFiles("/proc/self/fd").Count(descriptor => new FileInfo(descriptor).LinkTarget == path);

    /// <summary>Each frame by itself, with one descriptor: no read of the peer gets more than one.</summary>
    private static void SendWithDescriptors(Socket socket, string method, SafeHandle passed)
    {
        var frame = Wire.Request(method, "x");
        fixed (byte* bytes = frame)
        {
            for (var i = 0; i < Frames; i++)
            {
                var piece = new Piece { Bytes = bytes, Size = (nuint)frame.Length };
                var control = new DescriptorControl { Size = 20, Level = 1, Type = 1, Descriptor = (int)passed.DangerousGetHandle() };
                var message = new Message { Pieces = &piece, Count = 1, Control = &control, ControlSize = (nuint)sizeof(DescriptorControl) };
                Assert.Equal(frame.Length, SendMessage(socket.SafeHandle, &message, 0));
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "sendmsg")]
    private static partial nint SendMessage(SafeSocketHandle socket, Message* message, int flags);

    /// <summary><c>struct iovec</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Piece
    {
        public byte* Bytes;
        public nuint Size;
    }

    /// <summary><c>struct cmsghdr</c> with one descriptor, of SOL_SOCKET and SCM_RIGHTS.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct DescriptorControl
    {
        public nuint Size;
        public int Level;
        public int Type;
        public int Descriptor;
        public int Padding;
    }

    /// <summary><c>struct msghdr</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Message
    {
        public nint Name;
        public nuint NameSize;
        public Piece* Pieces;
        public nuint Count;
        public DescriptorControl* Control;
        public nuint ControlSize;
        public nint Flags;
    }
}

/// <summary>Through the epoll loop.</summary>
public sealed class EpollPartialReadSpecs() : PartialReadSpecs(Transport.Epoll);

/// <summary>Through System.Net.Sockets.</summary>
public sealed class SocketsPartialReadSpecs() : PartialReadSpecs(Transport.Sockets);
