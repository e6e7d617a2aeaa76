using Twofold.Calls;
using Twofold.Cbor;
using Twofold.Handles;

namespace Twofold.Native;

/// <summary>Writes a record as a struct.</summary>
public readonly struct RecordResult<T, TNative> : IResultWriter<T, NativePlace<TNative>>
    where TNative : unmanaged, INativeRecord<TNative, T>
{
    /// <inheritdoc/>
    public static void Write(in NativePlace<TNative> destination, T value) => TNative.Write(value, ref destination.Value);
}

/// <summary>Writes a number, a boolean or an enum.</summary>
public readonly struct ValueResult<T, TNative, TCodec> : IResultWriter<T, NativePlace<TNative>>
    where TNative : unmanaged
    where TCodec : INativeCodec<TNative, T>
{
    /// <inheritdoc/>
    public static void Write(in NativePlace<TNative> destination, T value) => TCodec.Write(value, ref destination.Value);
}

/// <summary>Writes a value as the address of a C string.</summary>
public readonly unsafe struct TextResult<T, TCodec> : IResultWriter<T, NativePlace<nint>>
    where TCodec : INativeCodec<NativeString, T>
{
    /// <inheritdoc/>
    public static void Write(in NativePlace<nint> destination, T value)
    {
        NativeString text = default;
        TCodec.Write(value, ref text);
        destination.Value = (nint)text.Pointer;
    }
}

/// <summary>A result that is the address of a C string.</summary>
public readonly unsafe struct TextMemory : INativeMemory<nint>
{
    /// <inheritdoc/>
    public static void Free(ref nint native)
    {
        NativeText.Free((byte*)native);
        native = 0;
    }
}

/// <summary>Writes nothing: the method has no result.</summary>
public readonly struct UnitResult : IResultWriter<Unit, NativePlace<byte>>
{
    /// <inheritdoc/>
    public static void Write(in NativePlace<byte> destination, Unit value)
    {
    }
}

/// <summary>Writes an object as a new handle.</summary>
public readonly struct ObjectResult<T> : IResultWriter<T, NativePlace<nint>>
    where T : class
{
    /// <inheritdoc/>
    public static void Write(in NativePlace<nint> destination, T value) =>
        destination.Value = (nint)destination.Objects!.Keep(value ?? throw new FfiException("the method returned no object"));
}

/// <summary>Gives a new object of the library's class its context and its handle.</summary>
public sealed class NewContext<T>(Context<T> context, HandleTable<Context<T>> handles) : IObjectKeeper
    where T : class
{
    /// <inheritdoc/>
    public ulong Keep(object target)
    {
        context.Open((T)target);
        return (ulong)handles.Add(context);
    }

    /// <inheritdoc/>
    public object? Find(ulong handle) => throw new NotSupportedException("a context is found by the export");
}
