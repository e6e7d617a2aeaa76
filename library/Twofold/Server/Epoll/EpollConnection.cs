using Twofold.Logging;

namespace Twofold.Server.Epoll;

/// <summary>Moves a connection's bytes between its state machine and a socket. All but <see cref="Wake"/> is for the loop's thread.</summary>
internal sealed class EpollConnection
{
    // How often a peer is read before the others have their turn.
    private const int ReadsInTurn = 4;

    private readonly EpollLoop _loop;
    private readonly Connection _connection;
    private readonly int _socket;
    private bool _canRead;
    private bool _isEnding;
    private bool _isBlocked;
    private bool _isWatchingOutput;
    private bool _inputEnded;
    private bool _outputEnded;
    private bool _isClosed;
    private Task? _end;
    private int _isQueued;

    public EpollConnection(EpollLoop loop, int socket, int number, Place place, Service service, ServerOptions options)
    {
        _loop = loop;
        _socket = socket;
        Place = place;
        _connection = new Connection(service, options, Wake) { Number = number };
        if (Log.IsOn(LogLevel.Debug))
            _connection.NoteOpened(LinuxSocket.PeerOf(socket));
    }

    /// <summary>What it counts as.</summary>
    public Place Place { get; }

    /// <summary>Where the loop keeps it.</summary>
    public int Index { get; set; }

    /// <summary>Has the loop run this connection again. Any thread.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref _isQueued, 1) == 0)
            _loop.Enqueue(this);
    }

    /// <summary>The socket has something to tell.</summary>
    public void OnEvents(uint events)
    {
        const uint Ended = Linux.PeerClosed | Linux.HungUp | Linux.Failed;
        if ((events & (Linux.Readable | Ended)) != 0)
            _canRead = true;
        if ((events & Ended) != 0)
            _isEnding = true;
        if ((events & (Linux.Writable | Linux.HungUp | Linux.Failed)) != 0)
            _isBlocked = false;

        Run();
    }

    /// <summary>Reads, answers and writes, as far as that goes without waiting.</summary>
    public void Run()
    {
        try
        {
            // Before anything is looked at, so that whoever comes later queues it again.
            var isWoken = Volatile.Read(ref _isQueued) == 1 && Interlocked.Exchange(ref _isQueued, 0) == 1;
            if (!_isClosed)
                Move(isWoken, Environment.TickCount64);
            else if (_end is { IsCompleted: true })
                Leave();
        }
        catch (Exception)
        {
            // Memory has run out for what this peer sends or asks for: it costs this connection, not the others.
            Close();
        }
    }

    /// <summary>Tells the peer why it is not served.</summary>
    public void Refuse(string reason)
    {
        _connection.EndWith(Status.Unavailable, reason, Environment.TickCount64);
        Run();
    }

    /// <summary>Takes no more requests, answers what is in flight and then closes.</summary>
    public void Stop()
    {
        // What has arrived is taken first: to close with it unread would reset the peer.
        _canRead = true;
        Run();
        _connection.Stop(Environment.TickCount64);
        Run();
    }

    /// <summary>Closes if the peer has overrun a deadline.</summary>
    public void CloseIfExpired(long now)
    {
        // One that is closed already may still be waiting for its objects to be disposed of.
        if (_isClosed || !_connection.IsExpired(now))
            return;

        _connection.NoteExpired();
        Close();
    }

    /// <summary>Closes at once.</summary>
    public void Close()
    {
        if (_isClosed)
            return;

        _isClosed = true;
        _ = Linux.Close(_socket);

        // Stopped first, so that no request that waits here subscribes to anything any more.
        _connection.Stop(Environment.TickCount64);
        _end = _connection.CloseAsync();
        if (!_end.IsCompleted)
            _end.ContinueWith(_ => Wake(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        else
            Leave();
    }

    private void Leave()
    {
        _end = null;
        _loop.Remove(this);
        _connection.NoteClosed();
    }

    private void Move(bool isWoken, long now)
    {
        if (isWoken)
            _connection.Collect(now);

        for (var reads = 0; ; reads++)
        {
            if (!TryWrite(now))
                return;
            if (!_canRead || !_connection.WantsInput)
                break;
            if (reads == ReadsInTurn)
            {
                Wake();
                break;
            }

            if (!TryRead(now))
                return;
        }

        if (_connection.IsDone)
            End(now);
    }

    /// <summary>Hands on what one read brings; false if the connection is closed now.</summary>
    private bool TryRead(long now)
    {
        var count = _loop.Receive(_socket, out var bytes);
        if (count > 0)
        {
            // A stream that gives less than was asked for is empty: what comes next is reported.
            _canRead = _isEnding || bytes.Length == EpollLoop.ReadSize;
            _connection.Receive(bytes, now);
            return true;
        }

        _canRead = false;
        if (count == 0)
        {
            _inputEnded = true;
            _connection.EndInput();
            return true;
        }

        if (count == -Linux.WouldBlock)
            return true;

        Close();
        return false;
    }

    /// <summary>Sends what the socket takes; false if the connection is closed now.</summary>
    private bool TryWrite(long now)
    {
        while (!_isBlocked && _connection.HasOutput)
        {
            var bytes = _connection.TakeOutput().Span;
            var count = Linux.Send(_socket, bytes);
            if (count < 0 && count != -Linux.WouldBlock)
            {
                Close();
                return false;
            }

            if (count > 0)
                _connection.Sent(count, now);

            SetBlocked(count < bytes.Length);
            _connection.Collect(now);
        }

        return true;
    }

    private void SetBlocked(bool isBlocked)
    {
        _isBlocked = isBlocked;
        if (_isWatchingOutput == isBlocked)
            return;

        _isWatchingOutput = isBlocked;
        _loop.WatchOutput(this, _socket, isBlocked);
    }

    /// <summary>Everything is answered. A peer that is still sending must not be reset while it reads.</summary>
    private void End(long now)
    {
        if (_inputEnded || _connection.HasLingered(now))
        {
            Close();
        }
        else if (!_outputEnded)
        {
            _outputEnded = true;
            Linux.EndOutput(_socket);
        }
    }
}
