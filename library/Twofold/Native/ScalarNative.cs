namespace Twofold.Native;

/// <summary>A number that is the same on both sides.</summary>
public readonly struct NumberNative<T> : INativeCodec<T, T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static T Read(in T native, string name) => native;

    /// <inheritdoc/>
    public static void Write(T value, ref T native) => native = value;

    /// <inheritdoc/>
    public static void Free(ref T native) => native = default;
}

/// <summary>A boolean, as the byte of C's bool.</summary>
public readonly struct BoolNative : INativeCodec<byte, bool>
{
    /// <inheritdoc/>
    public static bool Read(in byte native, string name) => native != 0;

    /// <inheritdoc/>
    public static void Write(bool value, ref byte native) => native = value ? (byte)1 : (byte)0;

    /// <inheritdoc/>
    public static void Free(ref byte native) => native = 0;
}

/// <summary>A <see cref="Half"/>, as a float.</summary>
public readonly struct HalfNative : INativeCodec<float, Half>
{
    /// <inheritdoc/>
    public static Half Read(in float native, string name)
    {
        var value = (Half)native;
        return Half.IsInfinity(value) && float.IsFinite(native)
            ? throw new NativeArgumentException(name, $"expected a float of 16 bits, found {((double)native).ToString("R", System.Globalization.CultureInfo.InvariantCulture)}")
            : value;
    }

    /// <inheritdoc/>
    public static void Write(Half value, ref float native) => native = (float)value;

    /// <inheritdoc/>
    public static void Free(ref float native) => native = 0;
}

/// <summary>A <c>char</c>, as a number.</summary>
public readonly struct CharNative : INativeCodec<ushort, char>
{
    /// <inheritdoc/>
    public static char Read(in ushort native, string name) => (char)native;

    /// <inheritdoc/>
    public static void Write(char value, ref ushort native) => native = value;

    /// <inheritdoc/>
    public static void Free(ref ushort native) => native = 0;
}

/// <summary>A number that may be absent, as an item of a list.</summary>
public readonly struct OptionalNative<T, TNative, TCodec> : INativeCodec<NativeOptional<TNative>, T?>
    where T : struct
    where TNative : unmanaged
    where TCodec : INativeCodec<TNative, T>
{
    /// <inheritdoc/>
    public static T? Read(in NativeOptional<TNative> native, string name) => native.HasValue != 0 ? TCodec.Read(in native.Value, name) : null;

    /// <inheritdoc/>
    public static void Write(T? value, ref NativeOptional<TNative> native)
    {
        native.HasValue = value.HasValue ? (byte)1 : (byte)0;
        if (value is { } present)
            TCodec.Write(present, ref native.Value);
    }

    /// <inheritdoc/>
    public static void Free(ref NativeOptional<TNative> native) => native = default;
}
