using Microsoft.Win32.SafeHandles;
using Twofold.Transports;

namespace Twofold.Hosting;

/// <summary>
/// Lets one server at a time start on a path. One that has bound its socket and does not listen yet looks like one that was
/// killed, and another would remove its file. The lock is an empty file beside the socket, which is there while a server starts.
/// </summary>
internal sealed class StartLock : IDisposable
{
    private readonly string _path;
    private readonly SafeFileHandle _file;

    private StartLock(string path, SafeFileHandle file)
    {
        _path = path;
        _file = file;
    }

    /// <summary>Takes the lock of a unix socket's path; null where none can be had, and the server starts without.</summary>
    /// <exception cref="ServerException">Another server is starting there.</exception>
    public static StartLock? Take(Address address)
    {
        var path = $"{address.UnixPath}.starting";
        return OperatingSystem.IsLinux() ? TakeOnLinux(path, address) : TakeElsewhere(path, address);
    }

    /// <summary>Removes the file and unlocks it.</summary>
    public void Dispose()
    {
        using (_file)
        {
            if (OperatingSystem.IsLinux())
                File.Delete(_path);
        }
    }

    private static StartLock? TakeOnLinux(string path, Address address)
    {
        while (true)
        {
            StartLock? start = null;
            var file = LinuxFile.OpenOrCreate(path);
            try
            {
                var isOurs = !file.IsInvalid && LinuxFile.StatusOf(file) is { Identity.IsOwn: true, Size: 0 };
                var isLocked = isOurs && LinuxFile.TryLock(file);
                if (isOurs && !isLocked && LinuxFile.Error == LinuxFile.WouldBlock)
                    throw InUse(address);
                if (!isLocked)
                    return null;

                // The last one who had the lock has removed its file, which then no longer keeps anyone out.
                if (LinuxFile.StatusOf(file)?.Identity == FileIdentity.Of(path))
                    return start = new StartLock(path, file);
            }
            finally
            {
                if (start is null)
                    file.Dispose();
            }
        }
    }

    private static StartLock? TakeElsewhere(string path, Address address)
    {
        if (new FileInfo(path) is { Exists: true, Length: > 0 })
            return null;

        try
        {
            return new StartLock(path, File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose));
        }
        catch (IOException) when (File.Exists(path))
        {
            throw InUse(address);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static ServerException InUse(Address address) => new($"address in use: {address}");
}
