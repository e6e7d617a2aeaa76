namespace Twofold.Native;

/// <summary>Converts between one of the author's types and what stands for it in C.</summary>
/// <typeparam name="TNative">What stands for it: a number, a pointer, a pointer and a count, a struct.</typeparam>
/// <typeparam name="T">The author's type.</typeparam>
public interface INativeCodec<TNative, T>
    where TNative : unmanaged
{
    /// <summary>Copies a borrowed value.</summary>
    /// <exception cref="NativeArgumentException">It cannot be read; the message begins with the name.</exception>
    static abstract T Read(in TNative native, string name);

    /// <summary>Fills a zeroed place; strings, lists and optional records are allocated with malloc.</summary>
    /// <exception cref="FfiException">A text has a NUL, which C strings cannot carry.</exception>
    static abstract void Write(T value, ref TNative native);

    /// <summary>Frees what <see cref="Write"/> has allocated, also if it has failed half-way, and zeroes the place.</summary>
    static abstract void Free(ref TNative native);
}
