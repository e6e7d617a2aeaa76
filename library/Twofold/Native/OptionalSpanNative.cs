namespace Twofold.Native;

/// <summary>A list, or bytes, that may be NULL. An empty one has a pointer that is not.</summary>
public readonly unsafe struct OptionalSpanNative<T, TItem, TCodec> : INativeCodec<NativeSpan<TItem>, T?>
    where T : class
    where TItem : unmanaged
    where TCodec : INativeCodec<NativeSpan<TItem>, T>
{
    /// <inheritdoc/>
    public static T? Read(in NativeSpan<TItem> native, string name) =>
        native.Items is null && native.Count == 0 ? null : TCodec.Read(in native, name);

    /// <inheritdoc/>
    public static void Write(T? value, ref NativeSpan<TItem> native)
    {
        if (value is null)
            return;

        TCodec.Write(value, ref native);
        OptionalSpan.MarkPresent(ref native);
    }

    /// <inheritdoc/>
    public static void Free(ref NativeSpan<TItem> native) => TCodec.Free(ref native);
}

/// <summary>The same for a value type.</summary>
public readonly unsafe struct OptionalSpanValueNative<T, TItem, TCodec> : INativeCodec<NativeSpan<TItem>, T?>
    where T : struct
    where TItem : unmanaged
    where TCodec : INativeCodec<NativeSpan<TItem>, T>
{
    /// <inheritdoc/>
    public static T? Read(in NativeSpan<TItem> native, string name) =>
        native.Items is null && native.Count == 0 ? null : TCodec.Read(in native, name);

    /// <inheritdoc/>
    public static void Write(T? value, ref NativeSpan<TItem> native)
    {
        if (value is not { } present)
            return;

        TCodec.Write(present, ref native);
        OptionalSpan.MarkPresent(ref native);
    }

    /// <inheritdoc/>
    public static void Free(ref NativeSpan<TItem> native) => TCodec.Free(ref native);
}

internal static unsafe class OptionalSpan
{
    /// <summary>Gives an empty list a pointer, so that it differs from one that is absent.</summary>
    public static void MarkPresent<TItem>(ref NativeSpan<TItem> native)
        where TItem : unmanaged
    {
        if (native.Items is null)
            native.Items = (TItem*)System.Runtime.InteropServices.NativeMemory.Alloc(1);
    }
}
