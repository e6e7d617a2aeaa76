using Twofold.Calls;
using Twofold.Handles;

namespace Twofold.Native;

/// <summary>Delivers a record to a typed callback; the struct is valid during the call.</summary>
public unsafe struct NativeReply<T, TNative>(delegate* unmanaged<Status, TNative*, byte*, void*, void> callback, void* userData) : IReply<T>
    where TNative : unmanaged, INativeRecord<TNative, T>
{
    private TNative _native;

    /// <inheritdoc/>
    public static Delivery Delivery => Delivery.ToHost;

    /// <inheritdoc/>
    public readonly void Defer()
    {
    }

    /// <inheritdoc/>
    public void Capture(T result) => TNative.Write(result, ref _native);

    /// <inheritdoc/>
    public void Succeed()
    {
        fixed (TNative* native = &_native)
            callback(Status.Ok, native, null, userData);

        TNative.Free(ref _native);
    }

    /// <inheritdoc/>
    public void Fail(Status status, string message)
    {
        TNative.Free(ref _native);
        HostCallback.Fail((delegate* unmanaged<Status, void*, byte*, void*, void>)callback, status, message, userData);
    }
}

/// <summary>Delivers text to a typed callback; the string is valid during the call.</summary>
public unsafe struct NativeTextReply(delegate* unmanaged<Status, byte*, byte*, void*, void> callback, void* userData) : IReply<string>
{
    private byte* _text;

    /// <inheritdoc/>
    public static Delivery Delivery => Delivery.ToHost;

    /// <inheritdoc/>
    public readonly void Defer()
    {
    }

    /// <inheritdoc/>
    public void Capture(string result) => _text = NativeText.Write(result);

    /// <inheritdoc/>
    public readonly void Succeed()
    {
        callback(Status.Ok, _text, null, userData);
        NativeText.Free(_text);
    }

    /// <inheritdoc/>
    public readonly void Fail(Status status, string message) =>
        HostCallback.Fail((delegate* unmanaged<Status, void*, byte*, void*, void>)callback, status, message, userData);
}

/// <summary>Delivers a scalar to a typed callback, by value; 0 with a failure.</summary>
public unsafe struct NativeValueReply<T, TNative, TCodec>(
    delegate* unmanaged<Status, TNative, byte*, void*, void> callback, void* userData) : IReply<T>
    where TNative : unmanaged
    where TCodec : INativeCodec<TNative, T>
{
    private TNative _value;

    /// <inheritdoc/>
    public static Delivery Delivery => Delivery.ToHost;

    /// <inheritdoc/>
    public readonly void Defer()
    {
    }

    /// <inheritdoc/>
    public void Capture(T result) => TCodec.Write(result, ref _value);

    /// <inheritdoc/>
    public readonly void Succeed() => callback(Status.Ok, _value, null, userData);

    /// <inheritdoc/>
    public readonly void Fail(Status status, string message)
    {
        var text = NativeText.WriteMessage(message);
        callback(status, default, text, userData);
        NativeText.Free(text);
    }
}

/// <summary>Delivers a new context's handle to a typed callback.</summary>
public readonly unsafe struct NativeContextReply<T>(
    Context<T> context,
    HandleTable<Context<T>> handles,
    delegate* unmanaged<Status, nint, byte*, void*, void> callback,
    void* userData) : IReply<T>
    where T : class
{
    /// <inheritdoc/>
    public static Delivery Delivery => Delivery.ToHost;

    /// <inheritdoc/>
    public void Defer()
    {
    }

    /// <inheritdoc/>
    public void Capture(T result) => context.Open(result);

    /// <inheritdoc/>
    public void Succeed() => callback(Status.Ok, handles.Add(context), null, userData);

    /// <inheritdoc/>
    public void Fail(Status status, string message) =>
        HostCallback.Fail((delegate* unmanaged<Status, void*, byte*, void*, void>)callback, status, message, userData);
}

/// <summary>Tells a typed callback that a method without a result has ended.</summary>
public readonly unsafe struct NativeUnitReply(delegate* unmanaged<Status, byte*, void*, void> callback, void* userData) : IReply<Unit>
{
    /// <inheritdoc/>
    public static Delivery Delivery => Delivery.ToHost;

    /// <inheritdoc/>
    public void Defer()
    {
    }

    /// <inheritdoc/>
    public void Capture(Unit result)
    {
    }

    /// <inheritdoc/>
    public void Succeed() => callback(Status.Ok, null, userData);

    /// <inheritdoc/>
    public void Fail(Status status, string message)
    {
        var text = NativeText.WriteMessage(message);
        callback(status, text, userData);
        NativeText.Free(text);
    }
}
