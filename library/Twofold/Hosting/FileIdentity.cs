namespace Twofold.Hosting;

/// <summary>Which file a path names, whether it is a socket, and whether it is this user's: .NET does not tell.</summary>
internal readonly record struct FileIdentity(ulong Device, ulong Inode, bool IsSocket, bool IsOwn)
{
    /// <summary>The identity of the file at the path itself, not of what a link points to; null if there is none.</summary>
    public static FileIdentity? Of(string path)
    {
        if (OperatingSystem.IsLinux())
            return LinuxFile.StatusOf(path)?.Identity;

        // Elsewhere a path with content is a file, and one without may be a socket: its age stands for its identity.
        var file = new FileInfo(path);
        if (!file.Exists)
            return null;

        var isSocket = file.Length == 0 && !file.Attributes.HasFlag(FileAttributes.Directory);
        return new FileIdentity(0, (ulong)file.CreationTimeUtc.Ticks, isSocket, IsOwn: true);
    }
}
