using System.Runtime.InteropServices;

namespace Twofold.Hosting;

/// <summary>
/// The host's signal handlers, to be given back. The runtime keeps some handlers that it has installed when nobody is
/// registered any more (SIGINT, SIGCONT), and takes them for installed the next time. On Windows there are none.
/// </summary>
internal sealed unsafe partial class HostSignals : IDisposable
{
    // The signals that have names, on Linux and on macOS.
    private const int LastSignal = 31;

    // More than struct sigaction has on any system, each of which begins it with the handler's address. The rest is put back unread.
    private const int LargestSize = 256;

    private static readonly byte[]?[] s_runtimes = new byte[LastSignal + 1][];

    private readonly byte[][] _hosts = ReadAll();

    /// <summary>To be called once the runtime has been asked to handle these signals: what it has changed is on loan.</summary>
    public void Lend(params ReadOnlySpan<int> handled)
    {
        var now = ReadAll();
        for (var signal = 1; signal < now.Length; signal++)
        {
            if (!AreSame(now[signal], _hosts[signal]))
                s_runtimes[signal] = now[signal];
            else if (handled.Contains(signal) && s_runtimes[signal] is { } kept)
                Write(signal, kept);
        }
    }

    /// <summary>Gives back what the runtime still has. A handler that the host has installed meanwhile stays.</summary>
    public void Dispose()
    {
        var now = ReadAll();
        for (var signal = 1; signal < now.Length; signal++)
        {
            if (s_runtimes[signal] is { } kept && AreSame(kept, now[signal]))
                Write(signal, _hosts[signal]);
        }
    }

    private static bool AreSame(byte[] left, byte[] right) => left.AsSpan(0, sizeof(nint)).SequenceEqual(right.AsSpan(0, sizeof(nint)));

    private static byte[][] ReadAll()
    {
        var handlers = new byte[OperatingSystem.IsWindows() ? 0 : LastSignal + 1][];
        for (var signal = 1; signal < handlers.Length; signal++)
        {
            handlers[signal] = new byte[LargestSize];
            fixed (byte* handler = handlers[signal])
                _ = SigAction(signal, null, handler);
        }

        return handlers;
    }

    private static void Write(int signal, byte[] handler)
    {
        fixed (byte* next = handler)
            _ = SigAction(signal, next, null);
    }

    [LibraryImport("libc", EntryPoint = "sigaction")]
    private static partial int SigAction(int signal, byte* next, byte* previous);
}
