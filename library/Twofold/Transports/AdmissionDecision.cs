namespace Twofold.Transports;

/// <summary>What happens to a peer that was accepted.</summary>
internal enum AdmissionDecision
{
    /// <summary>It gets a frame that says why, and is closed at once.</summary>
    Drop,

    /// <summary>It gets that frame, and some time to read it.</summary>
    Reject,

    /// <summary>It is served.</summary>
    Serve,
}
