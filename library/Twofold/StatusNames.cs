namespace Twofold;

/// <summary>The statuses' names, as the C enum and the protocol's documentation spell them.</summary>
public static class StatusNames
{
    /// <summary>The name of a status, for example INVALID_ARGUMENT; UNKNOWN for a number that is none.</summary>
    public static ReadOnlySpan<byte> Utf8(Status status) => status switch
    {
        Status.Ok => "OK"u8,
        Status.Error => "ERROR"u8,
        Status.MissingCallback => "MISSING_CALLBACK"u8,
        Status.Progress => "PROGRESS"u8,
        Status.InvalidArgument => "INVALID_ARGUMENT"u8,
        Status.InvalidHandle => "INVALID_HANDLE"u8,
        Status.UnknownMethod => "UNKNOWN_METHOD"u8,
        Status.TooLarge => "TOO_LARGE"u8,
        Status.Cancelled => "CANCELLED"u8,
        Status.Unavailable => "UNAVAILABLE"u8,
        Status.Internal => "INTERNAL"u8,
        _ => "UNKNOWN"u8,
    };
}
