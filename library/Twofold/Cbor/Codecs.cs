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

/// <summary>A <c>bool</c>.</summary>
public readonly struct BoolCbor : ICborCodec<bool>
{
    /// <inheritdoc/>
    public static bool Read(ref CborReader reader) => reader.ReadBoolean();

    /// <inheritdoc/>
    public static void Write(CborWriter writer, bool value) => writer.WriteBoolean(value);
}

/// <summary>A <c>int</c>.</summary>
public readonly struct Int32Cbor : ICborCodec<int>
{
    /// <inheritdoc/>
    public static int Read(ref CborReader reader) => reader.ReadInt32();

    /// <inheritdoc/>
    public static void Write(CborWriter writer, int value) => writer.WriteInt64(value);
}

/// <summary>A <c>long</c>.</summary>
public readonly struct Int64Cbor : ICborCodec<long>
{
    /// <inheritdoc/>
    public static long Read(ref CborReader reader) => reader.ReadInt64();

    /// <inheritdoc/>
    public static void Write(CborWriter writer, long value) => writer.WriteInt64(value);
}

/// <summary>A <c>uint</c>.</summary>
public readonly struct UInt32Cbor : ICborCodec<uint>
{
    /// <inheritdoc/>
    public static uint Read(ref CborReader reader) => reader.ReadUInt32();

    /// <inheritdoc/>
    public static void Write(CborWriter writer, uint value) => writer.WriteInt64(value);
}
