namespace Twofold;

/// <summary>What the library itself refuses: it knows the status that the caller gets.</summary>
/// <param name="status">What went wrong.</param>
/// <param name="message">The text for the caller.</param>
public abstract class StatusException(Status status, string message) : Exception(message)
{
    /// <summary>What went wrong.</summary>
    public Status Status { get; } = status;
}
