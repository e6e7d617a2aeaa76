using System.Runtime.InteropServices;
using Twofold.Text;

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

/// <summary>A <c>decimal</c>, in digits.</summary>
public readonly unsafe struct DecimalNative : INativeCodec<NativeString, decimal>
{
    /// <inheritdoc/>
    public static decimal Read(in NativeString native, string name)
    {
        if (native.Pointer is null)
            throw new NativeArgumentException(name, "expected a decimal, found NULL");

        var text = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(native.Pointer);
        if (!DecimalText.TryParse(text, out var value))
            throw new NativeArgumentException(name, $"expected a decimal, found text \"{Printable.Shorten(text)}\"");

        return value ?? throw new NativeArgumentException(name, $"expected a decimal of at most 96 bits and 28 places, found text \"{Printable.Shorten(text)}\"");
    }

    /// <inheritdoc/>
    public static void Write(decimal value, ref NativeString native) => native.Pointer = NativeText.Write(DecimalText.Format(value));

    /// <inheritdoc/>
    public static void Free(ref NativeString native) => TextNative.Free(ref native);
}

/// <summary>A <c>decimal</c> that may be NULL.</summary>
public readonly unsafe struct OptionalDecimalNative : INativeCodec<NativeString, decimal?>
{
    /// <inheritdoc/>
    public static decimal? Read(in NativeString native, string name) => native.Pointer is null ? null : DecimalNative.Read(in native, name);

    /// <inheritdoc/>
    public static void Write(decimal? value, ref NativeString native)
    {
        if (value is { } present)
            DecimalNative.Write(present, ref native);
    }

    /// <inheritdoc/>
    public static void Free(ref NativeString native) => TextNative.Free(ref native);
}

/// <summary>A <see cref="Uri"/>, as it was given.</summary>
public readonly struct UriNative : INativeCodec<NativeString, Uri>
{
    /// <inheritdoc/>
    public static Uri Read(in NativeString native, string name)
    {
        var text = TextNative.Read(in native, name);
        return Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var uri)
            ? uri
            : throw new NativeArgumentException(name, $"expected a URI, found text \"{Printable.Shorten(text)}\"");
    }

    /// <inheritdoc/>
    public static void Write(Uri value, ref NativeString native) => TextNative.Write(value.OriginalString, ref native);

    /// <inheritdoc/>
    public static void Free(ref NativeString native) => TextNative.Free(ref native);
}

/// <summary>A <see cref="Uri"/> that may be NULL.</summary>
public readonly unsafe struct OptionalUriNative : INativeCodec<NativeString, Uri?>
{
    /// <inheritdoc/>
    public static Uri? Read(in NativeString native, string name) => native.Pointer is null ? null : UriNative.Read(in native, name);

    /// <inheritdoc/>
    public static void Write(Uri? value, ref NativeString native)
    {
        if (value is not null)
            UriNative.Write(value, ref native);
    }

    /// <inheritdoc/>
    public static void Free(ref NativeString native) => TextNative.Free(ref native);
}
