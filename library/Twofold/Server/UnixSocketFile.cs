using System.Net.Sockets;

namespace Twofold.Server;

/// <summary>The file of a unix socket: replaced if dead, closed to other users, removed if it is still ours.</summary>
internal sealed class UnixSocketFile : IDisposable
{
    // sockaddr_un has 108 bytes on Linux and 104 on macOS, and the path ends with a NUL.
    public static readonly int LongestPath = OperatingSystem.IsMacOS() ? 103 : 107;

    private readonly string _path;
    private readonly FileIdentity? _identity;

    private UnixSocketFile(string path)
    {
        _path = path;
        _identity = FileIdentity.Of(path);
    }

    /// <summary>Binds the socket to the path. Nobody can connect before it listens, and by then its mode is 0600.</summary>
    /// <exception cref="ServerException">The path is in use, is no socket's, or cannot be written.</exception>
    public static UnixSocketFile Bind<TSocket>(TSocket socket, Address address)
        where TSocket : class, IStreamSocket<TSocket>
    {
        UnixSocketFile? file = null;
        try
        {
            MakeWay<TSocket>(address);
            socket.Bind(address);
            file = new UnixSocketFile(address.UnixPath!);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(file._path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw new ServerException($"cannot listen on {address}: {e.Message}");
        }
    }

    /// <summary>Removes the file, unless somebody has put another in its place.</summary>
    public void Dispose()
    {
        if (_identity is null || FileIdentity.Of(_path) != _identity)
            return;

        try
        {
            File.Delete(_path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It stays behind as a dead socket, which the next server replaces.
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
