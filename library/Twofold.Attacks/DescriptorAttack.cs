using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Twofold.Attacks;

/// <summary>Passes a descriptor with each request: SCM_RIGHTS of unix(7). The server must neither keep them nor lose a request.</summary>
internal static partial class DescriptorAttack
{
    private const int SolSocket = 1;
    private const int ScmRights = 1;
    private const int NoSignal = 0x4000;
    private const int Batch = 32;

    public static string? Obstacle(Target target) =>
        !OperatingSystem.IsLinux() || !Environment.Is64BitProcess ? "the message is laid out as on 64-bit Linux"
        : target.EndPoint is not UnixDomainSocketEndPoint ? "only a unix socket passes descriptors"
        : null;

    public static Task RunAsync(AttackRun run)
    {
        var request = run.Calls.Healthy.Frame();
        return run.WithPeersAsync(4, async (peer, _) =>
        {
            using var passed = File.OpenHandle("/dev/null");
            while (!run.Over.IsCancellationRequested)
            {
                var sent = 0;
                for (; sent < Batch && TrySend(peer.Handle, request, passed); sent++)
                    run.Tally.AddSent(request.Length);

                if (!await peer.ReceiveAsync(sent))
                    return;
                if (sent == 0)
                    await Task.Delay(1, run.Over);
            }
        });
    }

    private static unsafe bool TrySend(SafeSocketHandle socket, byte[] bytes, SafeHandle passed)
    {
        fixed (byte* start = bytes)
        {
            var piece = new Piece { Bytes = start, Size = (nuint)bytes.Length };
            var control = new Control { Size = 20, Level = SolSocket, Type = ScmRights, Descriptor = (int)passed.DangerousGetHandle() };
            var message = new Message { Pieces = &piece, Count = 1, Control = &control, ControlSize = (nuint)sizeof(Control) };
            return SendMessage(socket, &message, NoSignal) == bytes.Length;
        }
    }

    [LibraryImport("libc", EntryPoint = "sendmsg")]
    private static unsafe partial nint SendMessage(SafeSocketHandle socket, Message* message, int flags);

    /// <summary><c>struct iovec</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct Piece
    {
        public byte* Bytes;
        public nuint Size;
    }

    /// <summary><c>struct cmsghdr</c> with one descriptor.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Control
    {
        public nuint Size;
        public int Level;
        public int Type;
        public int Descriptor;
        public int Padding;
    }

    /// <summary><c>struct msghdr</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct Message
    {
        public nint Name;
        public nuint NameSize;
        public Piece* Pieces;
        public nuint Count;
        public Control* Control;
        public nuint ControlSize;
        public nint Flags;
    }
}
