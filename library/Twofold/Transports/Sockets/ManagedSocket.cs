using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Twofold.Transports.Sockets;

/// <summary>A stream socket of System.Net.Sockets.</summary>
internal sealed class ManagedSocket : IStreamSocket<ManagedSocket>
{
    private ManagedSocket(Socket socket) => Socket = socket;

    /// <summary>The socket. Binding a path replaces it.</summary>
    public Socket Socket { get; private set; }

    /// <inheritdoc/>
    public SafeHandle Handle => Socket.SafeHandle;

    /// <inheritdoc/>
    public Address Address => Socket.LocalEndPoint is IPEndPoint endPoint
        ? new Address { EndPoint = endPoint }
        : new Address { UnixPath = Socket.LocalEndPoint!.ToString() };

    /// <inheritdoc/>
    public static ManagedSocket Create(AddressFamily family)
    {
        // .NET sets SO_REUSEADDR only where TCP is named, and not on Windows, where the port is free without it.
        var protocol = family == AddressFamily.Unix ? ProtocolType.Unspecified : ProtocolType.Tcp;
        return new ManagedSocket(new Socket(family, SocketType.Stream, protocol));
    }

    /// <inheritdoc/>
    public static ManagedSocket? Inherit(int descriptor)
    {
        var handle = new SafeSocketHandle(descriptor, ownsHandle: true);
        try
        {
            var socket = new Socket(handle);
            if (socket is { SocketType: SocketType.Stream, LocalEndPoint: not null } && IsListening(socket))
                return new ManagedSocket(socket);
        }
        catch (SocketException)
        {
            // Not a socket at all.
        }

        handle.SetHandleAsInvalid();
        return null;
    }

    /// <inheritdoc/>
    public void Bind(Address address)
    {
        Socket.Bind(EndPointOf(address));
        if (address.UnixPath is not null)
            Socket = Disown(Socket);
    }

    /// <inheritdoc/>
    public void Connect(Address address)
    {
        // On Windows a connection that was not waited for would not show whether a server listens.
        if (!OperatingSystem.IsWindows())
            Socket.Blocking = false;
        Socket.Connect(EndPointOf(address));
    }

    /// <inheritdoc/>
    public void Listen(int backlog)
    {
        Socket.Listen(backlog);
        Socket.Blocking = false;
        if (Socket.AddressFamily != AddressFamily.Unix)
            Socket.NoDelay = true;
    }

    /// <inheritdoc/>
    public void Dispose() => Socket.Dispose();

    private static EndPoint EndPointOf(Address address) =>
        address.EndPoint is { } endPoint ? endPoint : new UnixDomainSocketEndPoint(address.UnixPath!);

    private static bool IsListening(Socket socket) =>
        socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.AcceptConnection) is not 0;

    /// <summary>
    /// .NET removes the path of a socket that it has bound, even if another file is there by then. A socket that is made from
    /// the same handle does not.
    /// </summary>
    private static Socket Disown(Socket bound)
    {
        var own = new SafeSocketHandle(bound.SafeHandle.DangerousGetHandle(), ownsHandle: true);
        Socket disowned;
        try
        {
            disowned = new Socket(own);
        }
        catch
        {
            own.SetHandleAsInvalid();
            throw;
        }

        bound.SafeHandle.SetHandleAsInvalid();
#pragma warning disable CA1816 // Its finalizer would remove the path too.
        GC.SuppressFinalize(bound);
#pragma warning restore CA1816
        return disowned;
    }
}
