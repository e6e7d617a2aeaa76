using System.Net.Sockets;
using System.Runtime.InteropServices;
using Twofold.Logging;
using Twofold.Protocol;

namespace Twofold.Transports;

/// <summary>Decides who is served, within the limits on the number of connections, and keeps a spare descriptor to reject peers with when there are no more. Thread-safe.</summary>
internal sealed class Admission : IDisposable
{
    private const int MostRejected = 64;

    private static readonly AdmissionTicket s_uncounted = new(AdmissionDecision.Serve);

    private readonly LogLimit _rejections = new("rejected connections", lines: 1);
    private readonly AdmissionRules _rules;
    private readonly Refusal _isFull;
    private readonly Refusal _hasTooMany;
    private readonly Dictionary<PeerIdentity, int> _counts = [];
    private readonly Func<IDisposable> _openSpare;
    private IDisposable? _spare;
    private int _served;
    private int _rejected;

    /// <param name="rules">Who may connect, and how often.</param>
    /// <param name="openSpare">Takes a descriptor; throws a <see cref="SocketException"/> if none is free.</param>
    public Admission(AdmissionRules rules, Func<IDisposable> openSpare)
    {
        _openSpare = openSpare;
        _rules = rules;
        _isFull = new Refusal(Status.Unavailable, $"connection limit ({rules.MaxConnections}) reached");
        _hasTooMany = new Refusal(Status.Unavailable, $"connection limit of one peer ({rules.MaxConnectionsPerPeer}) reached");
        NoDescriptorFrame = Connection.FailureFrame(Status.Unavailable, "the server has no file descriptor left for another connection");
        TryRenewSpare();
    }

    /// <summary>How long to wait before another try when not even the spare descriptor is there.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether <see cref="Enter"/> needs to know who the peer is.</summary>
    public bool NeedsIdentity => _rules.NeedsIdentity;

    /// <summary>The frame for a peer that was accepted on the spare descriptor.</summary>
    public ReadOnlyMemory<byte> NoDescriptorFrame { get; }

    /// <summary>No more peers can be accepted. Those that are served stay.</summary>
    public static void ReportFailure(string reason) => Log.Write(LogLevel.Warning, $"cannot accept connections: {reason}");

    /// <summary>Counts a peer in; <see cref="Leave"/> counts it out. If it throws, for want of memory, the peer counts for nothing.</summary>
    public AdmissionTicket Enter(PeerIdentity peer)
    {
        if (_rules.Users is { } users && !(peer.User is { } user && users.Contains(user)))
            return Refuse(NotAllowed(peer.User));

        if (Interlocked.Increment(ref _served) > _rules.MaxConnections)
        {
            Interlocked.Decrement(ref _served);
            return Refuse(_isFull);
        }

        if (_rules.MaxConnectionsPerPeer == 0)
            return s_uncounted;

        AdmissionTicket? counted = null;
        try
        {
            var ticket = new AdmissionTicket(AdmissionDecision.Serve) { Counted = peer };
            counted = TryCount(peer) ? ticket : null;
        }
        finally
        {
            if (counted is null)
                Interlocked.Decrement(ref _served);
        }

        return counted ?? Refuse(_hasTooMany);
    }

    /// <summary>Counts a peer out.</summary>
    public void Leave(AdmissionTicket ticket)
    {
        if (ticket.Counted is { } peer)
            Uncount(peer);
        if (ticket.Decision == AdmissionDecision.Serve)
            Interlocked.Decrement(ref _served);
        else if (ticket.Decision == AdmissionDecision.Reject)
            Interlocked.Decrement(ref _rejected);
    }

    /// <summary>Closes the spare descriptor, so that one more peer can be accepted; false if there is none.</summary>
    public bool ReleaseSpare()
    {
        if (_spare is null)
            return false;

        Log.Write(LogLevel.Warning, _rejections, $"rejected a connection: the process has no file descriptor left");
        _spare.Dispose();
        _spare = null;
        return true;
    }

    /// <summary>Takes a spare descriptor, if there is none yet; false if no descriptor is free.</summary>
    public bool TryRenewSpare()
    {
        try
        {
            _spare ??= _openSpare();
            return true;
        }
        catch (Exception e) when (e is SocketException or OutOfMemoryException)
        {
            // The next one that is freed will do.
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rejections.Flush();
        _spare?.Dispose();
    }

    private static Refusal NotAllowed(uint? user) =>
        new(Status.Unauthenticated, $"user {(user is { } known ? $"{known}" : "unknown")} may not connect: allow_uids of the server does not name it");

    private AdmissionTicket Refuse(Refusal refusal)
    {
        Log.Write(LogLevel.Warning, _rejections, $"rejected a connection: {refusal.Reason}");
        var rejected = new AdmissionTicket(AdmissionDecision.Reject) { Refusal = refusal };
        if (Interlocked.Increment(ref _rejected) <= MostRejected)
            return rejected;

        Interlocked.Decrement(ref _rejected);
        return new AdmissionTicket(AdmissionDecision.Drop) { Refusal = refusal };
    }

    private bool TryCount(PeerIdentity peer)
    {
        lock (_counts)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, peer, out _);
            if (count >= _rules.MaxConnectionsPerPeer)
                return false;

            count++;
            return true;
        }
    }

    private void Uncount(PeerIdentity peer)
    {
        lock (_counts)
        {
            if (--CollectionsMarshal.GetValueRefOrNullRef(_counts, peer) == 0)
                _counts.Remove(peer);
        }
    }
}
