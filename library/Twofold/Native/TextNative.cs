namespace Twofold.Native;

/// <summary>Text.</summary>
public readonly unsafe struct TextNative : INativeCodec<NativeString, string>
{
    /// <inheritdoc/>
    public static string Read(in NativeString native, string name) => NativeText.Read(native.Pointer, name);

    /// <inheritdoc/>
    public static void Write(string value, ref NativeString native) => native.Pointer = NativeText.Write(value);

    /// <inheritdoc/>
    public static void Free(ref NativeString native)
    {
        NativeText.Free(native.Pointer);
        native.Pointer = null;
    }
}

/// <summary>Text that may be NULL.</summary>
public readonly unsafe struct OptionalTextNative : INativeCodec<NativeString, string?>
{
    /// <inheritdoc/>
    public static string? Read(in NativeString native, string name) => NativeText.ReadOptional(native.Pointer, name);

    /// <inheritdoc/>
    public static void Write(string? value, ref NativeString native) => native.Pointer = NativeText.WriteOptional(value);

    /// <inheritdoc/>
    public static void Free(ref NativeString native) => TextNative.Free(ref native);
}
