using System.Net.Sockets;
using Twofold.Protocol;
using Twofold.Transports;

namespace Twofold.Hosting;

/// <summary>The file of a unix socket: replaced if no server listens on it, given its mode and group, removed if it is still ours.</summary>
internal sealed class UnixSocketFile : IDisposable
{
    private readonly string _path;
    private readonly FileIdentity? _identity;

    private UnixSocketFile(string path)
    {
        _path = path;
        _identity = FileIdentity.Of(path) is { IsSocket: true, IsOwn: true } own ? own : null;
    }

    /// <summary>Binds the socket to the path. No peer can connect before it listens, and by then the file has its mode and group.</summary>
    /// <exception cref="ServerException">The path is in use, is not a socket, or cannot be written.</exception>
    public static UnixSocketFile Bind<TSocket>(TSocket socket, Address address, ServerOptions options)
        where TSocket : class, IStreamSocket<TSocket>
    {
        UnixSocketFile? file = null;
        try
        {
            MakeWay<TSocket>(address);
            SocketPermissions.Prepare(socket.Handle, options.SocketMode, options.SocketGroup);
            socket.Bind(address);
            file = new UnixSocketFile(address.UnixPath!);
            SocketPermissions.Apply(file._path, file._identity ?? default, options.SocketMode, options.SocketGroup);
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw new ServerException($"cannot listen on {address}: {e.Message}");
        }
    }

    /// <summary>Removes the file, unless another has taken its place.</summary>
    public void Dispose()
    {
        try
        {
            if (_identity is not null && FileIdentity.Of(_path) == _identity)
                File.Delete(_path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OutOfMemoryException)
        {
            // It stays as a socket without a server, which the next server replaces.
        }
    }

    private static void MakeWay<TSocket>(Address address)
        where TSocket : class, IStreamSocket<TSocket>
    {
        var path = address.UnixPath!;
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
            throw new ServerException($"no such directory: {folder} (for {address})");

        if (FileIdentity.Of(path) is not { } found)
            return;
        if (!found.IsSocket)
            throw new ServerException($"not a socket: {path} exists and is left alone; remove it or choose another path");
        if (IsAlive<TSocket>(address))
            throw new ServerException($"address in use: {address}");

        File.Delete(path);
    }

    private static bool IsAlive<TSocket>(Address address)
        where TSocket : class, IStreamSocket<TSocket>
    {
        using var probe = TSocket.Create(AddressFamily.Unix);
        try
        {
            probe.Connect(address);
            return true;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode != SocketError.ConnectionRefused;
        }
    }
}
