namespace Twofold.Transports;

/// <summary>Accepts peers as streams of bytes. A named pipe, TLS or a stream within the process is one more of these.</summary>
internal interface IListener
{
    /// <summary>Waits for the next peer; null if the system has no descriptor left for it.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The listener was closed.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">No peer can be accepted; InvalidArgument if that will not change.</exception>
    ValueTask<IByteStream?> AcceptAsync(CancellationToken cancel);

    /// <summary>
    /// Takes a descriptor that is given up when the system has none left, so that one more peer can be accepted and rejected.
    /// </summary>
    /// <exception cref="System.Net.Sockets.SocketException">No descriptor is free.</exception>
    IDisposable OpenSpare();
}
