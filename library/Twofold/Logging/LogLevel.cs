namespace Twofold.Logging;

/// <summary>How grave a line of the log is; each level includes those before it.</summary>
public enum LogLevel
{
    /// <summary>An exported method failed in a way that its author did not foresee.</summary>
    Error = 1,

    /// <summary>Something was lost, cut off or failed where nobody waits for it.</summary>
    Warning = 2,

    /// <summary>A server started, stopped, or answered a request with a failure.</summary>
    Info = 3,

    /// <summary>Connections that come and go.</summary>
    Debug = 4,
}
