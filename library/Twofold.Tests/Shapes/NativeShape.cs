using Twofold.Native;

namespace Twofold.Tests.Shapes;

/// <summary>
/// Calls of the native ABI, one for each way to pass a parameter. The exports take untyped pointers, which fit any struct; the
/// type arguments name the actual struct.
/// </summary>
internal static unsafe class NativeShape
{
    /// <summary>A struct goes in by pointer, NULL if it is absent, and a struct comes out.</summary>
    public static Answer Record<T, TIn, TResult, TOut>(
        nint handle, T? value, delegate* unmanaged<nint, void*, void*, Status> export)
        where T : notnull
        where TIn : unmanaged, INativeRecord<TIn, T>
        where TOut : unmanaged, INativeRecord<TOut, TResult>
    {
        TIn native = default;
        TOut reply = default;
        try
        {
            if (value is not null)
                TIn.Write(value, ref native);

            return Result<TResult, TOut>(export(handle, value is null ? null : &native, &reply), ref reply);
        }
        catch (FfiException e)
        {
            return new Answer(Status.Error, e.Message);
        }
        finally
        {
            TIn.Free(ref native);
        }
    }

    /// <summary>The same for a record struct.</summary>
    public static Answer RecordValue<T, TIn, TOut>(nint handle, T? value, delegate* unmanaged<nint, void*, void*, Status> export)
        where T : struct
        where TIn : unmanaged, INativeRecord<TIn, T>
        where TOut : unmanaged, INativeRecord<TOut, T?>
    {
        TIn native = default;
        TOut reply = default;
        if (value is { } present)
            TIn.Write(present, ref native);

        return Result<T?, TOut>(export(handle, value is null ? null : &native, &reply), ref reply);
    }

    /// <summary>A pointer and a count go in; a struct with both comes out.</summary>
    public static Answer Span<T, TStruct>(nint handle, T value, delegate* unmanaged<nint, void*, nuint, void*, Status> export)
        where TStruct : unmanaged, INativeRecord<TStruct, T>
    {
        TStruct native = default;
        TStruct reply = default;
        try
        {
            TStruct.Write(value, ref native);
            var span = *(NativeSpan<byte>*)&native;
            return Result<T, TStruct>(export(handle, span.Items, span.Count, &reply), ref reply);
        }
        catch (FfiException e)
        {
            return new Answer(Status.Error, e.Message);
        }
        finally
        {
            TStruct.Free(ref native);
        }
    }

    /// <summary>A value goes in and comes out as it is.</summary>
    public static Answer Value<T, TNative, TCodec>(nint handle, T value, delegate* unmanaged<nint, TNative, TNative*, Status> export)
        where TNative : unmanaged
        where TCodec : INativeCodec<TNative, T>
    {
        TNative native = default;
        TNative reply = default;
        TCodec.Write(value, ref native);
        var status = export(handle, native, &reply);
        return status == Status.Ok ? Answer.Of(TCodec.Read(in reply, "reply")) : Answer.Refused(status);
    }

    /// <summary>A value goes in as a C string, or NULL, and comes out as the one member of a struct, or by itself.</summary>
    public static Answer Written<T, TCodec>(nint handle, T value, delegate* unmanaged<nint, byte*, byte**, Status> export)
        where TCodec : INativeCodec<NativeString, T>
    {
        NativeString native = default;
        NativeString reply = default;
        try
        {
            TCodec.Write(value, ref native);
            var status = export(handle, native.Pointer, &reply.Pointer);
            return status == Status.Ok ? Answer.Of(TCodec.Read(in reply, "reply")) : Answer.Refused(status);
        }
        finally
        {
            TCodec.Free(ref native);
            TCodec.Free(ref reply);
        }
    }

    /// <summary>A text, or NULL, goes in and comes out as the one member of a struct, or by itself.</summary>
    public static Answer Text(nint handle, string? value, delegate* unmanaged<nint, byte*, byte**, Status> export)
    {
        byte* native = null;
        byte* reply = null;
        try
        {
            native = NativeText.WriteOptional(value);
            var status = export(handle, native, &reply);
            return status == Status.Ok ? Answer.Of(NativeText.ReadOptional(reply, "reply")) : Answer.Refused(status);
        }
        catch (FfiException e)
        {
            return new Answer(Status.Error, e.Message);
        }
        finally
        {
            NativeText.Free(native);
            NativeText.Free(reply);
        }
    }

    /// <summary>A number goes in by pointer, NULL if it is absent; a struct with a flag comes out.</summary>
    public static Answer OptionalNumber<T, TNative, TOut>(
        nint handle, T? value, Func<T, TNative> convert, delegate* unmanaged<nint, void*, void*, Status> export)
        where T : struct
        where TNative : unmanaged
        where TOut : unmanaged, INativeRecord<TOut, T?>
    {
        TOut reply = default;
        var number = value is { } present ? convert(present) : default;
        return Result<T?, TOut>(export(handle, value is null ? null : &number, &reply), ref reply);
    }

    /// <summary>The reply in canonical notation; frees the reply.</summary>
    public static Answer Result<T, TOut>(Status status, ref TOut reply)
        where TOut : unmanaged, INativeRecord<TOut, T>
    {
        if (status != Status.Ok)
            return Answer.Refused(status);

        try
        {
            return Answer.Of(TOut.Read(in reply));
        }
        finally
        {
            TOut.Free(ref reply);
        }
    }
}
