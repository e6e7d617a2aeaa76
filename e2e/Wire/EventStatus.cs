namespace Twofold.E2E.Wire;

/// <summary>The status of a frame that is not a reply.</summary>
internal static class EventStatus
{
    /// <summary>The value that an event has in place of a status.</summary>
    public const Status Event = (Status)(-1);
}
