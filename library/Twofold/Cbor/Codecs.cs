namespace Twofold.Cbor;

/// <summary>Text.</summary>
public readonly struct TextCbor : ICborCodec<string>
{
    /// <inheritdoc/>
    public static string Read(ref CborReader reader) => reader.ReadText();

    /// <inheritdoc/>
    public static void Write(CborWriter writer, string value) => writer.WriteText(value);
}

/// <summary>The result of a method that has none: null on the wire.</summary>
public readonly struct NothingCbor : ICborCodec<Calls.Nothing>
{
    /// <inheritdoc/>
    public static Calls.Nothing Read(ref CborReader reader)
    {
        reader.Skip();
        return default;
    }

    /// <inheritdoc/>
    public static void Write(CborWriter writer, Calls.Nothing value) => writer.WriteNull();
}

/// <summary>A list, as an array.</summary>
public readonly struct ListCbor<T, TCodec> : ICborCodec<IReadOnlyList<T>>
    where TCodec : ICborCodec<T>
{
    /// <inheritdoc/>
    public static IReadOnlyList<T> Read(ref CborReader reader)
    {
        var items = reader.BeginArray();
        var list = new List<T>(items.Capacity);
        while (reader.NextItem(ref items))
            list.Add(TCodec.Read(ref reader));

        return list;
    }

    /// <inheritdoc/>
    public static void Write(CborWriter writer, IReadOnlyList<T> value)
    {
        writer.WriteArray(value.Count);
        for (var i = 0; i < value.Count; i++)
            TCodec.Write(writer, value[i]);
    }
}
