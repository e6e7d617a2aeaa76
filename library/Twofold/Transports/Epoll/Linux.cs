using System.Runtime.InteropServices;

namespace Twofold.Transports.Epoll;

/// <summary>The system calls of the epoll transport. None of them blocks but <see cref="Wait"/>; each is repeated if a signal interrupts it.</summary>
internal static unsafe partial class Linux
{
    public const uint Readable = 0x001;
    public const uint Writable = 0x004;
    public const uint Failed = 0x008;
    public const uint HungUp = 0x010;
    public const uint PeerClosed = 0x2000;

    /// <summary>Events are reported when something arrives. Without it they are reported for as long as something is there.</summary>
    public const uint EdgeTriggered = 1u << 31;

    /// <summary>No descriptor; to close it does nothing.</summary>
    public const int None = -1;

    public const int WouldBlock = 11;
    public const int OutOfProcessDescriptors = 24;
    public const int OutOfSystemDescriptors = 23;
    public const int NoBuffers = 105;
    public const int NoMemory = 12;
    public const int ConnectionAborted = 103;

    /// <summary>What accepting fails with once the listening socket was shut down, by whom it is shared with.</summary>
    public const int NotListening = 22;

    public const int CloseOnExec = 0x80000;
    public const int NonBlocking = 0x800;

    private const int Interrupted = 4;
    private const int MonotonicClock = 1;
    private const int Add = 1;
    private const int Modify = 3;
    private const int NoSignal = 0x4000;
    private const int ShutWrite = 1;

    // struct epoll_event is packed on x86-64 only: events at 0, the caller's data at 4 or 8.
    private static readonly int s_dataOffset = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;

    /// <summary>The size of one event in the buffer that <see cref="Wait"/> fills.</summary>
    public static int EventSize { get; } = s_dataOffset + sizeof(ulong);

    public static uint EventsOf(byte* entry) => *(uint*)entry;

    public static ulong DataOf(byte* entry) => *(ulong*)(entry + s_dataOffset);

    /// <summary>An epoll instance's descriptor.</summary>
    public static int CreateEpoll() => Check(EpollCreate(CloseOnExec), "epoll_create1");

    /// <summary>The descriptor of a counter that wakes the thread that waits for it.</summary>
    public static int CreateWaker() => Check(EventFd(0, CloseOnExec | NonBlocking), "eventfd");

    /// <summary>The descriptor of a timer, which does not run yet.</summary>
    public static int CreateTicker() => Check(TimerCreate(MonotonicClock, CloseOnExec | NonBlocking), "timerfd_create");

    /// <summary>Has a timer wake the thread that waits for it every so many seconds; 0 stops it.</summary>
    public static void SetPeriod(int ticker, int seconds)
    {
        // struct itimerspec: the interval's seconds and nanoseconds, then those until the first time.
        var times = stackalloc nint[] { seconds, 0, seconds, 0 };
        _ = TimerSet(ticker, 0, times, null);
    }

    /// <summary>Acknowledges that a timer has expired, without which it does not report again.</summary>
    public static void Acknowledge(int ticker)
    {
        ulong times;
        _ = Read(ticker, &times, sizeof(ulong));
    }

    /// <summary>Has epoll report these events together with <paramref name="data"/>; false if the kernel has no room for it.</summary>
    public static bool Watch(int epoll, int descriptor, ulong data, uint events) => Control(epoll, Add, descriptor, events, data);

    /// <summary>Has epoll report other events from now on.</summary>
    public static void WatchAgain(int epoll, int descriptor, ulong data, uint events) => Control(epoll, Modify, descriptor, events, data);

    /// <summary>Waits for events; the number of them, 0 after <paramref name="milliseconds"/> or a signal.</summary>
    public static int Wait(int epoll, byte* events, int most, int milliseconds)
    {
        // Here and below: to store the error of each call takes two more calls. A failed call is made again, with its error stored.
        var count = EpollWait(epoll, events, most, milliseconds);
        if (count < 0)
            count = EpollWaitStoring(epoll, events, most, 0);

        return count >= 0 || Error == Interrupted ? Math.Max(count, 0) : Check(count, "epoll_wait");
    }

    /// <summary>Wakes the thread that waits for the counter. A full counter wakes as well.</summary>
    public static void Signal(int waker)
    {
        var one = 1ul;
        _ = Write(waker, &one, sizeof(ulong));
    }

    /// <summary>A peer's descriptor, or minus the error.</summary>
    public static int Accept(SafeHandle listener)
    {
        while (true)
        {
            var descriptor = Accept4(listener, null, null, CloseOnExec | NonBlocking);
            if (descriptor >= 0)
                return descriptor;
            if (Error != Interrupted)
                return -Error;
        }
    }

    /// <summary>The number of bytes read, 0 at the end, or minus the error.</summary>
    public static int Receive(int socket, byte* bytes, int size)
    {
        var count = Recv(socket, bytes, (nuint)size, 0);
        while (count < 0)
        {
            count = RecvStoring(socket, bytes, (nuint)size, 0);
            if (count < 0 && Error != Interrupted)
                return -Error;
        }

        return (int)count;
    }

    /// <summary>The number of bytes written, or minus the error.</summary>
    public static int Send(int socket, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            var count = Send(socket, start, (nuint)bytes.Length, NoSignal);
            while (count < 0)
            {
                count = SendStoring(socket, start, (nuint)bytes.Length, NoSignal);
                if (count < 0 && Error != Interrupted)
                    return -Error;
            }

            return (int)count;
        }
    }

    /// <summary>The system's words for an error.</summary>
    public static string Describe(int error) => Marshal.GetPInvokeErrorMessage(error);

    /// <summary>Ends the output: the peer reads its end.</summary>
    public static void EndOutput(int socket) => _ = Shutdown(socket, ShutWrite);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);

    /// <summary>Why the last call that stores its error has failed.</summary>
    private static int Error => Marshal.GetLastPInvokeError();

    private static bool Control(int epoll, int operation, int descriptor, uint events, ulong data)
    {
        var entry = stackalloc byte[EventSize];
        *(uint*)entry = events;
        *(ulong*)(entry + s_dataOffset) = data;
        return EpollControl(epoll, operation, descriptor, entry) == 0;
    }

    private static int Check(int result, string call) =>
        result >= 0 ? result : throw new ServerException($"{call}: {Marshal.GetPInvokeErrorMessage(Error)}");

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    private static partial int EpollCreate(int flags);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    private static partial int EventFd(uint initial, int flags);

    [LibraryImport("libc", EntryPoint = "timerfd_create", SetLastError = true)]
    private static partial int TimerCreate(int clock, int flags);

    [LibraryImport("libc", EntryPoint = "timerfd_settime")]
    private static partial int TimerSet(int ticker, int flags, nint* times, nint* previous);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    private static partial int EpollControl(int epoll, int operation, int descriptor, byte* entry);

    [LibraryImport("libc", EntryPoint = "epoll_wait")]
    private static partial int EpollWait(int epoll, byte* events, int most, int milliseconds);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    private static partial int EpollWaitStoring(int epoll, byte* events, int most, int milliseconds);

    [LibraryImport("libc", EntryPoint = "accept4", SetLastError = true)]
    private static partial int Accept4(SafeHandle listener, void* address, void* size, int flags);

    [LibraryImport("libc", EntryPoint = "recv")]
    private static partial nint Recv(int socket, byte* bytes, nuint size, int flags);

    [LibraryImport("libc", EntryPoint = "recv", SetLastError = true)]
    private static partial nint RecvStoring(int socket, byte* bytes, nuint size, int flags);

    [LibraryImport("libc", EntryPoint = "send")]
    private static partial nint Send(int socket, byte* bytes, nuint size, int flags);

    [LibraryImport("libc", EntryPoint = "send", SetLastError = true)]
    private static partial nint SendStoring(int socket, byte* bytes, nuint size, int flags);

    [LibraryImport("libc", EntryPoint = "shutdown")]
    private static partial int Shutdown(int socket, int how);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(int descriptor, void* bytes, nuint size);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int descriptor, void* bytes, nuint size);
}
