using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Twofold.Calls;
using Twofold.Text;

namespace Twofold.Native;

/// <summary>The message behind a native call's last failure, for the thread that called.</summary>
public static unsafe class LastError
{
    // Pinned, so that C may keep the pointer, and collected with its thread.
    [ThreadStatic]
    private static byte[]? t_message;

    [ThreadStatic]
    private static bool t_isLost;

    /// <summary>Keeps the error's message for this thread and returns its status.</summary>
    public static Status Set(in CallError error)
    {
        if (error.Exists)
            Keep(error.Message);

        return error.Status;
    }

    /// <summary>Keeps the exception's message for this thread and returns its status.</summary>
    public static Status Set(Exception exception) => Set(CallError.From(exception));

    /// <summary>The message as a C string, valid until this thread's next failure; "" if there has been none.</summary>
    public static byte* Get() => (byte*)Unsafe.AsPointer(ref t_message is { } message
        ? ref MemoryMarshal.GetArrayDataReference(message)
        : ref MemoryMarshal.GetReference(t_isLost ? NativeText.NoMemory : "\0"u8));

    private static void Keep(string message)
    {
        try
        {
            (t_message, t_isLost) = (Pin(message), false);
        }
        catch (OutOfMemoryException)
        {
            (t_message, t_isLost) = (null, true);
        }
    }

    private static byte[] Pin(string message)
    {
        message = Printable.WithoutNul(message);
        var pinned = GC.AllocateArray<byte>(Encoding.UTF8.GetByteCount(message) + 1, pinned: true);
        Encoding.UTF8.GetBytes(message, pinned);
        return pinned;
    }
}
