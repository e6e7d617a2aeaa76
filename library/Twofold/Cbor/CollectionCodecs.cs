using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Twofold.Cbor;

/// <summary>An <see cref="ImmutableArray{T}"/>, as an array. Null is read as an empty one, and one without an array is written as that.</summary>
public readonly struct ImmutableArrayCbor<T, TCodec> : ICborCodec<ImmutableArray<T>>
    where TCodec : ICborCodec<T>
{
    /// <inheritdoc/>
    public static ImmutableArray<T> Read(ref CborReader reader) => ImmutableCollectionsMarshal.AsImmutableArray(ArrayCbor<T, TCodec>.Read(ref reader));

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, ImmutableArray<T> value) => ArrayCbor<T, TCodec>.Write(writer, ImmutableCollectionsMarshal.AsArray(value) ?? []);

    /// <inheritdoc/>
    public static long Weigh(ImmutableArray<T> value) => ArrayCbor<T, TCodec>.Weigh(ImmutableCollectionsMarshal.AsArray(value) ?? []);
}

/// <summary>A <see cref="HashSet{T}"/>, as an array. Null is read as an empty one, and an item that comes twice is kept once.</summary>
public readonly struct HashSetCbor<T, TCodec> : ICborCodec<HashSet<T>>
    where TCodec : ICborCodec<T>
{
    /// <inheritdoc/>
    public static HashSet<T> Read(ref CborReader reader)
    {
        var items = reader.BeginList();
        var set = new HashSet<T>(items.Capacity);
        while (reader.NextItem(ref items))
            set.Add(TCodec.Read(ref reader));

        return set;
    }

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, HashSet<T> value)
    {
        writer.WriteArray(value.Count);
        foreach (var item in value)
            TCodec.Write(writer, item);
    }

    /// <inheritdoc/>
    public static long Weigh(HashSet<T> value)
    {
        var bytes = DecodedSize.OfSet<T>(value.Count);
        foreach (var item in value)
            bytes += TCodec.Weigh(item);

        return bytes;
    }
}

/// <summary>A sequence, as an array. Null is read as an empty one.</summary>
public readonly struct EnumerableCbor<T, TCodec> : ICborCodec<IEnumerable<T>>
    where TCodec : ICborCodec<T>
{
    /// <inheritdoc/>
    public static IEnumerable<T> Read(ref CborReader reader) => ListCbor<T, TCodec>.Read(ref reader);

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, IEnumerable<T> value) =>
        ReadOnlyListCbor<T, TCodec>.Write(writer, value as IReadOnlyList<T> ?? [.. value]);

    /// <inheritdoc/>
    public static long Weigh(IEnumerable<T> value) => ReadOnlyListCbor<T, TCodec>.Weigh((IReadOnlyList<T>)value);
}
