using Twofold.Logging;
using Twofold.Protocol;

namespace Twofold.Transports.Epoll;

/// <summary>Moves a connection's bytes between its state machine and a socket. All but <see cref="Wake"/> is for the loop's thread.</summary>
internal sealed unsafe class EpollConnection
{
    // Of a peer that has sent nothing, or is not read for now. No error has this number.
    private const int NotRead = int.MinValue;

    // Of one read. Whoever sends more than this at once is served after those who do not.
    private const int HeavyRead = 4096;

    /// <summary>What is watched while all input is read as it comes: it is reported until it has been read.</summary>
    public const uint Input = Linux.Readable | Linux.PeerClosed;

    private readonly EpollLoop _loop;
    private readonly Connection _connection;
    private readonly int _socket;
    private bool _canRead;
    private bool _isBlocked;

    // Input that is not read for now, and then also room for output, is reported only when it comes, not over and over. So is
    // all input of a peer of which epoll has reported some that was not there.
    private bool _isPaused;
    private bool _isMisled;
    private uint _watched = Input;
    private bool _inputEnded;
    private bool _outputEnded;
    private bool _isClosed;
    private bool _isPostponed;
    private bool _hasLeft;
    private bool _isEndAwaited;
    private Task? _end;
    private int _isQueued;

    public EpollConnection(EpollLoop loop, int socket, AdmissionTicket ticket, Func<Action, Connection> connect)
    {
        _loop = loop;
        _socket = socket;
        Ticket = ticket;
        _connection = connect(Wake);
        if (Log.IsOn(LogLevel.Debug))
            LogOpened();
    }

    /// <summary>What the admission counts it as.</summary>
    public AdmissionTicket Ticket { get; }

    /// <summary>Whether it was woken, and has not run since.</summary>
    public bool IsWoken => Volatile.Read(ref _isQueued) == 1;

    /// <summary>Where the loop keeps it.</summary>
    public int Index { get; set; }

    /// <summary>How many bytes its last read has brought.</summary>
    public int LastRead { get; private set; }

    /// <summary>Whether it sends much, and must wait for its turn.</summary>
    public bool IsHeavy => LastRead > HeavyRead;

    /// <summary>It is about to wait for its turn; false if it already does.</summary>
    public bool TryPostpone() => !_isPostponed && (_isPostponed = true);

    /// <summary>Its turn has come.</summary>
    public void EndPostponement() => _isPostponed = false;

    /// <summary>Has the loop run this connection again. Any thread.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref _isQueued, 1) == 0)
            _loop.Enqueue(this);
    }

    /// <summary>The socket has reported events, which the next batch handles.</summary>
    public void OnEvents(uint events)
    {
        const uint Ended = Linux.PeerClosed | Linux.HungUp | Linux.Failed;
        if ((events & (Linux.Readable | Ended)) != 0)
            _canRead = true;
        if ((events & (Linux.Writable | Linux.HungUp | Linux.Failed)) != 0)
            _isBlocked = false;
        if (!_isPaused && !_isClosed && !_connection.WantsInput)
            Watch(isPaused: true);
    }

    /// <summary>The first step of a batch: the number of bytes read, or why there are none.</summary>
    public int Read(byte* buffer, int size) =>
        _isClosed || !_canRead || !_connection.WantsInput ? NotRead : Linux.Receive(_socket, buffer, size);

    /// <summary>The second: runs the requests in what was read, and takes the replies that have become due.</summary>
    public void Answer(int count, ReadOnlySpan<byte> bytes)
    {
        try
        {
            // Before anything is looked at, so that a thread that comes later queues it again.
            var isWoken = IsWoken && Interlocked.Exchange(ref _isQueued, 0) == 1;
            if (!_isClosed)
                Answer(isWoken, count, bytes, Environment.TickCount64);
            else
                TryLeave();
        }
        catch (Exception)
        {
            // Memory has run out for what this peer sends or asks for: it costs this connection, not the others.
            Close();
        }
    }

    /// <summary>The third: sends what is due, as far as that goes without waiting.</summary>
    public void Send()
    {
        if (_isClosed)
            return;

        try
        {
            Send(Environment.TickCount64);
        }
        catch (Exception)
        {
            // As above: to go on with requests that had to wait takes memory too.
            Close();
        }
    }

    /// <summary>Sends the peer the reason why it is not served, and closes.</summary>
    public void Reject(Refusal refusal)
    {
        try
        {
            _connection.EndWith(refusal.Status, refusal.Reason, Environment.TickCount64);
        }
        catch (OutOfMemoryException)
        {
            Close();
        }

        Send();
    }

    /// <summary>Takes no more requests, answers what is in flight and then closes.</summary>
    public void Stop()
    {
        _connection.Stop(Environment.TickCount64);
        Send();
    }

    /// <summary>Closes if the peer has exceeded a timeout.</summary>
    public void CloseIfExpired(long now)
    {
        // One that is closed already may still be waiting for its objects to be disposed of. One that waits for its turn is not late.
        if (_isClosed || _isPostponed)
            return;

        if (!_connection.IsExpired(now))
        {
            _connection.Trim(now);
            return;
        }

        _connection.LogExpired();
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
        TryLeave();
    }

    /// <summary>Leaves the loop once its objects are disposed of.</summary>
    private void TryLeave()
    {
        if (_hasLeft)
            return;

        try
        {
            _end ??= _connection.CloseAsync();
            if (!_end.IsCompleted && !_isEndAwaited)
            {
                _end.ContinueWith(_ => Wake(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
                _isEndAwaited = true;
            }
        }
        catch (OutOfMemoryException)
        {
            _loop.AwaitMemory();
            Wake();
            return;
        }

        if (_end.IsCompleted)
            Leave();
    }

    private void LogOpened()
    {
        try
        {
            _connection.LogOpened(LinuxSocket.PeerOf(_socket));
        }
        catch (OutOfMemoryException)
        {
            // It is served without a line in the log.
        }
    }

    private void Leave()
    {
        _hasLeft = true;
        _end = null;
        _loop.Remove(this);
        _connection.LogClosed();
    }

    private void Answer(bool isWoken, int count, ReadOnlySpan<byte> bytes, long now)
    {
        if (_connection.IsEvicted)
        {
            _connection.LogEvicted();
            Close();
            return;
        }

        if (isWoken)
            _connection.Collect(now);

        switch (count)
        {
            case NotRead:
                break;
            case > 0:
                // How much was read does not say whether more is there: epoll does, unless it reports only what comes.
                _canRead = _watched != Input;
                var wasHeavy = IsHeavy;
                LastRead = count;
                if (wasHeavy || !IsHeavy || _loop.IsStopping)
                {
                    _connection.Receive(bytes, now);
                    break;
                }

                // From now on it waits for its turn.
                _connection.Keep(bytes, now);
                Wake();
                break;
            case 0:
                _canRead = false;
                _inputEnded = true;
                _connection.EndInput();
                break;
            case -Linux.WouldBlock:
                _canRead = false;
                _isMisled |= _watched == Input;
                if (_isPaused || _isMisled)
                    Watch(isPaused: false);
                break;
            default:
                Close();
                break;
        }
    }

    private void Send(long now)
    {
        while (!_isBlocked && _connection.HasOutput)
        {
            var bytes = _connection.TakeOutput().Span;
            var count = Linux.Send(_socket, bytes);
            if (count < 0 && count != -Linux.WouldBlock)
            {
                Close();
                return;
            }

            if (count > 0)
                _connection.Sent(count, now);

            _isBlocked = count < bytes.Length;
            Watch(_isPaused);
        }

        if (_connection.IsDone)
            End(now);
        if (_canRead && !_isClosed && _connection.WantsInput)
            Wake();
    }

    /// <summary>Watches for room only where output waits for it: unix sockets would report it with every read.</summary>
    private void Watch(bool isPaused)
    {
        _isPaused = isPaused;
        var isOnArrival = isPaused || _isMisled || _isBlocked;
        var events = Input | (_isBlocked ? Linux.Writable : 0) | (isOnArrival ? Linux.EdgeTriggered : 0);
        if (_watched == events)
            return;

        _watched = events;
        _loop.WatchAgain(this, _socket, events);
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
