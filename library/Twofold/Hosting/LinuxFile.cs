using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Twofold.Hosting;

/// <summary>What Linux says of a file.</summary>
/// <param name="Identity">Which one it is.</param>
/// <param name="Mode">Its permissions.</param>
/// <param name="Size">In bytes.</param>
internal readonly record struct FileStatus(FileIdentity Identity, int Mode, ulong Size);

/// <summary>Files by descriptor, for folders in which others may replace a name at any time.</summary>
internal static unsafe partial class LinuxFile
{
    private const int CurrentDirectory = -100;
    private const int NoFollow = 0x100;
    private const int EmptyPath = 0x1000;
    private const uint BasicStatus = 0x7FF;
    private const int TypeMask = 0xF000;
    private const int SocketType = 0xC000;

    private const int ReadWrite = 0x2;
    private const int CreateIfAbsent = 0x40;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const int PathOnly = 0x200000;

    // O_NOFOLLOW is one of the few flags that differ between architectures.
    private static readonly int s_openNoFollow = RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm ? 0x8000 : 0x20000;

    private const int LockExclusively = 2;
    private const int DoNotWait = 4;

    /// <summary>What locking a file that is locked fails with.</summary>
    public const int WouldBlock = 11;

    /// <summary>Why the last call has failed.</summary>
    public static int Error => Marshal.GetLastPInvokeError();

    /// <summary>The file at the path itself, not what a link points to; null if there is none.</summary>
    public static FileStatus? StatusOf(string path)
    {
        fixed (byte* utf8 = Terminated(path))
            return StatusOf(CurrentDirectory, utf8, NoFollow);
    }

    /// <summary>An open file.</summary>
    public static FileStatus? StatusOf(SafeFileHandle file)
    {
        fixed (byte* utf8 = Terminated(""))
            return StatusOf((int)file.DangerousGetHandle(), utf8, EmptyPath);
    }

    /// <summary>Holds the file at the path itself, whatever it is and becomes; invalid if there is none.</summary>
    public static SafeFileHandle Hold(string path) => Open(path, PathOnly | s_openNoFollow | CloseOnExec);

    /// <summary>Opens a file, and makes it if there is none; invalid if that is not possible.</summary>
    public static SafeFileHandle OpenOrCreate(string path) => Open(path, ReadWrite | CreateIfAbsent | NonBlocking | s_openNoFollow | CloseOnExec);

    /// <summary>Locks an open file; false if another process has it.</summary>
    public static bool TryLock(SafeFileHandle file) => Lock(file, LockExclusively | DoNotWait) == 0;

    /// <summary>Changes the group of a file that is held; false if that is not allowed.</summary>
    public static bool TrySetGroup(SafeFileHandle file, uint group)
    {
        fixed (byte* utf8 = Terminated(""))
            return ChangeOwner(file, utf8, uint.MaxValue, group, EmptyPath) == 0;
    }

    /// <summary>Changes the mode of a file that is held, for which fchmod needs more than its path; false if that is not possible.</summary>
    public static bool TrySetMode(SafeFileHandle file, int mode)
    {
        fixed (byte* utf8 = Terminated($"/proc/self/fd/{file.DangerousGetHandle()}"))
            return ChangeMode(utf8, (uint)mode) == 0;
    }

    /// <summary>Sets the mode that binding a socket gives to its file, less the umask.</summary>
    public static void SetModeBeforeBind(SafeHandle socket, int mode) => _ = ChangeMode(socket, (uint)mode);

    private static byte[] Terminated(string text) => Encoding.UTF8.GetBytes(text + '\0');

    private static SafeFileHandle Open(string path, int flags)
    {
        // Made first: if there is no memory for it, nothing was opened.
        const int OwnerOnly = 0x180;
        var file = new SafeFileHandle();
        fixed (byte* utf8 = Terminated(path))
            Marshal.InitHandle(file, Open(utf8, flags, OwnerOnly));

        return file;
    }

    private static FileStatus? StatusOf(int directory, byte* path, int flags)
    {
        StatX stat;
        if (Stat(directory, path, flags, BasicStatus, &stat) != 0)
            return null;

        var device = ((ulong)stat.DeviceMajor << 32) | stat.DeviceMinor;
        var identity = new FileIdentity(device, stat.Inode, (stat.Mode & TypeMask) == SocketType, stat.Owner == EffectiveUser());
        return new FileStatus(identity, stat.Mode & ~TypeMask, stat.Size);
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "statx")]
    private static partial int Stat(int directory, byte* path, int flags, uint mask, StatX* result);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true)]
    private static partial int Open(byte* path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Lock(SafeFileHandle file, int operation);

    [LibraryImport("libc", EntryPoint = "fchmod")]
    private static partial int ChangeMode(SafeHandle file, uint mode);

    [LibraryImport("libc", EntryPoint = "chmod", SetLastError = true)]
    private static partial int ChangeMode(byte* path, uint mode);

    [LibraryImport("libc", EntryPoint = "fchownat", SetLastError = true)]
    private static partial int ChangeOwner(SafeFileHandle directory, byte* path, uint user, uint group, int flags);

    /// <summary>The part of <c>struct statx</c> that is asked for; it is the same on every architecture.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct StatX
    {
        [FieldOffset(20)]
        public uint Owner;

        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;
    }
}
