using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Twofold.Hosting;

/// <summary>The users and groups of the system, by name or number.</summary>
internal static unsafe partial class Accounts
{
    // ERANGE, on Linux and on macOS.
    private const int BufferTooSmall = 34;
    private const int LargestBuffer = 1 << 20;

    /// <summary>The number of a user.</summary>
    /// <exception cref="IOException">There is no such user.</exception>
    public static uint UserOf(string user) => IdOf(user, isUser: true);

    /// <summary>The number of a group.</summary>
    /// <exception cref="IOException">There is no such group.</exception>
    public static uint GroupOf(string group) => IdOf(group, isUser: false);

    private static uint IdOf(string text, bool isUser) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number != uint.MaxValue
            ? number
            : Search(text, isUser) ?? throw new IOException($"there is no {(isUser ? "user" : "group")} {text}");

    private static uint? Search(string text, bool isUser)
    {
        for (var size = 1024; size <= LargestBuffer; size *= 4)
        {
            Entry entry;
            Entry* found;
            int error;
            fixed (byte* name = Encoding.UTF8.GetBytes(text + '\0'))
            fixed (byte* buffer = new byte[size])
                error = isUser ? FindUser(name, &entry, buffer, (nuint)size, &found) : FindGroup(name, &entry, buffer, (nuint)size, &found);

            if (error != BufferTooSmall)
                return error == 0 && found is not null ? entry.Id : null;
        }

        return null;
    }

    [LibraryImport("libc", EntryPoint = "getpwnam_r")]
    private static partial int FindUser(byte* name, Entry* entry, byte* buffer, nuint size, Entry** found);

    [LibraryImport("libc", EntryPoint = "getgrnam_r")]
    private static partial int FindGroup(byte* name, Entry* entry, byte* buffer, nuint size, Entry** found);

    /// <summary>How <c>struct passwd</c> and <c>struct group</c> begin on Linux and on macOS, with room for all of either.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 128)]
    private struct Entry
    {
        public byte* Name;
        public byte* Password;
        public uint Id;
    }
}
