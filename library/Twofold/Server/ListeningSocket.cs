using System.Net;
using System.Net.Sockets;

namespace Twofold.Server;

/// <summary>A socket that listens on an address, and the file that it may have.</summary>
internal sealed class ListeningSocket : IDisposable
{
    private readonly UnixSocketFile? _file;

    private ListeningSocket(Socket socket, UnixSocketFile? file)
    {
        Socket = socket;
        _file = file;
        socket.Blocking = false;
        IsTcp = socket.AddressFamily != AddressFamily.Unix;
        if (IsTcp)
            socket.NoDelay = true;
    }

    /// <summary>The socket, which does not block.</summary>
    public Socket Socket { get; }

    /// <summary>Whether its peers come over TCP.</summary>
    public bool IsTcp { get; }

    /// <summary>The address that clients can connect to, with the real port.</summary>
    public string Address => Server.Address.Format(Socket.LocalEndPoint!);

    /// <summary>Binds the address of the options and listens.</summary>
    /// <exception cref="ServerException">The address cannot be listened on; the message says why.</exception>
    public static ListeningSocket Open(ServerOptions options)
    {
        try
        {
            return Open(Server.Address.Parse(options.Address), options);
        }
        catch (SocketException e)
        {
            throw new ServerException($"cannot listen on {options.Address}: {e.Message}");
        }
    }

    /// <summary>Removes the file and closes the socket.</summary>
    public void Dispose()
    {
        // While the socket is open its file's inode is in use, so that no other server's file can be taken for ours.
        _file?.Dispose();
        Socket.Dispose();
    }

    private static ListeningSocket Open(Address address, ServerOptions options)
    {
        var socket = address.Descriptor is { } descriptor
            ? Inherit(descriptor)
            : new Socket(address.EndPoint!.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            CheckLocal(address.EndPoint ?? socket.LocalEndPoint!, options);
            var file = address.Descriptor is null ? Bind(ref socket, address, options.Address) : null;
            socket.Listen(Math.Min(options.MaxConnections, 4096));
            return new ListeningSocket(socket, file);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static void CheckLocal(EndPoint endPoint, ServerOptions options)
    {
        if (Server.Address.IsLocal(endPoint) || options.AllowRemote)
            return;

        throw new ServerException(
            $"refused: {options.Address} is reachable from other machines and the wire is not encrypted; "
            + "pass --allow-remote to serve it anyway");
    }

    /// <summary>Takes over a socket that whoever started the process has opened, as systemd does.</summary>
    private static Socket Inherit(int descriptor)
    {
        var handle = new SafeSocketHandle(descriptor, ownsHandle: true);
        try
        {
            var socket = new Socket(handle);
            if (socket is { SocketType: SocketType.Stream, LocalEndPoint: not null } && IsListening(socket))
                return socket;
        }
        catch (SocketException)
        {
            // Not a socket at all.
        }

        // It is somebody else's, who is to close it.
        handle.SetHandleAsInvalid();
        throw new ServerException($"cannot listen on fd:{descriptor}: it is not a stream socket that listens");
    }

    private static bool IsListening(Socket socket) =>
        socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.AcceptConnection) is not 0;

    private static UnixSocketFile? Bind(ref Socket socket, Address address, string text)
    {
        if (address.UnixPath is not null)
            return UnixSocketFile.Bind(ref socket, address);

        try
        {
            socket.Bind(address.EndPoint!);
            return null;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new ServerException($"address in use: {text}");
        }
    }
}
