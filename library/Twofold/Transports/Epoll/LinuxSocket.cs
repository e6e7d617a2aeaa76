using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Twofold.Transports.Epoll;

/// <summary>A stream socket by system calls: System.Net.Sockets would start a thread and an epoll instance that are not needed here.</summary>
internal sealed unsafe partial class LinuxSocket : SafeHandleMinusOneIsInvalid, IStreamSocket<LinuxSocket>
{
    private const int IPv4 = 2;
    private const int IPv6 = 10;
    private const int Unix = 1;
    private const int Stream = 1;

    private const int SocketLevel = 1;
    private const int ReuseAddress = 2;
    private const int Type = 3;
    private const int IsListening = 30;
    private const int Domain = 39;
    private const int TcpLevel = 6;
    private const int NoDelay = 1;
    private const int IPv6Level = 41;
    private const int IPv6Only = 26;

    private const int GetFlags = 3;
    private const int SetFlags = 4;
    private const int InUse = 98;
    private const int Refused = 111;

    // struct sockaddr_storage, and where the path begins in struct sockaddr_un.
    private const int LargestName = 128;
    private const int PathOffset = 2;

    private LinuxSocket(int descriptor)
        : base(ownsHandle: true) => SetHandle(descriptor);

    /// <inheritdoc/>
    public SafeHandle Handle => this;

    /// <inheritdoc/>
    public Address Address
    {
        get
        {
            var name = new SocketAddress(AddressFamily.Unspecified, LargestName);
            var size = (uint)LargestName;
            fixed (byte* start = name.Buffer.Span)
                Check(GetLocalName(this, start, &size));
            return Decode(name, (int)size);
        }
    }

    /// <inheritdoc/>
    public static LinuxSocket Create(AddressFamily family)
    {
        var domain = family switch
        {
            AddressFamily.InterNetwork => IPv4,
            AddressFamily.InterNetworkV6 => IPv6,
            _ => Unix,
        };
        var descriptor = Check(Open(domain, Stream | Linux.CloseOnExec | Linux.NonBlocking, 0));
        try
        {
            return new LinuxSocket(descriptor);
        }
        catch (OutOfMemoryException)
        {
            _ = Linux.Close(descriptor);
            throw;
        }
    }

    /// <inheritdoc/>
    public static LinuxSocket? Inherit(int descriptor)
    {
        var socket = new LinuxSocket(descriptor);
        if (socket.Get(Domain) is IPv4 or IPv6 or Unix && socket.Get(Type) == Stream && socket.Get(IsListening) == 1)
            return socket;

        socket.SetHandleAsInvalid();
        return null;
    }

    /// <summary>Where the peer of a connection over TCP is; null if it is gone, or on this machine through a unix socket.</summary>
    public static IPEndPoint? PeerOf(int descriptor)
    {
        var name = new SocketAddress(AddressFamily.Unspecified, LargestName);
        var size = (uint)LargestName;
        fixed (byte* start = name.Buffer.Span)
            return GetPeerName(descriptor, start, &size) == 0 ? Decode(name, (int)size).EndPoint : null;
    }

    /// <inheritdoc/>
    public void Bind(Address address)
    {
        if (address.EndPoint is not null)
            Set(SocketLevel, ReuseAddress);
        if (address.Family == AddressFamily.InterNetworkV6)
            Set(IPv6Level, IPv6Only);

        var name = Encode(address);
        fixed (byte* start = name.Buffer.Span)
            Check(Bind(this, start, (uint)name.Size));
    }

    /// <inheritdoc/>
    public void Connect(Address address)
    {
        var name = Encode(address);
        fixed (byte* start = name.Buffer.Span)
            Check(Connect(this, start, (uint)name.Size));
    }

    /// <inheritdoc/>
    public void Listen(int backlog)
    {
        Check(Listen(this, backlog));
        Check(Control(this, SetFlags, Check(Control(this, GetFlags, 0)) | Linux.NonBlocking));
        if (Get(Domain) != Unix)
            Set(TcpLevel, NoDelay);
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => Linux.Close((int)handle) == 0;

    private static SocketAddress Encode(Address address)
    {
        if (address.EndPoint is { } endPoint)
            return endPoint.Serialize();

        var path = Encoding.UTF8.GetBytes(address.UnixPath!);
        var name = new SocketAddress(AddressFamily.Unix, PathOffset + path.Length + 1);
        path.CopyTo(name.Buffer[PathOffset..]);
        return name;
    }

    private static Address Decode(SocketAddress name, int size)
    {
        name.Size = size;
        return name.Family switch
        {
            AddressFamily.InterNetwork => new Address { EndPoint = (IPEndPoint)new IPEndPoint(IPAddress.Any, 0).Create(name) },
            AddressFamily.InterNetworkV6 => new Address { EndPoint = (IPEndPoint)new IPEndPoint(IPAddress.IPv6Any, 0).Create(name) },
            _ => new Address { UnixPath = PathIn(name.Buffer.Span[PathOffset..size]) },
        };
    }

    /// <summary>A path ends with its first NUL; one that begins with it is an abstract name, which is written with an @.</summary>
    private static string PathIn(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0, .. var name] => $"@{Encoding.UTF8.GetString(name)}",
        _ when bytes.IndexOf((byte)0) is >= 0 and var end => Encoding.UTF8.GetString(bytes[..end]),
        _ => Encoding.UTF8.GetString(bytes),
    };

    private static int Check(int result) => result >= 0 ? result : throw Failure(Marshal.GetLastPInvokeError());

    private static SocketException Failure(int error)
    {
        var code = error switch
        {
            InUse => SocketError.AddressAlreadyInUse,
            Refused => SocketError.ConnectionRefused,
            _ => SocketError.SocketError,
        };
        return new SocketException((int)code, Marshal.GetPInvokeErrorMessage(error));
    }

    /// <summary>One of the socket's own options; -1 if it is not even a socket.</summary>
    private int Get(int option)
    {
        int value;
        var size = (uint)sizeof(int);
        return GetOption(this, SocketLevel, option, &value, &size) == 0 ? value : -1;
    }

    private void Set(int level, int option)
    {
        var on = 1;
        Check(SetOption(this, level, option, &on, sizeof(int)));
    }

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    private static partial int Open(int domain, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "bind", SetLastError = true)]
    private static partial int Bind(LinuxSocket socket, byte* name, uint size);

    [LibraryImport("libc", EntryPoint = "connect", SetLastError = true)]
    private static partial int Connect(LinuxSocket socket, byte* name, uint size);

    [LibraryImport("libc", EntryPoint = "listen", SetLastError = true)]
    private static partial int Listen(LinuxSocket socket, int backlog);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Control(LinuxSocket socket, int command, int flags);

    [LibraryImport("libc", EntryPoint = "getsockname", SetLastError = true)]
    private static partial int GetLocalName(LinuxSocket socket, byte* name, uint* size);

    [LibraryImport("libc", EntryPoint = "getpeername")]
    private static partial int GetPeerName(int descriptor, byte* name, uint* size);

    [LibraryImport("libc", EntryPoint = "getsockopt")]
    private static partial int GetOption(LinuxSocket socket, int level, int option, int* value, uint* size);

    [LibraryImport("libc", EntryPoint = "setsockopt", SetLastError = true)]
    private static partial int SetOption(LinuxSocket socket, int level, int option, int* value, uint size);
}
