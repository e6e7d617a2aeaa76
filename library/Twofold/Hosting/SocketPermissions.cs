using System.Runtime.InteropServices;
using System.Text;

namespace Twofold.Hosting;

/// <summary>The mode and the group of a unix socket's file, which decide which users may connect.</summary>
internal static unsafe partial class SocketPermissions
{
    /// <summary>To be called before the socket is bound: its file is then made with no more than its mode.</summary>
    public static void Prepare(SafeHandle socket, int mode, string? group)
    {
        // Until the file has its group, another group would get what is meant for this one.
        const int OfGroup = 0x38;
        if (OperatingSystem.IsLinux())
            LinuxFile.SetModeBeforeBind(socket, group is null ? mode : mode & ~OfGroup);
    }

    /// <summary>Gives the file its group, then its mode, so that no other group gets access on the way.</summary>
    /// <exception cref="IOException">The group does not exist, or the owner of the process is not in it; or the file was replaced.</exception>
    public static void Apply(string path, FileIdentity file, int mode, string? group)
    {
        if (OperatingSystem.IsLinux())
            ApplyToHeld(path, file, mode, group);
        else if (!OperatingSystem.IsWindows())
            ApplyToPath(path, mode, group);
        else if (group is not null)
            throw new IOException("a socket has no group on Windows");
    }

    /// <summary>Others may be able to replace the file at any time, so it is held, and changed only if it is the one that was made.</summary>
    private static void ApplyToHeld(string path, FileIdentity file, int mode, string? group)
    {
        // As it was bound, most likely: then there is nothing to change, and no descriptor is needed.
        if (group is null && LinuxFile.StatusOf(path) is { } bound && bound.Identity == file && bound.Mode == mode)
            return;

        using var held = LinuxFile.Hold(path);
        if (held.IsInvalid || LinuxFile.StatusOf(held) is not { } status || status.Identity != file)
            throw new IOException("the socket's file was replaced by another");

        if (group is not null && !LinuxFile.TrySetGroup(held, Accounts.GroupOf(group)))
            throw Failure($"the socket's group cannot be set to {group}");
        if (status.Mode != mode && !LinuxFile.TrySetMode(held, mode))
            throw Failure("the socket's mode cannot be set");
    }

    private static void ApplyToPath(string path, int mode, string? group)
    {
        fixed (byte* utf8 = Encoding.UTF8.GetBytes(path + '\0'))
        {
            if (group is not null && ChangeOwner(utf8, uint.MaxValue, Accounts.GroupOf(group)) != 0)
                throw Failure($"the socket's group cannot be set to {group}");
            if (ChangeMode(utf8, (uint)mode) != 0)
                throw Failure("the socket's mode cannot be set");
        }
    }

    private static IOException Failure(string what) => new($"{what}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");

    [LibraryImport("libc", EntryPoint = "lchown", SetLastError = true)]
    private static partial int ChangeOwner(byte* path, uint user, uint group);

    // Where it exists, which is not on Linux, it follows no link.
    [LibraryImport("libc", EntryPoint = "lchmod", SetLastError = true)]
    private static partial int ChangeMode(byte* path, uint mode);
}
