using System.Net.Sockets;
using Twofold.Logging;
using Twofold.Protocol;

namespace Twofold.Transports;

/// <summary>Keeps the number of connections within the limit, and a spare descriptor to reject peers with when there are no more. Thread-safe.</summary>
internal sealed class Admission : IDisposable
{
    private const int MostRejected = 64;

    private readonly int _maxConnections;
    private readonly Func<IDisposable> _openSpare;
    private IDisposable? _spare;
    private int _served;
    private int _rejected;

    /// <param name="maxConnections">How many peers may be served at the same time.</param>
    /// <param name="openSpare">Takes a descriptor; throws a <see cref="SocketException"/> if none is free.</param>
    public Admission(int maxConnections, Func<IDisposable> openSpare)
    {
        _openSpare = openSpare;
        _maxConnections = maxConnections;
        Reason = $"connection limit ({_maxConnections}) reached";
        LimitFrame = Connection.FailureFrame(Status.Unavailable, Reason);
        NoDescriptorFrame = Connection.FailureFrame(Status.Unavailable, "the server has no file descriptor left for another connection");
        TryRenewSpare();
    }

    /// <summary>How long to wait before another try when not even the spare descriptor is there.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Why a peer is rejected.</summary>
    public string Reason { get; }

    /// <summary>The frame for a peer over the limit.</summary>
    public ReadOnlyMemory<byte> LimitFrame { get; }

    /// <summary>The frame for a peer that was accepted on the spare descriptor.</summary>
    public ReadOnlyMemory<byte> NoDescriptorFrame { get; }

    /// <summary>No more peers can be accepted. Those that are served stay.</summary>
    public static void ReportFailure(string reason) => Log.Write(LogLevel.Warning, $"cannot accept connections: {reason}");

    /// <summary>Counts a peer in; <see cref="Leave"/> counts it out.</summary>
    public AdmissionDecision Enter()
    {
        if (Interlocked.Increment(ref _served) <= _maxConnections)
            return AdmissionDecision.Serve;

        Interlocked.Decrement(ref _served);
        Log.Write(LogLevel.Warning, $"rejected a connection: {Reason}");
        if (Interlocked.Increment(ref _rejected) <= MostRejected)
            return AdmissionDecision.Reject;

        Interlocked.Decrement(ref _rejected);
        return AdmissionDecision.Drop;
    }

    /// <summary>Counts a peer out.</summary>
    public void Leave(AdmissionDecision decision)
    {
        if (decision == AdmissionDecision.Serve)
            Interlocked.Decrement(ref _served);
        else if (decision == AdmissionDecision.Reject)
            Interlocked.Decrement(ref _rejected);
    }

    /// <summary>Closes the spare descriptor, so that one more peer can be accepted; false if there is none.</summary>
    public bool ReleaseSpare()
    {
        if (_spare is null)
            return false;

        Log.Write(LogLevel.Warning, $"rejected a connection: the process has no file descriptor left");
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
        catch (SocketException)
        {
            // The next one that is freed will do.
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _spare?.Dispose();
}
