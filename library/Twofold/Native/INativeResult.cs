using System.Runtime.CompilerServices;
using Twofold.Calls;
using Twofold.Handles;

namespace Twofold.Native;

/// <summary>Puts the result of a call into what stands for it in C. The callback form and the blocking form share it.</summary>
/// <typeparam name="T">The method's result.</typeparam>
/// <typeparam name="TNative">What stands for it in C.</typeparam>
public interface INativeResult<T, TNative>
    where TNative : unmanaged
{
    /// <summary>Fills a zeroed place.</summary>
    void Write(T result, ref TNative place);

    /// <summary>Frees what <see cref="Write"/> has allocated, also if it has failed half-way, and zeroes the place.</summary>
    void Free(ref TNative place);
}

/// <summary>A record: a struct.</summary>
public readonly struct RecordResult<T, TNative> : INativeResult<T, TNative>
    where TNative : unmanaged, INativeRecord<TNative, T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(T result, ref TNative place) => TNative.Write(result, ref place);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Free(ref TNative place) => TNative.Free(ref place);
}

/// <summary>A number, a boolean or an enum.</summary>
public readonly struct ValueResult<T, TNative, TCodec> : INativeResult<T, TNative>
    where TNative : unmanaged
    where TCodec : INativeCodec<TNative, T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(T result, ref TNative place) => TCodec.Write(result, ref place);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Free(ref TNative place) => TCodec.Free(ref place);
}

/// <summary>Text: the address of a C string.</summary>
public readonly unsafe struct TextResult : INativeResult<string, nint>
{
    /// <inheritdoc/>
    public void Write(string result, ref nint place) => place = (nint)NativeText.Write(result);

    /// <inheritdoc/>
    public void Free(ref nint place)
    {
        NativeText.Free((byte*)place);
        place = 0;
    }
}

/// <summary>Nothing, which has no place in C.</summary>
public readonly struct UnitResult : INativeResult<Unit, byte>
{
    /// <inheritdoc/>
    public void Write(Unit result, ref byte place)
    {
    }

    /// <inheritdoc/>
    public void Free(ref byte place)
    {
    }
}

/// <summary>A new object of the library's class: the handle of its context. A handle ends with its object, not here.</summary>
public readonly struct ContextResult<T>(Context<T> context, HandleTable<Context<T>> handles) : INativeResult<T, nint>
    where T : class
{
    /// <inheritdoc/>
    public void Write(T result, ref nint place)
    {
        context.Open(result);
        place = handles.Add(context);
    }

    /// <inheritdoc/>
    public void Free(ref nint place)
    {
    }
}

/// <summary>An object that a method has returned: its handle, which ends with the object, not here.</summary>
public readonly struct ObjectResult<T>(Context context, HandleTable<OwnedObject<T>> handles) : INativeResult<T, nint>
    where T : class
{
    /// <inheritdoc/>
    public void Write(T result, ref nint place) =>
        place = handles.Add(new OwnedObject<T>(context, result ?? throw new FfiException("the method returned no object")));

    /// <inheritdoc/>
    public void Free(ref nint place)
    {
    }
}
