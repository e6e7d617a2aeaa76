namespace Twofold.Native;

/// <summary>A flat C struct that stands for one of the author's records.</summary>
/// <typeparam name="TNative">The struct.</typeparam>
/// <typeparam name="T">The record.</typeparam>
public interface INativeRecord<TNative, T>
    where TNative : unmanaged
{
    /// <summary>Copies a struct, which the caller lends, into a record.</summary>
    /// <exception cref="NativeArgumentException">A member cannot be read.</exception>
    static abstract T Read(in TNative native);

    /// <summary>Fills a zeroed struct.</summary>
    /// <exception cref="FfiException">A text has a NUL, which C strings cannot carry.</exception>
    static abstract void Write(T value, ref TNative native);

    /// <summary>Frees what <see cref="Write"/> has allocated and zeroes the struct.</summary>
    static abstract void Free(ref TNative native);
}
