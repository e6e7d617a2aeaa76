using System.Net.Sockets;

namespace Twofold.Transports.Sockets;

/// <summary>Accepts peers of a listening socket.</summary>
internal sealed class SocketListener(ManagedSocket listener) : IListener
{
    /// <inheritdoc/>
    public async ValueTask<IByteStream?> AcceptAsync(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return Open(await listener.Socket.AcceptAsync(cancel).ConfigureAwait(false));
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable)
            {
                return null;
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionAborted or SocketError.ConnectionReset or SocketError.OperationAborted)
            {
                // The peer was gone before it was accepted, or the listener was closed, which the next try shows.
                cancel.ThrowIfCancellationRequested();
            }
        }
    }

    private static SocketStream Open(Socket socket)
    {
        try
        {
            return new SocketStream(socket);
        }
        catch (OutOfMemoryException)
        {
            socket.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IDisposable OpenSpare() => ManagedSocket.Create(AddressFamily.InterNetwork);
}
