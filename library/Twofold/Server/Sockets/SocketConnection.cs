using Twofold.Protocol;
using System.Net;
using System.Net.Sockets;
using Twofold.Logging;

namespace Twofold.Server.Sockets;

/// <summary>Moves a connection's bytes between its state machine and a socket.</summary>
internal sealed class SocketConnection
{
    private const int ReadSize = 16 * 1024;

    private readonly Socket _socket;
    private readonly Connection _connection;
    private readonly object _sync = new();
    private TaskCompletionSource? _resume;
    private bool _isSending;
    private int _isWoken;
    private volatile bool _isStopping;
    private volatile bool _isCutOff;

    public SocketConnection(Socket socket, Service service, ServerOptions options, int number)
    {
        _socket = socket;
        _connection = new Connection(service, options, Wake) { Number = number };
        if (Log.IsOn(LogLevel.Debug))
            _connection.LogOpened(Peer(socket));
    }

    /// <summary>Tells the peer why it is not served. Before <see cref="RunAsync"/>, if at all.</summary>
    public void Refuse(string reason)
    {
        lock (_sync)
        {
            _connection.EndWith(Status.Unavailable, reason, Environment.TickCount64);
            Settle();
        }
    }

    /// <summary>Serves the peer until it is done, gone or cut off.</summary>
    public async Task RunAsync()
    {
        try
        {
            await ReadAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The peer is gone, or was cut off.
        }
        finally
        {
            _socket.Dispose();
            await EndAsync().ConfigureAwait(false);
            _connection.LogClosed();
        }
    }

    private Task EndAsync()
    {
        lock (_sync)
        {
            // Stopped first, so that no request that waits here subscribes to anything any more.
            _connection.Stop(Environment.TickCount64);
            return _connection.CloseAsync();
        }
    }

    /// <summary>Takes no more requests, answers what is in flight and then closes. Does not wait for any of it.</summary>
    public void Stop()
    {
        _isStopping = true;
        Wake();
    }

    /// <summary>Cuts the peer off if it has overrun a deadline. A connection that runs a method just now is not idle.</summary>
    public void CutOffIfExpired()
    {
        if (!Monitor.TryEnter(_sync))
            return;

        var isExpired = _connection.IsExpired(Environment.TickCount64);
        Monitor.Exit(_sync);
        if (!isExpired)
        {
            CollectIfFree();
            return;
        }

        _connection.LogExpired();
        Abort();
    }

    /// <summary>Closes at once.</summary>
    public void Abort()
    {
        _isCutOff = true;
        _socket.Dispose();
        Interlocked.Exchange(ref _resume, null)?.TrySetResult();
    }

    private static EndPoint? Peer(Socket socket)
    {
        try
        {
            return socket.RemoteEndPoint as IPEndPoint;
        }
        catch (SocketException)
        {
            // It is gone already.
            return null;
        }
    }

    private async Task ReadAsync()
    {
        var buffer = GC.AllocateUninitializedArray<byte>(ReadSize);
        while (true)
        {
            var size = await _socket.ReceiveAsync(buffer, SocketFlags.None).ConfigureAwait(false);
            Take(buffer.AsSpan(0, size));
            if (PauseReading() is { } pause)
                await pause.ConfigureAwait(false);
            if (size == 0)
                return;
        }
    }

    /// <summary>A task that ends when there is room for input again, or nothing more to do; null if there is now.</summary>
    private Task? PauseReading()
    {
        var pause = PauseIfFull();

        // Who has tried to wake meanwhile was turned away, and perhaps nobody else comes to look.
        CollectIfFree();

        // Looked at after the exchange, as a cut-off looks for the exchanged after it has said so.
        return _isCutOff ? null : pause;
    }

    private Task? PauseIfFull()
    {
        lock (_sync)
        {
            if (_connection.WantsInput || _connection.IsDone)
                return null;

            var resume = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Interlocked.Exchange(ref _resume, resume);
            return resume.Task;
        }
    }

    /// <summary>
    /// Asks for <see cref="Connection.Collect"/>. Never waits: who holds the connection looks again when it lets go, so
    /// that two connections which wake each other cannot lock each other out.
    /// </summary>
    private void Wake()
    {
        Interlocked.Exchange(ref _isWoken, 1);
        CollectIfFree();
    }

    private void CollectIfFree()
    {
        if (Monitor.IsEntered(_sync))
            return;

        while (Volatile.Read(ref _isWoken) == 1 && Monitor.TryEnter(_sync))
        {
            try
            {
                Volatile.Write(ref _isWoken, 0);
                Settle();
            }
            finally
            {
                Monitor.Exit(_sync);
            }
        }
    }

    /// <summary>Hands on what was read; nothing means that the peer has sent all it will.</summary>
    private void Take(ReadOnlySpan<byte> bytes)
    {
        lock (_sync)
        {
            if (bytes.IsEmpty)
                _connection.EndInput();
            else
                _connection.Receive(bytes, Environment.TickCount64);

            Settle();
        }

        CollectIfFree();
    }

    /// <summary>Brings the socket in line with the state machine. Called with the connection held.</summary>
    private void Settle()
    {
        var now = Environment.TickCount64;
        if (_isStopping)
            _connection.Stop(now);

        _connection.Collect(now);
        if (_connection.HasOutput && !_isSending)
        {
            _isSending = true;
            _ = SendAsync();
        }

        if (_connection.IsDone)
            End(now);
        if (_connection.WantsInput || _connection.IsDone)
            Interlocked.Exchange(ref _resume, null)?.TrySetResult();
    }

    private async Task SendAsync()
    {
        try
        {
            while (TakeOutput() is { IsEmpty: false } bytes)
            {
                var size = await _socket.SendAsync(bytes, SocketFlags.None).ConfigureAwait(false);
                lock (_sync)
                    _connection.Sent(size, Environment.TickCount64);
            }

            Wake();
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            Abort();
        }
    }

    private ReadOnlyMemory<byte> TakeOutput()
    {
        lock (_sync)
        {
            var bytes = _connection.TakeOutput();
            _isSending = !bytes.IsEmpty;
            return bytes;
        }
    }

    /// <summary>Everything is answered. A peer that is still sending must not be reset while it reads.</summary>
    private void End(long now)
    {
        try
        {
            if (_connection.HasLingered(now) && _socket.Available == 0)
                Abort();
            else
                _socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It is gone already.
        }
    }
}
