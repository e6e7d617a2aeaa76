namespace Twofold;

/// <summary>How a call ended: one set of numbers for the C ABI and the wire.</summary>
public enum Status
{
    /// <summary>The call succeeded.</summary>
    Ok = 0,

    /// <summary>The method failed; the message is its own.</summary>
    Error = 1,

    /// <summary>The callback is NULL.</summary>
    MissingCallback = 2,

    /// <summary>Not an end: the call goes on. Sent only to who asked.</summary>
    Progress = 3,

    /// <summary>An argument cannot be read; the message names its path.</summary>
    InvalidArgument = 4,

    /// <summary>The handle is NULL, destroyed, or of another kind.</summary>
    InvalidHandle = 5,

    /// <summary>No method has this name.</summary>
    UnknownMethod = 6,

    /// <summary>A length is over its limit.</summary>
    TooLarge = 7,

    /// <summary>The context was destroyed, or the call was cancelled, before it ended.</summary>
    Cancelled = 8,

    /// <summary>The server cannot take the call now.</summary>
    Unavailable = 9,

    /// <summary>The method failed in a way its author did not foresee; the message names the exception's type.</summary>
    Internal = 10,
}
