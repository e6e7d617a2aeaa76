using System.Net;
using System.Net.Sockets;

namespace Twofold.Transports.Sockets;

/// <summary>A peer's socket.</summary>
internal sealed class SocketStream : IByteStream
{
    private readonly Socket _socket;

    public SocketStream(Socket socket)
    {
        _socket = socket;
        if (socket.AddressFamily != AddressFamily.Unix)
            socket.NoDelay = true;
    }

    /// <inheritdoc/>
    public object? Peer
    {
        get
        {
            try
            {
                return _socket.RemoteEndPoint as IPEndPoint;
            }
            catch (SocketException)
            {
                // It is gone already.
                return null;
            }
        }
    }

    /// <inheritdoc/>
    public PeerIdentity Identity => PeerIdentity.Of(Peer as IPEndPoint, (int)_socket.SafeHandle.DangerousGetHandle());

    /// <inheritdoc/>
    public bool HasInput => _socket.Available > 0;

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(Memory<byte> buffer) => _socket.ReceiveAsync(buffer, SocketFlags.None);

    /// <inheritdoc/>
    public ValueTask<int> WriteAsync(ReadOnlyMemory<byte> bytes) => _socket.SendAsync(bytes, SocketFlags.None);

    /// <inheritdoc/>
    public void EndOutput() => _socket.Shutdown(SocketShutdown.Send);

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();
}
