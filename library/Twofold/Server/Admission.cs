using Twofold.Protocol;
using System.Net.Sockets;
using Twofold.Cbor;
using Twofold.Logging;

namespace Twofold.Server;

/// <summary>What a peer that was accepted gets.</summary>
internal enum Place
{
    /// <summary>It is told that there is no room, and closed without waiting for it.</summary>
    None,

    /// <summary>It is told that there is no room, and given a moment to read it.</summary>
    Refused,

    /// <summary>It is served.</summary>
    Served,
}

/// <summary>Keeps the number of connections within the limit, and a descriptor to refuse with when there are no more. Thread-safe.</summary>
internal sealed class Admission : IDisposable
{
    private const int MostRefused = 64;

    private readonly int _maxConnections;
    private readonly Func<IDisposable> _openSpare;
    private IDisposable? _spare;
    private int _served;
    private int _refused;
    private int _lastNumber;

    /// <param name="openSpare">Takes a descriptor; throws a <see cref="SocketException"/> if none is free.</param>
    public Admission(ServerOptions options, Func<IDisposable> openSpare)
    {
        _openSpare = openSpare;
        _maxConnections = options.MaxConnections;
        Reason = $"the server has its limit of {_maxConnections} connections";
        Farewell = FrameOf(Reason);
        NoDescriptorFarewell = FrameOf("the server has no descriptors left for another connection");
        TryRenewSpare();
    }

    /// <summary>How long to wait before another try when not even the spare descriptor is there.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Why a peer is refused.</summary>
    public string Reason { get; }

    /// <summary>The frame that says so.</summary>
    public ReadOnlyMemory<byte> Farewell { get; }

    /// <summary>What a peer is told that was accepted on the spare descriptor.</summary>
    public ReadOnlyMemory<byte> NoDescriptorFarewell { get; }

    /// <summary>A number that no other connection of the server has: what the log calls it by.</summary>
    public int NextNumber() => Interlocked.Increment(ref _lastNumber);

    /// <summary>Takes a place; <see cref="Leave"/> gives it back.</summary>
    public Place Enter()
    {
        if (Interlocked.Increment(ref _served) <= _maxConnections)
            return Place.Served;

        Interlocked.Decrement(ref _served);
        Log.Write(LogLevel.Warning, $"refused a connection: {Reason}");
        if (Interlocked.Increment(ref _refused) <= MostRefused)
            return Place.Refused;

        Interlocked.Decrement(ref _refused);
        return Place.None;
    }

    /// <summary>Gives a place back.</summary>
    public void Leave(Place place)
    {
        if (place == Place.Served)
            Interlocked.Decrement(ref _served);
        else if (place == Place.Refused)
            Interlocked.Decrement(ref _refused);
    }

    /// <summary>Closes the spare descriptor, so that one more peer can be accepted; false if there is none.</summary>
    public bool ReleaseSpare()
    {
        if (_spare is null)
            return false;

        Log.Write(LogLevel.Warning, $"refused a connection: descriptors have run out");
        _spare.Dispose();
        _spare = null;
        return true;
    }

    /// <summary>Takes a descriptor into reserve, where there is none yet; false if none is free.</summary>
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

    private static ReadOnlyMemory<byte> FrameOf(string message)
    {
        var frame = new ByteBuffer();
        Frame.AppendFailure(frame, Status.Unavailable, message);
        return frame.Memory;
    }
}
