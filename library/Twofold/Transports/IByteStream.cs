namespace Twofold.Transports;

/// <summary>
/// One peer as a stream of bytes: a socket, a pipe, TLS over another stream. One read and one write may run at the same time;
/// disposing of it ends both. A peer that is gone shows as an <see cref="IOException"/>, a
/// <see cref="System.Net.Sockets.SocketException"/> or an <see cref="ObjectDisposedException"/>.
/// </summary>
internal interface IByteStream : IDisposable
{
    /// <summary>The peer's address for the log; null if it has none.</summary>
    object? Peer { get; }

    /// <summary>Who the peer is, to count its connections; <c>default</c> if that is not known.</summary>
    PeerIdentity Identity { get; }

    /// <summary>Whether input has arrived that was not read. Throws as the others do.</summary>
    bool HasInput { get; }

    /// <summary>Reads what has arrived, and waits if nothing has; the number of bytes, 0 at the end.</summary>
    ValueTask<int> ReadAsync(Memory<byte> buffer);

    /// <summary>Writes some of the bytes, and waits if there is no room; the number of bytes written.</summary>
    ValueTask<int> WriteAsync(ReadOnlyMemory<byte> bytes);

    /// <summary>Ends the output: the peer reads its end. Its input can still be read.</summary>
    void EndOutput();
}
