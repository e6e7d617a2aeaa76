using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using Twofold.Text;

namespace Twofold.Native;

/// <summary>Text as NUL-terminated UTF-8.</summary>
public static unsafe class NativeText
{
    /// <summary>Copies a C string.</summary>
    /// <exception cref="NativeArgumentException">It is NULL or not UTF-8.</exception>
    public static string Read(byte* text, string name)
    {
        if (text is null)
            throw new NativeArgumentException(name, "expected text, found NULL");

        return TryRead(text) ?? throw new NativeArgumentException(name, "invalid UTF-8");
    }

    /// <summary>Copies a C string that may be NULL.</summary>
    /// <exception cref="NativeArgumentException">It is not UTF-8.</exception>
    public static string? ReadOptional(byte* text, string name) => text is null ? null : Read(text, name);

    /// <summary>Makes a C string with malloc.</summary>
    /// <exception cref="FfiException">The text has a NUL or a lone surrogate.</exception>
    public static byte* Write(string text)
    {
        if (text.Contains('\0'))
            throw new FfiException("the reply has a text with U+0000, which a C string cannot carry; the CBOR ABI can");

        var capacity = Encoding.UTF8.GetMaxByteCount(text.Length) + 1;
        if (capacity > 512)
            capacity = Encoding.UTF8.GetByteCount(text) + 1;

        var native = (byte*)NativeMemory.Alloc((nuint)capacity);
        var outcome = Utf8.FromUtf16(text, new Span<byte>(native, capacity - 1), out _, out var size, replaceInvalidSequences: false);
        native[size] = 0;
        if (outcome == System.Buffers.OperationStatus.Done)
            return native;

        NativeMemory.Free(native);
        throw new FfiException("the reply has a text with a lone surrogate, which UTF-8 cannot carry");
    }

    /// <summary>Makes a C string with malloc, or NULL.</summary>
    /// <exception cref="FfiException">The text has a NUL or a lone surrogate.</exception>
    public static byte* WriteOptional(string? text) => text is null ? null : Write(text);

    /// <summary>The message where there is no memory for another; a NUL follows it.</summary>
    public static ReadOnlySpan<byte> NoMemory => "memory has run out"u8;

    /// <summary>Frees a C string that <see cref="Write"/> has made, or NULL.</summary>
    public static void Free(byte* text) => NativeMemory.Free(text);

    /// <summary>Copies a C string; null if it is not UTF-8.</summary>
    internal static string? TryRead(byte* text)
    {
        var utf8 = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text);
        return Utf8.IsValid(utf8) ? Encoding.UTF8.GetString(utf8) : null;
    }

    /// <summary>A message as a C string: what cannot be carried is replaced, for a message must get through.</summary>
    internal static byte* WriteMessage(string message)
    {
        var utf8 = Encoding.UTF8.GetBytes(Printable.WithoutNul(message));
        var native = (byte*)NativeMemory.Alloc((nuint)utf8.Length + 1);
        utf8.CopyTo(new Span<byte>(native, utf8.Length));
        native[utf8.Length] = 0;
        return native;
    }

    /// <summary>The same; NULL if there is no memory for it.</summary>
    internal static byte* TryWriteMessage(string message)
    {
        try
        {
            return WriteMessage(message);
        }
        catch (OutOfMemoryException)
        {
            return null;
        }
    }
}
