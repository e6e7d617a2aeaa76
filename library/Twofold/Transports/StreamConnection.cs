using System.Net.Sockets;
using Twofold.Logging;
using Twofold.Protocol;
using Twofold.Waiting;

namespace Twofold.Transports;

/// <summary>Moves a connection's bytes between its state machine and a stream.</summary>
internal sealed class StreamConnection
{
    private const int ReadSize = 16 * 1024;

    private readonly IByteStream _stream;
    private readonly Connection _connection;
    private readonly object _sync = new();
    private TaskCompletionSource? _resume;
    private bool _isSending;
    private int _isWoken;
    private volatile bool _isStopping;
    private volatile bool _isAborted;

    /// <param name="stream">The peer.</param>
    /// <param name="connect">Makes the connection, from what wakes it.</param>
    public StreamConnection(IByteStream stream, Func<Action, Connection> connect)
    {
        _stream = stream;
        _connection = connect(Wake);
        if (Log.IsOn(LogLevel.Debug))
            LogOpened();
    }

    /// <summary>Whether an exception of a stream means that the peer is gone, or was closed here.</summary>
    public static bool MeansGone(Exception exception) => exception is IOException or SocketException or ObjectDisposedException;

    /// <summary>The same, or that memory has run out for the peer: it costs this connection, not the others.</summary>
    public static bool EndsConnection(Exception exception) => MeansGone(exception) || exception is OutOfMemoryException;

    /// <summary>Sends the peer the reason why it is not served, and closes. Only before <see cref="RunAsync"/>.</summary>
    public void Reject(Refusal refusal)
    {
        lock (_sync)
        {
            try
            {
                _connection.EndWith(refusal.Status, refusal.Reason, Environment.TickCount64);
            }
            catch (OutOfMemoryException)
            {
                Abort();
            }

            Settle();
        }
    }

    /// <summary>Serves the peer on the thread pool until it is done, gone or closed. Never throws.</summary>
    /// <param name="leave">Called in the end.</param>
    public async Task RunAsync(Action leave)
    {
        // The first await takes memory, and what follows in this method none. Without it, the caller's thread serves the peer.
        try
        {
            await Task.Yield();
        }
        catch (OutOfMemoryException)
        {
        }

        try
        {
            await ReadAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (EndsConnection(e))
        {
        }
        finally
        {
            _stream.Dispose();
            var hasEnded = false;
            while (!hasEnded)
            {
                try
                {
                    await EndAsync().ConfigureAwait(false);
                    hasEnded = true;
                }
                catch (OutOfMemoryException)
                {
                    Thread.Sleep(Insist.Pause);
                }
            }

            _connection.LogClosed();
            leave();
        }
    }

    /// <summary>The peer was not served after all.</summary>
    public void Discard() => Insist.On(this, static connection => connection.EndAsync());

    private void LogOpened()
    {
        try
        {
            _connection.LogOpened(_stream.Peer);
        }
        catch (OutOfMemoryException)
        {
            // It is served without a line in the log.
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

    /// <summary>Closes if the peer has exceeded a timeout. A connection that runs a method just now is not idle.</summary>
    public void AbortIfExpired()
    {
        if (!Monitor.TryEnter(_sync))
            return;

        bool isExpired;
        try
        {
            var now = Environment.TickCount64;
            isExpired = _connection.IsExpired(now);
            if (!isExpired && !_isSending)
                _connection.Trim(now);
        }
        finally
        {
            Monitor.Exit(_sync);
        }

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
        _isAborted = true;
        _stream.Dispose();
        Interlocked.Exchange(ref _resume, null)?.TrySetResult();
    }

    private async Task ReadAsync()
    {
        var buffer = GC.AllocateUninitializedArray<byte>(ReadSize);
        while (true)
        {
            var size = await _stream.ReadAsync(buffer).ConfigureAwait(false);
            Take(buffer.AsSpan(0, size));
            if (PauseReading() is { } pause)
                await pause.ConfigureAwait(false);
            if (size == 0)
                return;
        }
    }

    /// <summary>A task that ends when there is room for input again, or nothing more to do; null if there already is.</summary>
    private Task? PauseReading()
    {
        var pause = PauseIfFull();

        // A thread that tried to wake meanwhile found the lock taken, and perhaps no other comes.
        CollectIfFree();

        // Read after the exchange, as Abort makes its exchange after it has set the field.
        return _isAborted ? null : pause;
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
    /// Asks for <see cref="Connection.Collect"/>. Never waits: the thread that holds the connection checks again when it lets
    /// go, so that two connections which wake each other cannot deadlock.
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

    /// <summary>Passes on what was read; nothing means that the peer has sent all it will.</summary>
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

    /// <summary>Brings the stream in line with the state machine. Called with the connection held, by any thread; never throws.</summary>
    private void Settle()
    {
        try
        {
            TrySettle();
        }
        catch (OutOfMemoryException)
        {
            Abort();
        }
    }

    private void TrySettle()
    {
        var now = Environment.TickCount64;
        if (_connection.IsEvicted)
        {
            _connection.LogEvicted();
            Abort();
            return;
        }

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
                var size = await _stream.WriteAsync(bytes).ConfigureAwait(false);
                lock (_sync)
                    _connection.Sent(size, Environment.TickCount64);
            }

            Wake();
        }
        catch (Exception e) when (EndsConnection(e))
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
            if (_connection.HasLingered(now) && !_stream.HasInput)
                Abort();
            else
                _stream.EndOutput();
        }
        catch (Exception e) when (MeansGone(e))
        {
        }
    }
}
