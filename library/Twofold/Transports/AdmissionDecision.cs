namespace Twofold.Transports;

/// <summary>What happens to a peer that was accepted.</summary>
internal enum AdmissionDecision
{
    /// <summary>It is told that the connection limit is reached, and closed at once.</summary>
    Drop,

    /// <summary>It is told so too, and gets some time to read it.</summary>
    Reject,

    /// <summary>It is served.</summary>
    Serve,
}
