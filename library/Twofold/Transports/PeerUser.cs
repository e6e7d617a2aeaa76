using System.Runtime.InteropServices;

namespace Twofold.Transports;

/// <summary>The user on the other side of a unix socket.</summary>
internal static unsafe partial class PeerUser
{
    private const int SocketLevel = 1;
    private const int PeerCredentials = 17;

    /// <summary>Whether this system can be asked.</summary>
    public static bool IsKnown => OperatingSystem.IsLinux();

    /// <summary>The number of the user who has connected; null if the socket is not a unix socket.</summary>
    public static uint? Of(int descriptor)
    {
        if (!IsKnown)
            return null;

        Credentials credentials;
        var size = (uint)sizeof(Credentials);
        return GetOption(descriptor, SocketLevel, PeerCredentials, &credentials, &size) == 0 && credentials.User != uint.MaxValue
            ? credentials.User
            : null;
    }

    [LibraryImport("libc", EntryPoint = "getsockopt")]
    private static partial int GetOption(int descriptor, int level, int option, Credentials* value, uint* size);

    /// <summary><c>struct ucred</c> of unix(7): of the time when the peer called connect.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Credentials
    {
        public int Process;
        public uint User;
        public uint Group;
    }
}
