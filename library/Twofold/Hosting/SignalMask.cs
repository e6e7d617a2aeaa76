using System.Runtime.InteropServices;

namespace Twofold.Hosting;

/// <summary>
/// Lets signals through to this thread that its process may have been started with blocked, and restores the mask at the end.
/// The thread that takes it must be the one that disposes of it. On Windows there are none.
/// </summary>
internal sealed unsafe partial class SignalMask : IDisposable
{
    // More than sigset_t has on any system; it is restored as it was read.
    private const int LargestSize = 128;

    private static readonly int s_unblock = OperatingSystem.IsLinux() ? 1 : 2;
    private static readonly int s_restore = s_unblock + 1;

    private readonly byte[] _before = new byte[LargestSize];

    public SignalMask(params ReadOnlySpan<int> unblocked)
    {
        if (OperatingSystem.IsWindows())
            return;

        fixed (byte* signals = new byte[LargestSize])
        fixed (byte* before = _before)
        {
            _ = Empty(signals);
            foreach (var signal in unblocked)
                _ = Add(signals, signal);
            _ = Change(s_unblock, signals, before);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (OperatingSystem.IsWindows())
            return;

        fixed (byte* before = _before)
            _ = Change(s_restore, before, null);
    }

    [LibraryImport("libc", EntryPoint = "sigemptyset")]
    private static partial int Empty(byte* signals);

    [LibraryImport("libc", EntryPoint = "sigaddset")]
    private static partial int Add(byte* signals, int signal);

    [LibraryImport("libc", EntryPoint = "pthread_sigmask")]
    private static partial int Change(int how, byte* signals, byte* before);
}
