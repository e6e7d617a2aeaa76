namespace Twofold.Native;

/// <summary>Calls of the host's callbacks that every kind of reply shares.</summary>
internal static unsafe class HostCallback
{
    /// <summary>Calls a typed callback with a failure; the message is valid during the call.</summary>
    public static void Fail(delegate* unmanaged<Status, void*, byte*, void*, void> callback, Status status, string message, void* userData)
    {
        var text = NativeText.WriteMessage(message);
        callback(status, null, text, userData);
        NativeText.Free(text);
    }
}
