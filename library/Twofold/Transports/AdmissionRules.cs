namespace Twofold.Transports;

/// <summary>Who may connect, and how often.</summary>
internal sealed class AdmissionRules(int maxConnections, int maxConnectionsPerPeer = 0, uint[]? users = null)
{
    /// <summary>How many peers may be served at the same time.</summary>
    public int MaxConnections { get; } = maxConnections;

    /// <summary>How many of them may be the same address or user; 0 for any number.</summary>
    public int MaxConnectionsPerPeer { get; } = maxConnectionsPerPeer;

    /// <summary>The only users that may connect to a unix socket; null for every user.</summary>
    public uint[]? Users { get; } = users;

    /// <summary>Whether it matters who a peer is: to ask takes a system call.</summary>
    public bool NeedsIdentity => MaxConnectionsPerPeer > 0 || Users is not null;
}
