namespace Twofold.Cbor;

/// <summary><c>bool</c></summary>
public readonly struct BoolCbor : ICborCodec<bool>
{
    /// <inheritdoc/>
    public static bool Read(ref CborReader reader) => reader.ReadBoolean();

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, bool value) => writer.WriteBoolean(value);
}

/// <summary><c>sbyte</c></summary>
public readonly struct Int8Cbor : ICborCodec<sbyte>
{
    /// <inheritdoc/>
    public static sbyte Read(ref CborReader reader) => (sbyte)reader.ReadInteger(sbyte.MinValue, sbyte.MaxValue);

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, sbyte value) => writer.WriteInt64(value);
}

/// <summary><c>byte</c></summary>
public readonly struct UInt8Cbor : ICborCodec<byte>
{
    /// <inheritdoc/>
    public static byte Read(ref CborReader reader) => (byte)reader.ReadInteger(byte.MinValue, byte.MaxValue);

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, byte value) => writer.WriteInt64(value);
}

/// <summary><c>short</c></summary>
public readonly struct Int16Cbor : ICborCodec<short>
{
    /// <inheritdoc/>
    public static short Read(ref CborReader reader) => (short)reader.ReadInteger(short.MinValue, short.MaxValue);

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, short value) => writer.WriteInt64(value);
}

/// <summary><c>ushort</c></summary>
public readonly struct UInt16Cbor : ICborCodec<ushort>
{
    /// <inheritdoc/>
    public static ushort Read(ref CborReader reader) => (ushort)reader.ReadInteger(ushort.MinValue, ushort.MaxValue);

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, ushort value) => writer.WriteInt64(value);
}

/// <summary><c>int</c></summary>
public readonly struct Int32Cbor : ICborCodec<int>
{
    /// <inheritdoc/>
    public static int Read(ref CborReader reader) => reader.ReadInt32();

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, int value) => writer.WriteInt64(value);
}

/// <summary><c>uint</c></summary>
public readonly struct UInt32Cbor : ICborCodec<uint>
{
    /// <inheritdoc/>
    public static uint Read(ref CborReader reader) => reader.ReadUInt32();

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, uint value) => writer.WriteInt64(value);
}

/// <summary><c>long</c></summary>
public readonly struct Int64Cbor : ICborCodec<long>
{
    /// <inheritdoc/>
    public static long Read(ref CborReader reader) => reader.ReadInt64();

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, long value) => writer.WriteInt64(value);
}

/// <summary><c>ulong</c></summary>
public readonly struct UInt64Cbor : ICborCodec<ulong>
{
    /// <inheritdoc/>
    public static ulong Read(ref CborReader reader) => reader.ReadUInt64();

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, ulong value) => writer.WriteUInt64(value);
}

/// <summary><c>float</c></summary>
public readonly struct Float32Cbor : ICborCodec<float>
{
    /// <inheritdoc/>
    public static float Read(ref CborReader reader) => reader.ReadSingle();

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, float value) => writer.WriteSingle(value);
}

/// <summary><c>double</c></summary>
public readonly struct Float64Cbor : ICborCodec<double>
{
    /// <inheritdoc/>
    public static double Read(ref CborReader reader) => reader.ReadDouble();

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, double value) => writer.WriteDouble(value);
}

/// <summary><c>string</c></summary>
public readonly struct TextCbor : ICborCodec<string>
{
    /// <inheritdoc/>
    public static string Read(ref CborReader reader) => reader.ReadText();

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, string value) => writer.WriteText(value);

    /// <inheritdoc/>
    public static long Weigh(string value) => DecodedSize.Of(value);
}

/// <summary><c>byte[]</c></summary>
public readonly struct BytesCbor : ICborCodec<byte[]>
{
    /// <inheritdoc/>
    public static byte[] Read(ref CborReader reader) => reader.ReadBytes();

    /// <inheritdoc/>
    // Reads the length so that null throws: an implicit conversion would make it an empty span.
    public static void Write(in CborWriter writer, byte[] value) => writer.WriteBytes(value.AsSpan(0, value.Length));

    /// <inheritdoc/>
    public static long Weigh(byte[] value) => DecodedSize.Of(value);
}

/// <summary><c>ReadOnlyMemory</c></summary>
public readonly struct MemoryCbor : ICborCodec<ReadOnlyMemory<byte>>
{
    /// <inheritdoc/>
    public static ReadOnlyMemory<byte> Read(ref CborReader reader) => reader.ReadBytes();

    /// <inheritdoc/>
    public static void Write(in CborWriter writer, ReadOnlyMemory<byte> value) => writer.WriteBytes(value.Span);

    /// <inheritdoc/>
    public static long Weigh(ReadOnlyMemory<byte> value) => DecodedSize.Of(value);
}
