namespace Twofold.Native;

/// <summary>A flat C struct that stands for one of the author's records.</summary>
/// <typeparam name="TNative">The struct.</typeparam>
/// <typeparam name="T">The record.</typeparam>
public interface INativeRecord<TNative, T> : INativeMemory<TNative>
    where TNative : unmanaged
{
    /// <summary>Copies a borrowed struct into a record.</summary>
    /// <exception cref="NativeArgumentException">A member cannot be read.</exception>
    static abstract T Read(in TNative native);

    /// <summary>Fills a zeroed struct.</summary>
    /// <exception cref="FfiException">A text has a NUL, which C strings cannot carry.</exception>
    static abstract void Write(T value, ref TNative native);
}
