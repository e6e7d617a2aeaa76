namespace Twofold.Cbor;

/// <summary>The result of a void method, or an event without parameters: null.</summary>
public readonly struct UnitCbor : ICborCodec<Calls.Unit>
{
    /// <inheritdoc/>
    public static Calls.Unit Read(ref CborReader reader)
    {
        reader.Skip();
        return default;
    }

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, Calls.Unit value) => writer.WriteNull();
}

/// <summary>A value type that may be null.</summary>
public readonly struct OptionalValueCbor<T, TCodec> : ICborCodec<T?>
    where T : struct
    where TCodec : ICborCodec<T>
{
    /// <inheritdoc/>
    public static T? Read(ref CborReader reader) => reader.TryNull() ? null : TCodec.Read(ref reader);

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, T? value)
    {
        if (value is { } present)
            TCodec.Write(writer, present);
        else
            writer.WriteNull();
    }

    /// <inheritdoc/>
    public static long Weigh(T? value) => value is { } present ? TCodec.Weigh(present) : 0;
}

/// <summary>A reference type that may be null.</summary>
public readonly struct OptionalCbor<T, TCodec> : ICborCodec<T?>
    where T : class
    where TCodec : ICborCodec<T>
{
    /// <inheritdoc/>
    public static T? Read(ref CborReader reader) => reader.TryNull() ? null : TCodec.Read(ref reader);

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, T? value)
    {
        if (value is not null)
            TCodec.Write(writer, value);
        else
            writer.WriteNull();
    }

    /// <inheritdoc/>
    public static long Weigh(T? value) => value is null ? 0 : TCodec.Weigh(value);
}

/// <summary>A <see cref="List{T}"/>, as an array. Null is read as an empty one.</summary>
public readonly struct ListCbor<T, TCodec> : ICborCodec<List<T>>
    where TCodec : ICborCodec<T>
{
    /// <inheritdoc/>
    public static List<T> Read(ref CborReader reader)
    {
        var items = reader.BeginList();
        var list = new List<T>(items.Capacity);
        while (reader.NextItem(ref items))
            list.Add(TCodec.Read(ref reader));

        return list;
    }

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, List<T> value) => ReadOnlyListCbor<T, TCodec>.Write(writer, value);

    /// <inheritdoc/>
    public static long Weigh(List<T> value) => ReadOnlyListCbor<T, TCodec>.Weigh(value);
}

/// <summary>A read-only list, as an array. Null is read as an empty one.</summary>
public readonly struct ReadOnlyListCbor<T, TCodec> : ICborCodec<IReadOnlyList<T>>
    where TCodec : ICborCodec<T>
{
    /// <inheritdoc/>
    public static IReadOnlyList<T> Read(ref CborReader reader) => ListCbor<T, TCodec>.Read(ref reader);

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, IReadOnlyList<T> value)
    {
        writer.WriteArray(value.Count);
        for (var i = 0; i < value.Count; i++)
            TCodec.Write(writer, value[i]);
    }

    /// <inheritdoc/>
    public static long Weigh(IReadOnlyList<T> value)
    {
        var bytes = DecodedSize.OfList<T>(value.Count);
        for (var i = 0; i < value.Count; i++)
            bytes += TCodec.Weigh(value[i]);

        return bytes;
    }
}

/// <summary>A C# array, as an array. Null is read as an empty one.</summary>
public readonly struct ArrayCbor<T, TCodec> : ICborCodec<T[]>
    where TCodec : ICborCodec<T>
{
    /// <inheritdoc/>
    public static T[] Read(ref CborReader reader)
    {
        var items = reader.BeginList();
        T[] array = items.Capacity == 0 ? [] : new T[items.Capacity];
        var count = 0;
        while (reader.NextItem(ref items))
        {
            if (count == array.Length)
                Array.Resize(ref array, Math.Max(4, 2 * count));

            array[count++] = TCodec.Read(ref reader);
        }

        Array.Resize(ref array, count);
        return array;
    }

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, T[] value)
    {
        writer.WriteArray(value.Length);
        foreach (var item in value)
            TCodec.Write(writer, item);
    }

    /// <inheritdoc/>
    public static long Weigh(T[] value) => ReadOnlyListCbor<T, TCodec>.Weigh(value);
}
