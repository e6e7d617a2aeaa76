using System.Collections.Concurrent;
using System.Net.Sockets;
using Twofold.Heap;
using Twofold.Protocol;
using Twofold.Waiting;

namespace Twofold.Transports;

/// <summary>Serves the peers of any listener with asynchronous reads and writes, on the thread pool.</summary>
internal sealed class StreamTransport : ITransport
{
    private static readonly TimeSpan TimeoutCheckPeriod = TimeSpan.FromSeconds(1);

    private readonly IListener _listener;
    private readonly Func<Action, Connection> _connect;
    private readonly Admission _admission;
    private readonly ConcurrentDictionary<StreamConnection, Task> _connections = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly Timer _timeoutChecks;
    private readonly Task _accepting;
    private readonly MemoryTrimmer _trimmer = new();

    /// <param name="listener">Accepts the peers.</param>
    /// <param name="connect">Makes the connection of a peer, from what wakes its transport.</param>
    /// <param name="rules">Who may connect, and how often.</param>
    public StreamTransport(IListener listener, Func<Action, Connection> connect, AdmissionRules rules)
    {
        _listener = listener;
        _connect = connect;
        _admission = new Admission(rules, listener.OpenSpare);
        _timeoutChecks = new Timer(_ => AbortExpired(), null, TimeoutCheckPeriod, TimeoutCheckPeriod);
        _accepting = AcceptAsync();
    }

    /// <inheritdoc/>
    public void BeginStop()
    {
        _stopping.Cancel();
        _accepting.Wait(CancellationToken.None);
        foreach (var (connection, _) in _connections)
            connection.Stop();
    }

    /// <inheritdoc/>
    public void Abort()
    {
        foreach (var (connection, _) in _connections)
            connection.Abort();
    }

    /// <inheritdoc/>
    public bool WaitForEnd(TimeSpan timeout, CancellationToken cancel) =>
        Task.WhenAll(_connections.Values).Wait((int)timeout.TotalMilliseconds, cancel);

    /// <inheritdoc/>
    public void Dispose()
    {
        _timeoutChecks.Dispose();
        _stopping.Dispose();
        _admission.Dispose();
    }

    private async Task AcceptAsync()
    {
        var reported = SocketError.Success;
        var mustPause = false;
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                if (mustPause)
                    await Task.Delay(Admission.Pause).ConfigureAwait(false);

                mustPause = false;
                if (await _listener.AcceptAsync(_stopping.Token).ConfigureAwait(false) is { } stream)
                {
                    reported = SocketError.Success;
                    Accept(stream);
                }
                else if (!_admission.ReleaseSpare() && !_admission.TryRenewSpare())
                {
                    mustPause = true;
                }
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (OutOfMemoryException)
            {
                Thread.Sleep(Insist.Pause);
            }
            catch (SocketException e)
            {
                if (reported != e.SocketErrorCode)
                    Admission.ReportFailure(e.Message);
                if (e.SocketErrorCode == SocketError.InvalidArgument)
                    return;

                reported = e.SocketErrorCode;
                mustPause = true;
            }
        }
    }

    /// <summary>Admits a peer, unless it has got the last descriptor.</summary>
    private void Accept(IByteStream stream)
    {
        if (_admission.TryRenewSpare())
        {
            Admit(stream);
            return;
        }

        _ = RejectAsync(stream, _admission.NoDescriptorFrame);
        _admission.TryRenewSpare();
    }

    private void Admit(IByteStream stream)
    {
        AdmissionTicket ticket;
        try
        {
            ticket = _admission.Enter(_admission.NeedsIdentity ? stream.Identity : default);
        }
        catch (OutOfMemoryException)
        {
            stream.Dispose();
            throw;
        }

        if (ticket.Decision == AdmissionDecision.Drop)
        {
            _ = RejectAsync(stream, ticket.Refusal!.Frame);
            return;
        }

        StreamConnection? connection = null;
        try
        {
            var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            connection = new StreamConnection(stream, _connect);
            _connections[connection] = ended.Task;
            if (ticket.Refusal is { } refusal)
                connection.Reject(refusal);

            _ = connection.RunAsync(() => Leave(connection, ticket, ended));
        }
        catch (OutOfMemoryException)
        {
            stream.Dispose();
            if (connection is not null)
            {
                _connections.TryRemove(connection, out _);
                connection.Discard();
            }

            _admission.Leave(ticket);
        }
    }

    private void Leave(StreamConnection connection, AdmissionTicket ticket, TaskCompletionSource ended)
    {
        _admission.Leave(ticket);
        _connections.TryRemove(connection, out _);
        ended.SetResult();
    }

    /// <summary>Sends one frame and closes. A new stream has room for it, so this does not wait.</summary>
    private static async Task RejectAsync(IByteStream stream, ReadOnlyMemory<byte> frame)
    {
        using (stream)
        {
            try
            {
                await stream.WriteAsync(frame).ConfigureAwait(false);
                stream.EndOutput();
            }
            catch (Exception e) when (StreamConnection.EndsConnection(e))
            {
            }
        }
    }

    private void AbortExpired()
    {
        try
        {
            foreach (var (connection, _) in _connections)
                connection.AbortIfExpired();

            _trimmer.Check();
        }
        catch (OutOfMemoryException)
        {
            // The next check is in a second.
        }
    }
}
