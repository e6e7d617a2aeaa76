using System.Net.Sockets;
using Twofold.Protocol;
using Twofold.Transports;

namespace Twofold.Hosting;

/// <summary>A socket that listens on an address, and its file if it has one.</summary>
internal sealed class ListeningSocket<TSocket> : IDisposable
    where TSocket : class, IStreamSocket<TSocket>
{
    private const int LongestBacklog = 4096;

    private readonly UnixSocketFile? _file;

    private ListeningSocket(TSocket socket, UnixSocketFile? file)
    {
        Socket = socket;
        _file = file;
        Address = socket.Address;
    }

    /// <summary>The socket, which does not block.</summary>
    public TSocket Socket { get; }

    /// <summary>The address that clients can connect to, with the real port.</summary>
    public Address Address { get; }

    /// <summary>Binds the address of the options and listens.</summary>
    /// <exception cref="ServerException">The address cannot be listened on; the message says why.</exception>
    public static ListeningSocket<TSocket> Open(ServerOptions options)
    {
        try
        {
            return Open(Address.Parse(options.Address), options);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new ServerException($"address in use: {options.Address}");
        }
        catch (SocketException e)
        {
            throw new ServerException($"cannot listen on {options.Address}: {e.Message}");
        }
    }

    /// <summary>Removes the file and closes the socket.</summary>
    public void Dispose()
    {
        // While the socket is open its file's inode is in use, so that no other server's file can be mistaken for ours.
        _file?.Dispose();
        Socket.Dispose();
    }

    private static ListeningSocket<TSocket> Open(Address address, ServerOptions options)
    {
        using var start = address.UnixPath is null ? null : StartLock.Take(address);
        var isOurs = address.Descriptor is null;
        var socket = isOurs ? TSocket.Create(address.Family) : TakeOver(address);
        UnixSocketFile? file = null;
        try
        {
            var bound = isOurs ? address : socket.Address;
            CheckLocal(bound, options);
            Access.Check(bound, options);
            if (address.UnixPath is not null)
                file = UnixSocketFile.Bind(socket, address, options);
            else if (isOurs)
                socket.Bind(address);

            socket.Listen(Math.Min(options.MaxConnections, LongestBacklog));
            return new ListeningSocket<TSocket>(socket, file);
        }
        catch
        {
            file?.Dispose();
            socket.Dispose();
            throw;
        }
    }

    /// <summary>A socket that the parent process has opened, as systemd does.</summary>
    private static TSocket TakeOver(Address address) =>
        TSocket.Inherit(address.Descriptor!.Value)
        ?? throw new ServerException($"cannot listen on {address}: it is not a stream socket that listens");

    private static void CheckLocal(Address address, ServerOptions options)
    {
        if (address.IsLocal || options.AllowRemote)
            return;

        throw new ServerException(
            $"refused: {options.Address} is reachable from other machines and the wire is not encrypted; "
            + "pass --allow-remote to serve it anyway");
    }
}
