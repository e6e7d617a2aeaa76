using Twofold.Protocol;
using System.Collections.Concurrent;
using System.Net.Sockets;

namespace Twofold.Server.Sockets;

/// <summary>Serves each peer with asynchronous operations of its socket, on the thread pool.</summary>
internal sealed class SocketTransport : ITransport
{
    private static readonly TimeSpan DeadlinePeriod = TimeSpan.FromSeconds(1);

    private readonly Socket _listener;
    private readonly Service _service;
    private readonly ServerOptions _options;
    private readonly Admission _admission;
    private readonly ConcurrentDictionary<SocketConnection, Task> _connections = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly Timer _deadlines;
    private readonly Task _accepting;

    public SocketTransport(Socket listener, Service service, ServerOptions options)
    {
        _listener = listener;
        _service = service;
        _options = options;
        _admission = new Admission(options, () => ManagedSocket.Create(AddressFamily.InterNetwork));
        _deadlines = new Timer(_ => CutOffExpired(), null, DeadlinePeriod, DeadlinePeriod);
        _accepting = AcceptAsync();
    }

    /// <inheritdoc/>
    public void BeginStop()
    {
        _stopping.Cancel();
        _accepting.Wait(CancellationToken.None);
        foreach (var connection in _connections.Keys)
            connection.Stop();
    }

    /// <inheritdoc/>
    public void Abort()
    {
        foreach (var connection in _connections.Keys)
            connection.Abort();
    }

    /// <inheritdoc/>
    public bool WaitForEnd(TimeSpan longest, CancellationToken cancel) =>
        Task.WhenAll(_connections.Values).Wait((int)longest.TotalMilliseconds, cancel);

    /// <inheritdoc/>
    public void Dispose()
    {
        _deadlines.Dispose();
        _stopping.Dispose();
        _admission.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                Welcome(await _listener.AcceptAsync(_stopping.Token).ConfigureAwait(false));
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable)
            {
                // Without a free descriptor accept fails even where nobody waits; with the spare one it waits for somebody.
                if (!_admission.ReleaseSpare() && !_admission.TryRenewSpare())
                    await Task.Delay(Admission.Pause).ConfigureAwait(false);
            }
            catch (SocketException)
            {
                // The peer was gone before it was accepted.
            }
        }
    }

    /// <summary>Serves a peer, unless it has got the last descriptor.</summary>
    private void Welcome(Socket socket)
    {
        if (_admission.TryRenewSpare())
        {
            Admit(socket);
            return;
        }

        Dismiss(socket, _admission.NoDescriptorFarewell);
        _admission.TryRenewSpare();
    }

    private void Admit(Socket socket)
    {
        var place = _admission.Enter();
        if (place == Place.None)
        {
            Dismiss(socket, _admission.Farewell);
            return;
        }

        if (socket.AddressFamily != AddressFamily.Unix)
            socket.NoDelay = true;

        var connection = new SocketConnection(socket, _service, _options, _admission.NextNumber());
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _connections[connection] = ended.Task;
        if (place == Place.Refused)
            connection.Refuse(_admission.Reason);
        _ = ServeAsync();

        async Task ServeAsync()
        {
            await Task.Yield();
            try
            {
                await connection.RunAsync().ConfigureAwait(false);
            }
            finally
            {
                _admission.Leave(place);
                _connections.TryRemove(connection, out _);
                ended.SetResult();
            }
        }
    }

    private static void Dismiss(Socket socket, ReadOnlyMemory<byte> farewell)
    {
        try
        {
            socket.Blocking = false;
            socket.Send(farewell.Span);
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // It is gone already.
        }

        socket.Dispose();
    }

    private void CutOffExpired()
    {
        foreach (var connection in _connections.Keys)
            connection.CutOffIfExpired();
    }
}
