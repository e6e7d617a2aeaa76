using System.Runtime.InteropServices;
using System.Text;
using Twofold.Protocol;

namespace Twofold.Hosting;

/// <summary>Turns the process into a server: the only place that handles signals or writes to standard output.</summary>
public static partial class Host
{
    // The same on Linux and on macOS.
    private const int Interrupt = 2;
    private const int Terminate = 15;

    /// <summary>
    /// Serves until SIGINT or SIGTERM, then drains; a second signal ends the drain. It handles them even if the process was
    /// started with them ignored, as a shell script does with <c>&amp;</c>, or blocked. Prints <c>listening on ADDRESS</c>
    /// when it is ready. When it returns the host's signal handlers and this thread's signal mask are as they were.
    /// </summary>
    /// <exception cref="ServerException">The address cannot be listened on.</exception>
    /// <exception cref="DrainCutException">There was a second signal.</exception>
    public static void Serve(Service service, ServerOptions options)
    {
        using var first = new ManualResetEventSlim();
        using var second = new CancellationTokenSource();
        using var signals = new HostSignals(Interrupt, Terminate);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle);
        signals.Remember(Interrupt, Terminate);
        using var mask = new SignalMask(Interrupt, Terminate);

        var server = SocketServer.Start(service, options);
        PrintLine($"listening on {server.Address}");
        first.Wait();
        server.Stop(second.Token);
        if (second.IsCancellationRequested)
            throw new DrainCutException();

        void Handle(PosixSignalContext context)
        {
            context.Cancel = true;
            if (first.IsSet)
                second.Cancel();
            else
                first.Set();
        }
    }

    /// <summary>Writes to descriptor 1 itself: the Console class would install handlers of its own.</summary>
    private static unsafe void PrintLine(string line)
    {
        if (OperatingSystem.IsWindows())
        {
            Console.Out.WriteLine(line);
            return;
        }

        // What was opened after descriptor 1 was closed is not the output, and is closed on exec as all that the runtime opens.
        const int CloseOnExec = 1;
        if (GetFlags(descriptor: 1, command: 1) is not (>= 0 and var flags) || (flags & CloseOnExec) != 0)
            return;

        // A failure means that the reader has closed it, which is not a reason to stop.
        var bytes = Encoding.UTF8.GetBytes(line + '\n');
        fixed (byte* start = bytes)
            _ = Write(descriptor: 1, start, (nuint)bytes.Length);
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int GetFlags(int descriptor, int command);

    [LibraryImport("libc", EntryPoint = "write")]
    private static unsafe partial nint Write(int descriptor, byte* bytes, nuint size);
}
