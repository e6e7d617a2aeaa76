using System.Runtime.InteropServices;

namespace Twofold.Native;

/// <summary>A record, within another struct or behind a pointer that must not be NULL.</summary>
public readonly unsafe struct RecordNative<T, TNative> : INativeCodec<TNative, T>
    where TNative : unmanaged, INativeRecord<TNative, T>
{
    /// <inheritdoc/>
    public static T Read(in TNative native, string name)
    {
        try
        {
            return TNative.Read(in native);
        }
        catch (NativeArgumentException e) when (e.Within(name))
        {
            throw;
        }
    }

    /// <summary>Copies a borrowed struct.</summary>
    /// <exception cref="NativeArgumentException">The pointer is NULL, or a member cannot be read.</exception>
    public static T Read(TNative* native, string name) =>
        native is null ? throw new NativeArgumentException(name, "expected a struct, found NULL") : Read(in *native, name);

    /// <inheritdoc/>
    public static void Write(T value, ref TNative native) => TNative.Write(value, ref native);

    /// <inheritdoc/>
    public static void Free(ref TNative native) => TNative.Free(ref native);
}

/// <summary>A record class that may be absent: a pointer, or NULL.</summary>
public readonly unsafe struct OptionalRecordNative<T, TNative> : INativeCodec<NativePointer<TNative>, T?>
    where T : class
    where TNative : unmanaged, INativeRecord<TNative, T>
{
    /// <inheritdoc/>
    public static T? Read(in NativePointer<TNative> native, string name) =>
        native.Pointer is null ? null : RecordNative<T, TNative>.Read(in *native.Pointer, name);

    /// <inheritdoc/>
    public static void Write(T? value, ref NativePointer<TNative> native)
    {
        if (value is null)
            return;

        native.Pointer = (TNative*)NativeMemory.AllocZeroed((nuint)sizeof(TNative));
        TNative.Write(value, ref *native.Pointer);
    }

    /// <inheritdoc/>
    public static void Free(ref NativePointer<TNative> native)
    {
        if (native.Pointer is not null)
            TNative.Free(ref *native.Pointer);

        NativeMemory.Free(native.Pointer);
        native.Pointer = null;
    }
}

/// <summary>The same for a record struct.</summary>
public readonly unsafe struct OptionalRecordValueNative<T, TNative> : INativeCodec<NativePointer<TNative>, T?>
    where T : struct
    where TNative : unmanaged, INativeRecord<TNative, T>
{
    /// <inheritdoc/>
    public static T? Read(in NativePointer<TNative> native, string name) =>
        native.Pointer is null ? null : RecordNative<T, TNative>.Read(in *native.Pointer, name);

    /// <inheritdoc/>
    public static void Write(T? value, ref NativePointer<TNative> native)
    {
        if (value is not { } present)
            return;

        native.Pointer = (TNative*)NativeMemory.AllocZeroed((nuint)sizeof(TNative));
        TNative.Write(present, ref *native.Pointer);
    }

    /// <inheritdoc/>
    public static void Free(ref NativePointer<TNative> native)
    {
        if (native.Pointer is not null)
            TNative.Free(ref *native.Pointer);

        NativeMemory.Free(native.Pointer);
        native.Pointer = null;
    }
}
