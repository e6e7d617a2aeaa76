using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Twofold.Hosting;

/// <summary>The mode and the group of a unix socket's file, which decide which users may connect.</summary>
internal static unsafe partial class SocketPermissions
{
    // ERANGE, on Linux and on macOS.
    private const int BufferTooSmall = 34;
    private const int LargestBuffer = 1 << 20;

    /// <summary>Gives the file its group, then its mode, so that no other group gets access on the way.</summary>
    /// <exception cref="IOException">The group does not exist, or the owner of the process is not in it.</exception>
    public static void Apply(string path, int mode, string? group)
    {
        if (OperatingSystem.IsWindows())
        {
            if (group is not null)
                throw new IOException("a socket has no group on Windows");

            return;
        }

        if (group is not null)
            ChangeGroup(path, group);

        File.SetUnixFileMode(path, (UnixFileMode)mode);
    }

    private static void ChangeGroup(string path, string group)
    {
        var id = uint.TryParse(group, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : IdOf(group);
        fixed (byte* utf8 = Encoding.UTF8.GetBytes(path + '\0'))
        {
            if (ChangeOwner(utf8, uint.MaxValue, id) != 0)
                throw new IOException($"the socket's group cannot be set to {group}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
        }
    }

    private static uint IdOf(string group)
    {
        for (var size = 1024; size <= LargestBuffer; size *= 4)
        {
            GroupEntry entry;
            GroupEntry* found;
            int error;
            fixed (byte* name = Encoding.UTF8.GetBytes(group + '\0'))
            fixed (byte* buffer = new byte[size])
                error = FindGroup(name, &entry, buffer, (nuint)size, &found);

            if (error == BufferTooSmall)
                continue;
            if (error == 0 && found is not null)
                return entry.Id;

            break;
        }

        throw new IOException($"there is no group {group}");
    }

    [LibraryImport("libc", EntryPoint = "lchown", SetLastError = true)]
    private static partial int ChangeOwner(byte* path, uint user, uint group);

    [LibraryImport("libc", EntryPoint = "getgrnam_r")]
    private static partial int FindGroup(byte* name, GroupEntry* entry, byte* buffer, nuint size, GroupEntry** found);

    /// <summary><c>struct group</c>, the same on Linux and on macOS.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct GroupEntry
    {
        public byte* Name;
        public byte* Password;
        public uint Id;
        public byte** Members;
    }
}
