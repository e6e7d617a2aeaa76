using Twofold.Protocol;

namespace Twofold.Transports;

/// <summary>What the admission has decided about a peer; it is handed back when the peer has left.</summary>
internal sealed class AdmissionTicket(AdmissionDecision decision)
{
    /// <summary>What happens to the peer.</summary>
    public AdmissionDecision Decision { get; } = decision;

    /// <summary>Whose connections it counts as one of; null if they are not counted.</summary>
    public PeerIdentity? Counted { get; init; }

    /// <summary>Why it is not served; null if it is.</summary>
    public Refusal? Refusal { get; init; }
}

/// <summary>Why a peer is not served.</summary>
internal sealed class Refusal(Status status, string reason)
{
    /// <summary>The kind of reason.</summary>
    public Status Status { get; } = status;

    /// <summary>The reason, for the peer and the log.</summary>
    public string Reason { get; } = reason;

    /// <summary>The frame that says so.</summary>
    public ReadOnlyMemory<byte> Frame { get; } = Connection.FailureFrame(status, reason);
}
