using System.Runtime.InteropServices;
using System.Text;

namespace Twofold.Hosting;

/// <summary>Which file a path names, and whether it is a socket: the one thing .NET does not tell.</summary>
internal readonly partial record struct FileIdentity(ulong Device, ulong Inode, bool IsSocket)
{
    /// <summary>The identity of the file at the path itself, not of what a link points to; null if there is none.</summary>
    public static FileIdentity? Of(string path)
    {
        if (OperatingSystem.IsLinux())
            return OfLinux(path);

        // Elsewhere a path with content is a file, and one without may be a socket: its age stands for its identity.
        var file = new FileInfo(path);
        if (!file.Exists)
            return null;

        return new FileIdentity(0, (ulong)file.CreationTimeUtc.Ticks, file.Length == 0 && !file.Attributes.HasFlag(FileAttributes.Directory));
    }

    private const int CurrentDirectory = -100;
    private const int NoFollow = 0x100;
    private const uint TypeAndInode = 0x1 | 0x100;
    private const int TypeMask = 0xF000;
    private const int SocketType = 0xC000;

    private static unsafe FileIdentity? OfLinux(string path)
    {
        StatX stat;
        fixed (byte* utf8 = Encoding.UTF8.GetBytes(path + '\0'))
        {
            if (Stat(CurrentDirectory, utf8, NoFollow, TypeAndInode, &stat) != 0)
                return null;
        }

        return new FileIdentity(((ulong)stat.DeviceMajor << 32) | stat.DeviceMinor, stat.Inode, (stat.Mode & TypeMask) == SocketType);
    }

    [LibraryImport("libc", EntryPoint = "statx")]
    private static unsafe partial int Stat(int directory, byte* path, int flags, uint mask, StatX* result);

    /// <summary>The part of <c>struct statx</c> that is asked for; it is the same on every architecture.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct StatX
    {
        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;
    }
}
