using Twofold.Logging;

namespace Twofold.Native;

/// <summary>Passes the log to a callback of the host; the text is valid during the call.</summary>
public sealed unsafe class NativeLog : ILogSink
{
    private readonly delegate* unmanaged<LogLevel, byte*, void*, void> _callback;
    private readonly void* _userData;

    private NativeLog(delegate* unmanaged<LogLevel, byte*, void*, void> callback, void* userData)
    {
        _callback = callback;
        _userData = userData;
    }

    /// <summary>Writes the log to the callback, or nowhere if it is NULL.</summary>
    /// <exception cref="NativeArgumentException">There is no such level.</exception>
    public static Status Set(LogLevel level, delegate* unmanaged<LogLevel, byte*, void*, void> callback, void* userData)
    {
        if (callback is not null && level is < LogLevel.Error or > LogLevel.Debug)
            throw new NativeArgumentException("level", $"expected 1 (ERROR) to 4 (DEBUG), found {(int)level}");

        Log.Set(level, callback is null ? null : new NativeLog(callback, userData));
        return Status.Ok;
    }

    /// <inheritdoc/>
    public void Write(LogLevel level, string message)
    {
        var text = NativeText.WriteMessage(message);
        _callback(level, text, _userData);
        NativeText.Free(text);
    }
}
