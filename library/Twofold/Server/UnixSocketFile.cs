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
    public static UnixSocketFile Bind(ref Socket socket, Address address)
    {
        var path = address.UnixPath!;
        MakeWay(path);
        try
        {
            socket.Bind(address.EndPoint!);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw InUse(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ServerException($"cannot listen on unix:{path}: {e.Message}");
        }

        socket = Disown(socket);
        return new UnixSocketFile(path);
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

    private static void MakeWay(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
            throw new ServerException($"no such directory: {folder} (for unix:{path})");

        if (FileIdentity.Of(path) is not { } found)
            return;
        if (!found.IsSocket)
            throw new ServerException($"not a socket: {path} exists and is left alone; remove it or choose another path");
        if (IsAlive(path))
            throw InUse(path);

        File.Delete(path);
    }

    /// <summary>
    /// .NET removes the path of a socket that it has bound, whoever's file is there by then. One made from the same handle
    /// does not.
    /// </summary>
    private static Socket Disown(Socket bound)
    {
        var handle = bound.SafeHandle.DangerousGetHandle();
        bound.SafeHandle.SetHandleAsInvalid();
#pragma warning disable CA1816 // Its finalizer would remove the path too.
        GC.SuppressFinalize(bound);
#pragma warning restore CA1816
        return new Socket(new SafeSocketHandle(handle, ownsHandle: true));
    }

    private static bool IsAlive(string path)
    {
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            probe.Connect(new UnixDomainSocketEndPoint(path));
            return true;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode != SocketError.ConnectionRefused;
        }
    }

    private static ServerException InUse(string path) => new($"address in use: unix:{path}");
}
