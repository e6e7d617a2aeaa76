using System.Diagnostics;
using System.Net.Sockets;

namespace Twofold.Attacks;

/// <summary>The process behind a unix socket, as the system knows it.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const int SolSocket = 1;
    private const int PeerCredentials = 17;

    private readonly Process _process;

    private ServerProcess(Process process) => _process = process;

    /// <summary>The process that listens at the other side; null over TCP, on other systems, and for a process that cannot be seen.</summary>
    public static ServerProcess? Of(Socket socket)
    {
        if (!OperatingSystem.IsLinux() || socket.AddressFamily != AddressFamily.Unix)
            return null;

        try
        {
            // struct ucred: the process, the user, the group.
            var credentials = new byte[12];
            socket.GetRawSocketOption(SolSocket, PeerCredentials, credentials);
            var id = BitConverter.ToInt32(credentials);
            return id > 0 ? new ServerProcess(Process.GetProcessById(id)) : null;
        }
        catch (Exception e) when (e is SocketException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Its resident memory in bytes and the time that its threads have run; null if it has ended.</summary>
    public (long Resident, TimeSpan Processor)? Look()
    {
        try
        {
            _process.Refresh();
            return _process.HasExited ? null : (_process.WorkingSet64, _process.TotalProcessorTime);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public void Dispose() => _process.Dispose();
}
