namespace Twofold.Handles;

/// <summary>A handle is NULL, destroyed, or was never one of this table's.</summary>
/// <param name="message">Which of these, for the caller.</param>
public sealed class InvalidHandleException(string message) : StatusException(Status.InvalidHandle, message);
