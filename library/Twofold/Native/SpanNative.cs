using System.Runtime.InteropServices;

namespace Twofold.Native;

/// <summary>What every kind of list shares: a pointer to items and their count.</summary>
internal static unsafe class SpanNative
{
    /// <summary>Checks a borrowed list.</summary>
    /// <exception cref="NativeArgumentException">The pointer is NULL though the count is not 0, or memory cannot hold the count.</exception>
    public static int Check<TNative>(in NativeSpan<TNative> native, string name)
        where TNative : unmanaged
    {
        if (native.Items is null && native.Count != 0)
            throw new NativeArgumentException(name, $"NULL, though its count is {native.Count}");
        if (native.Count > (nuint)(Array.MaxLength / sizeof(TNative)))
            throw new NativeArgumentException(name, $"a count of {native.Count} is more than memory can hold");

        return (int)native.Count;
    }

    /// <summary>Copies items into a list.</summary>
    public static void Read<T, TNative, TCodec>(in NativeSpan<TNative> native, Span<T> items, string name)
        where TNative : unmanaged
        where TCodec : INativeCodec<TNative, T>
    {
        var i = 0;
        try
        {
            for (; i < items.Length; i++)
                items[i] = TCodec.Read(in native.Items[i], "");
        }
        catch (NativeArgumentException e) when (e.Within($"{name}[{i}]"))
        {
            throw;
        }
    }

    /// <summary>Allocates zeroed room for items; NULL if there are none.</summary>
    public static void Allocate<TNative>(int count, ref NativeSpan<TNative> native)
        where TNative : unmanaged
    {
        native.Items = count == 0 ? null : (TNative*)NativeMemory.AllocZeroed((nuint)count, (nuint)sizeof(TNative));
        native.Count = (nuint)count;
    }

    /// <summary>Frees the items and their memory.</summary>
    public static void Free<T, TNative, TCodec>(ref NativeSpan<TNative> native)
        where TNative : unmanaged
        where TCodec : INativeCodec<TNative, T>
    {
        for (nuint i = 0; i < native.Count; i++)
            TCodec.Free(ref native.Items[i]);

        NativeMemory.Free(native.Items);
        native = default;
    }
}

/// <summary>A C# array.</summary>
public readonly unsafe struct ArrayNative<T, TNative, TCodec> : INativeCodec<NativeSpan<TNative>, T[]>
    where TNative : unmanaged
    where TCodec : INativeCodec<TNative, T>
{
    /// <inheritdoc/>
    public static T[] Read(in NativeSpan<TNative> native, string name)
    {
        var items = new T[SpanNative.Check(in native, name)];
        SpanNative.Read<T, TNative, TCodec>(in native, items, name);
        return items;
    }

    /// <inheritdoc/>
    public static void Write(T[] value, ref NativeSpan<TNative> native)
    {
        SpanNative.Allocate(value.Length, ref native);
        for (var i = 0; i < value.Length; i++)
            TCodec.Write(value[i], ref native.Items[i]);
    }

    /// <inheritdoc/>
    public static void Free(ref NativeSpan<TNative> native) => SpanNative.Free<T, TNative, TCodec>(ref native);
}

/// <summary>A <see cref="List{T}"/>.</summary>
public readonly struct ListNative<T, TNative, TCodec> : INativeCodec<NativeSpan<TNative>, List<T>>
    where TNative : unmanaged
    where TCodec : INativeCodec<TNative, T>
{
    /// <inheritdoc/>
    public static List<T> Read(in NativeSpan<TNative> native, string name)
    {
        var list = new List<T>();
        CollectionsMarshal.SetCount(list, SpanNative.Check(in native, name));
        SpanNative.Read<T, TNative, TCodec>(in native, CollectionsMarshal.AsSpan(list), name);
        return list;
    }

    /// <inheritdoc/>
    public static void Write(List<T> value, ref NativeSpan<TNative> native) => ReadOnlyListNative<T, TNative, TCodec>.Write(value, ref native);

    /// <inheritdoc/>
    public static void Free(ref NativeSpan<TNative> native) => SpanNative.Free<T, TNative, TCodec>(ref native);
}

/// <summary>A read-only list.</summary>
public readonly unsafe struct ReadOnlyListNative<T, TNative, TCodec> : INativeCodec<NativeSpan<TNative>, IReadOnlyList<T>>
    where TNative : unmanaged
    where TCodec : INativeCodec<TNative, T>
{
    /// <inheritdoc/>
    public static IReadOnlyList<T> Read(in NativeSpan<TNative> native, string name) => ListNative<T, TNative, TCodec>.Read(in native, name);

    /// <inheritdoc/>
    public static void Write(IReadOnlyList<T> value, ref NativeSpan<TNative> native)
    {
        SpanNative.Allocate(value.Count, ref native);
        for (var i = 0; i < (int)native.Count; i++)
            TCodec.Write(value[i], ref native.Items[i]);
    }

    /// <inheritdoc/>
    public static void Free(ref NativeSpan<TNative> native) => SpanNative.Free<T, TNative, TCodec>(ref native);
}

/// <summary>Bytes that are kept as <see cref="ReadOnlyMemory{T}"/>.</summary>
public readonly unsafe struct MemoryNative : INativeCodec<NativeSpan<byte>, ReadOnlyMemory<byte>>
{
    /// <inheritdoc/>
    public static ReadOnlyMemory<byte> Read(in NativeSpan<byte> native, string name) => BytesNative.Read(in native, name);

    /// <inheritdoc/>
    public static void Write(ReadOnlyMemory<byte> value, ref NativeSpan<byte> native)
    {
        SpanNative.Allocate(value.Length, ref native);
        value.Span.CopyTo(new Span<byte>(native.Items, value.Length));
    }

    /// <inheritdoc/>
    public static void Free(ref NativeSpan<byte> native) => SpanNative.Free<byte, byte, NumberNative<byte>>(ref native);
}

/// <summary>Bytes that are kept as an array.</summary>
public readonly unsafe struct BytesNative : INativeCodec<NativeSpan<byte>, byte[]>
{
    /// <inheritdoc/>
    public static byte[] Read(in NativeSpan<byte> native, string name) =>
        new ReadOnlySpan<byte>(native.Items, SpanNative.Check(in native, name)).ToArray();

    /// <inheritdoc/>
    public static void Write(byte[] value, ref NativeSpan<byte> native)
    {
        // Not as memory, to which null converts: as empty memory.
        SpanNative.Allocate(value.Length, ref native);
        value.CopyTo(new Span<byte>(native.Items, value.Length));
    }

    /// <inheritdoc/>
    public static void Free(ref NativeSpan<byte> native) => MemoryNative.Free(ref native);
}
