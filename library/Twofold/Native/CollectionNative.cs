using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Twofold.Native;

/// <summary>An <see cref="ImmutableArray{T}"/>. One without an array is written as an empty one.</summary>
public readonly struct ImmutableArrayNative<T, TNative, TCodec> : INativeCodec<NativeSpan<TNative>, ImmutableArray<T>>
    where TNative : unmanaged
    where TCodec : INativeCodec<TNative, T>
{
    /// <inheritdoc/>
    public static ImmutableArray<T> Read(in NativeSpan<TNative> native, string name) =>
        ImmutableCollectionsMarshal.AsImmutableArray(ArrayNative<T, TNative, TCodec>.Read(in native, name));

    /// <inheritdoc/>
    public static void Write(ImmutableArray<T> value, ref NativeSpan<TNative> native) =>
        ArrayNative<T, TNative, TCodec>.Write(ImmutableCollectionsMarshal.AsArray(value) ?? [], ref native);

    /// <inheritdoc/>
    public static void Free(ref NativeSpan<TNative> native) => SpanNative.Free<T, TNative, TCodec>(ref native);
}

/// <summary>A <see cref="HashSet{T}"/>. An item that comes twice is kept once.</summary>
public readonly unsafe struct HashSetNative<T, TNative, TCodec> : INativeCodec<NativeSpan<TNative>, HashSet<T>>
    where TNative : unmanaged
    where TCodec : INativeCodec<TNative, T>
{
    /// <inheritdoc/>
    public static HashSet<T> Read(in NativeSpan<TNative> native, string name) => [.. ArrayNative<T, TNative, TCodec>.Read(in native, name)];

    /// <inheritdoc/>
    public static void Write(HashSet<T> value, ref NativeSpan<TNative> native)
    {
        SpanNative.Allocate(value.Count, ref native);
        var i = 0;
        foreach (var item in value)
            TCodec.Write(item, ref native.Items[i++]);
    }

    /// <inheritdoc/>
    public static void Free(ref NativeSpan<TNative> native) => SpanNative.Free<T, TNative, TCodec>(ref native);
}

/// <summary>A sequence.</summary>
public readonly struct EnumerableNative<T, TNative, TCodec> : INativeCodec<NativeSpan<TNative>, IEnumerable<T>>
    where TNative : unmanaged
    where TCodec : INativeCodec<TNative, T>
{
    /// <inheritdoc/>
    public static IEnumerable<T> Read(in NativeSpan<TNative> native, string name) => ListNative<T, TNative, TCodec>.Read(in native, name);

    /// <inheritdoc/>
    public static void Write(IEnumerable<T> value, ref NativeSpan<TNative> native) =>
        ReadOnlyListNative<T, TNative, TCodec>.Write(value as IReadOnlyList<T> ?? [.. value], ref native);

    /// <inheritdoc/>
    public static void Free(ref NativeSpan<TNative> native) => SpanNative.Free<T, TNative, TCodec>(ref native);
}
