namespace Twofold.Native;

/// <summary>The signature of a typed callback: how it takes the result.</summary>
public unsafe interface INativeCallback<TNative>
    where TNative : unmanaged
{
    /// <summary>Calls the host. The result is zeroed if there is a failure, and the message is NULL if there is none.</summary>
    static abstract void Invoke(void* callback, Status status, TNative* result, byte* message, void* userData);
}

/// <summary>Takes a struct by its address, which is NULL with a failure.</summary>
public readonly unsafe struct PointerCallback<TNative> : INativeCallback<TNative>
    where TNative : unmanaged
{
    /// <inheritdoc/>
    public static void Invoke(void* callback, Status status, TNative* result, byte* message, void* userData) =>
        ((delegate* unmanaged<Status, TNative*, byte*, void*, void>)callback)(status, status == Status.Ok ? result : null, message, userData);
}

/// <summary>Takes a number, a string's address or a handle by value; 0 with a failure.</summary>
public readonly unsafe struct ValueCallback<TNative> : INativeCallback<TNative>
    where TNative : unmanaged
{
    /// <inheritdoc/>
    public static void Invoke(void* callback, Status status, TNative* result, byte* message, void* userData) =>
        ((delegate* unmanaged<Status, TNative, byte*, void*, void>)callback)(status, *result, message, userData);
}

/// <summary>Takes no result.</summary>
public readonly unsafe struct UnitCallback : INativeCallback<byte>
{
    /// <inheritdoc/>
    public static void Invoke(void* callback, Status status, byte* result, byte* message, void* userData) =>
        ((delegate* unmanaged<Status, byte*, void*, void>)callback)(status, message, userData);
}
