namespace Twofold.E2E.Wire;

/// <summary>The status of a frame from a server.</summary>
internal enum Status
{
    /// <summary>A pushed event, which answers no request.</summary>
    Event = -1,
    Ok = 0,
    Error = 1,
    InvalidArgument = 4,
    InvalidHandle = 5,
    UnknownMethod = 6,
    TooLarge = 7,
    Unavailable = 9,
}
