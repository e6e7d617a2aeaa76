using System.Runtime.InteropServices;

namespace Twofold.Hosting;

/// <summary>
/// The host's signal handlers, which are restored at the end. The runtime keeps some handlers that it has installed when the
/// last registration has gone (SIGINT, SIGCONT), and takes them for installed the next time. On Windows there are none.
/// </summary>
internal sealed unsafe partial class HostSignals : IDisposable
{
    // The signals that have names, on Linux and on macOS.
    private const int LastSignal = 31;

    // More than struct sigaction has on any system. Each begins it with the handler's address; the rest is restored as it is.
    private const int LargestSize = 256;

    private static readonly byte[]?[] s_runtimes = new byte[LastSignal + 1][];

    // SIG_IGN, on Linux and on macOS; SIG_DFL is 0.
    private const nint Ignored = 1;

    private readonly byte[][] _hosts = ReadAll();
    private readonly byte[][] _before;

    /// <summary>To be called before the runtime is asked to handle these signals: it would leave an ignored one ignored.</summary>
    public HostSignals(params ReadOnlySpan<int> handled)
    {
        foreach (var signal in handled)
        {
            if (signal < _hosts.Length && HandlerOf(_hosts[signal]) == Ignored)
                Write(signal, new byte[LargestSize]);
        }

        _before = ReadAll();
    }

    /// <summary>To be called after that: remembers what the runtime has changed.</summary>
    public void Remember(params ReadOnlySpan<int> handled)
    {
        var now = ReadAll();
        for (var signal = 1; signal < now.Length; signal++)
        {
            if (!AreSame(now[signal], _before[signal]))
                s_runtimes[signal] = now[signal];
            else if (handled.Contains(signal) && s_runtimes[signal] is { } kept)
                Write(signal, kept);
        }
    }

    /// <summary>Restores what the runtime has changed. A handler that the host has installed meanwhile stays.</summary>
    public void Dispose()
    {
        var now = ReadAll();
        for (var signal = 1; signal < now.Length; signal++)
        {
            if (s_runtimes[signal] is { } kept && AreSame(kept, now[signal]))
                Write(signal, _hosts[signal]);
        }
    }

    private static bool AreSame(byte[] left, byte[] right) => HandlerOf(left) == HandlerOf(right);

    private static nint HandlerOf(byte[] action) => MemoryMarshal.Read<nint>(action);

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
