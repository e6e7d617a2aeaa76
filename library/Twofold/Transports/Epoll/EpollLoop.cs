using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Twofold.Heap;
using Twofold.Protocol;
using Twofold.Waiting;

namespace Twofold.Transports.Epoll;

/// <summary>A thread that serves its peers, one event after the other: it never waits for any of them.</summary>
internal sealed unsafe class EpollLoop
{
    private const int MostEvents = 256;
    private const int CheckSeconds = 1;

    // How often a peer is read for requests that arrived before the loop was stopped.
    private const int LastReads = 4;

    private const ulong WakerData = 0;
    private const ulong TickerData = 1;
    private const ulong ListenerData = 2;
    private const ulong FirstPeerData = 3;

    // How long peers that send much are served before the others are looked at again: a millisecond.
    private static readonly long s_heavySlice = Stopwatch.Frequency / 1000;

    private readonly Func<Action, Connection> _connect;
    private readonly Admission _admission;
    private readonly Acceptor? _acceptor;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object _closing = new();
    private readonly ReadBatch _batch = new();
    private readonly MemoryTrimmer _trimmer = new();
    private readonly byte[] _events = GC.AllocateUninitializedArray<byte>(MostEvents * Linux.EventSize, pinned: true);
    private readonly int _epoll = Linux.None;
    private readonly int _waker = Linux.None;

    // Triggers the check of timeouts while there are peers. A timeout of epoll_wait would be set up again with every wait.
    private readonly int _ticker = Linux.None;

    // Slots are reused after the batch in which they were freed, so that a late event cannot reach a new peer.
    private readonly List<EpollConnection?> _peers = [];
    private readonly Stack<int> _free = new();
    private readonly Stack<int> _freed = new();
    private readonly Queue<EpollConnection> _again = new();

    // Peers that send much wait here, so that the others, whose requests take microseconds, need not wait for all of them.
    private readonly Queue<EpollConnection> _heavy = new();

    private readonly ConcurrentQueue<EpollConnection> _woken = new();
    private readonly ConcurrentQueue<(int Socket, AdmissionTicket Ticket)> _arrivals = new();

    // Memory had run out for a connection in the queue of those that other threads have woken.
    private volatile bool _isWokenLost;
    private int _peerCount;
    private int _isSignalled;
    private bool _isShortOfMemory;
    private bool _isTicking;
    private bool _isCheckDue;
    private bool _isClosed;
    private bool _isStopped;
    private volatile bool _mustStop;
    private volatile bool _mustAbort;

    /// <param name="connect">Makes the connection of a peer, from what wakes its loop.</param>
    /// <param name="admission">Counts the peers.</param>
    /// <param name="acceptor">Accepts the peers, on this loop's thread; null for a loop that is given its peers.</param>
    public EpollLoop(Func<Action, Connection> connect, Admission admission, Acceptor? acceptor)
    {
        _connect = connect;
        _admission = admission;
        _acceptor = acceptor;
        try
        {
            _thread = new Thread(Run) { IsBackground = true, Name = "twofold server" };
            _epoll = Linux.CreateEpoll();
            _waker = Linux.CreateWaker();
            _ticker = Linux.CreateTicker();
            const uint Arrivals = Linux.Readable | Linux.EdgeTriggered;
            if (!Linux.Watch(_epoll, _waker, WakerData, Arrivals) || !Linux.Watch(_epoll, _ticker, TickerData, Arrivals)
                || (acceptor is not null && !Linux.Watch(_epoll, acceptor.Descriptor, ListenerData, Arrivals)))
                throw new ServerException("epoll_ctl: the system has no room for another descriptor to watch");
        }
        catch
        {
            Discard();
            throw;
        }
    }

    /// <summary>How many peers it has, roughly.</summary>
    public int PeerCount => Volatile.Read(ref _peerCount);

    /// <summary>Whether it takes no more requests, and what it has read must not wait.</summary>
    public bool IsStopping => _isStopped;

    /// <summary>Waits until the loop has ended; false if that takes longer.</summary>
    public bool WaitForEnd(TimeSpan timeout, CancellationToken cancel) => _ended.Task.Wait((int)timeout.TotalMilliseconds, cancel);

    public void Start() => _thread.Start();

    /// <summary>Gives its descriptors back: when it has ended, or is not to be started after all.</summary>
    public void Discard()
    {
        _ = Linux.Close(_ticker);
        _ = Linux.Close(_waker);
        _ = Linux.Close(_epoll);
    }

    /// <summary>Serves a peer that was accepted. Any thread.</summary>
    public void Add(int socket, AdmissionTicket ticket)
    {
        if (Thread.CurrentThread == _thread)
        {
            Serve(socket, ticket);
            return;
        }

        try
        {
            _arrivals.Enqueue((socket, ticket));
        }
        catch (OutOfMemoryException)
        {
            Forget(socket, ticket);
            return;
        }

        Signal();
    }

    /// <summary>Takes no more requests, and ends when those in flight are answered. Any thread.</summary>
    public void BeginStop()
    {
        _mustStop = true;
        Signal();
    }

    /// <summary>Closes every connection and ends. Any thread.</summary>
    public void Abort()
    {
        _mustAbort = _mustStop = true;
        Signal();
    }

    /// <summary>Puts the connection into a later batch. Any thread.</summary>
    public void Enqueue(EpollConnection connection)
    {
        if (Thread.CurrentThread == _thread)
        {
            _again.Enqueue(connection);
            return;
        }

        try
        {
            _woken.Enqueue(connection);
        }
        catch (OutOfMemoryException)
        {
            _isWokenLost = true;
        }

        Signal();
    }

    /// <summary>There was no memory for something that is tried again with the next batch, which begins a little later.</summary>
    public void AwaitMemory() => _isShortOfMemory = true;

    /// <summary>Has epoll report other events of the connection.</summary>
    public void WatchAgain(EpollConnection connection, int socket, uint events) =>
        Linux.WatchAgain(_epoll, socket, FirstPeerData + (ulong)connection.Index, events);

    /// <summary>Forgets a connection that has closed.</summary>
    public void Remove(EpollConnection connection)
    {
        _peers[connection.Index] = null;
        _freed.Push(connection.Index);
        Interlocked.Decrement(ref _peerCount);
        _admission.Leave(connection.Ticket);
    }

    private void Run()
    {
        while (!_isStopped || PeerCount > 0)
        {
            try
            {
                RunOnce();
            }
            catch (OutOfMemoryException)
            {
                // Whatever was not done is found again: events are reported until they are handled, and the rest is in queues.
                Thread.Sleep(Insist.Pause);
                Interlocked.Exchange(ref _isSignalled, 0);
                Signal();
            }
        }

        lock (_closing)
        {
            _isClosed = true;
            Discard();
        }

        while (_arrivals.TryDequeue(out var arrival))
            _ = Linux.Close(arrival.Socket);
        _ended.SetResult();
    }

    private void RunOnce()
    {
        Tick();
        var count = Wait();
        for (var i = 0; i < count; i++)
            Dispatch((byte*)Marshal.UnsafeAddrOfPinnedArrayElement(_events, i * Linux.EventSize));

        ResumeOwn();
        _batch.Run();
        ServeHeavy();

        // A peer is late only if all input that has come was handled first.
        if (_isCheckDue && count < MostEvents)
            CloseExpired();

        while (_freed.TryPop(out var index))
            _free.Push(index);
    }

    private void Tick()
    {
        if (_isTicking == (_peerCount > 0 || (_isTicking && _trimmer.IsDue)))
            return;

        _isTicking = !_isTicking;
        Linux.SetPeriod(_ticker, _isTicking ? CheckSeconds : 0);
    }

    private int Wait()
    {
        var time = _isShortOfMemory ? Insist.Pause
            : _again.Count + _heavy.Count > 0 ? 0
            : _acceptor is { IsPaused: true } ? (int)Admission.Pause.TotalMilliseconds
            : Timeout.Infinite;
        _isShortOfMemory = false;
        return Linux.Wait(_epoll, (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(_events, 0), MostEvents, time);
    }

    private void Dispatch(byte* entry)
    {
        switch (Linux.DataOf(entry))
        {
            case WakerData:
                TakeSignals();
                break;
            case TickerData:
                Linux.Acknowledge(_ticker);
                _isCheckDue = true;
                break;
            case ListenerData:
                _acceptor!.Accept();
                break;
            case var data:
                HandleEvents(_peers[(int)(data - FirstPeerData)], Linux.EventsOf(entry));
                break;
        }
    }

    private void HandleEvents(EpollConnection? peer, uint events)
    {
        // It may have closed since, and is then no longer there.
        if (peer is null)
            return;

        peer.OnEvents(events);
        Add(peer);
    }

    private void Add(EpollConnection peer)
    {
        if (!peer.IsHeavy || IsStopping)
            _batch.Add(peer);
        else if (peer.TryPostpone())
            _heavy.Enqueue(peer);
    }

    /// <summary>Serves peers that send much, about the bytes of one long read at a time, until a slice of time is over.</summary>
    private void ServeHeavy()
    {
        if (_heavy.Count == 0)
            return;

        var end = Stopwatch.GetTimestamp() + s_heavySlice;
        do
        {
            for (var size = 0; size < ReadBatch.ReadSize && _heavy.TryDequeue(out var peer); size += peer.LastRead)
            {
                peer.EndPostponement();
                _batch.Add(peer);
            }

            _batch.Run();
        }
        while (_heavy.Count > 0 && Stopwatch.GetTimestamp() < end);
    }

    /// <summary>What this thread has postponed.</summary>
    private void ResumeOwn()
    {
        if (_acceptor is { IsPaused: true })
            _acceptor.Accept();

        for (var count = _again.Count; count > 0; count--)
            Add(_again.Dequeue());
    }

    /// <summary>What other threads have asked for.</summary>
    private void TakeSignals()
    {
        // Before anything is taken from a queue, so that a thread that comes later signals again.
        Interlocked.Exchange(ref _isSignalled, 0);
        while (_arrivals.TryDequeue(out var arrival))
            Serve(arrival.Socket, arrival.Ticket);
        for (var count = _woken.Count; count > 0 && _woken.TryDequeue(out var connection); count--)
            Add(connection);
        if (_isWokenLost)
            FindWoken();

        if (_mustStop && !_isStopped)
        {
            _isStopped = true;
            Stop(0, _peers.Count);
        }

        if (_mustAbort)
        {
            for (var i = 0; i < _peers.Count; i++)
                _peers[i]?.Close();
        }
    }

    /// <summary>Runs those that were woken, whether they are in the queue or not.</summary>
    private void FindWoken()
    {
        _isWokenLost = false;
        for (var i = 0; i < _peers.Count; i++)
        {
            if (_peers[i] is { IsWoken: true } peer)
                Add(peer);
        }
    }

    /// <summary>Takes what has arrived from some peers, and then no more.</summary>
    private void Stop(int first, int count)
    {
        for (var read = 0; read < LastReads; read++)
        {
            for (var i = first; i < first + count; i++)
                HandleEvents(_peers[i], Linux.Readable);
        }

        _batch.Run();
        for (var i = first; i < first + count; i++)
            _peers[i]?.Stop();
    }

    private void Serve(int socket, AdmissionTicket ticket)
    {
        EpollConnection connection;
        try
        {
            Reserve(_peers.Count + 1);
            connection = new EpollConnection(this, socket, ticket, _connect);
        }
        catch (OutOfMemoryException)
        {
            Forget(socket, ticket);
            return;
        }

        connection.Index = _free.TryPop(out var free) ? free : _peers.Count;
        if (connection.Index == _peers.Count)
            _peers.Add(connection);
        else
            _peers[connection.Index] = connection;

        Interlocked.Increment(ref _peerCount);
        if (!Linux.Watch(_epoll, socket, FirstPeerData + (ulong)connection.Index, EpollConnection.Input))
            connection.Close();
        else if (_isStopped)
            Stop(connection.Index, 1);
        else if (ticket.Refusal is { } refusal)
            connection.Reject(refusal);
    }

    /// <summary>Makes room for as many peers, so that nothing else that this thread does with one takes memory.</summary>
    private void Reserve(int peers)
    {
        if (_peers.Capacity >= peers)
            return;

        var room = Math.Max(16, 2 * peers);
        _free.EnsureCapacity(room);
        _freed.EnsureCapacity(room);
        _again.EnsureCapacity(room);
        _heavy.EnsureCapacity(room);
        _peers.EnsureCapacity(room);
    }

    /// <summary>There is no memory for the peer.</summary>
    private void Forget(int socket, AdmissionTicket ticket)
    {
        _ = Linux.Close(socket);
        _admission.Leave(ticket);
    }

    private void CloseExpired()
    {
        _isCheckDue = false;
        var now = Environment.TickCount64;
        for (var i = 0; i < _peers.Count; i++)
            _peers[i]?.CloseIfExpired(now);

        _trimmer.Check();
    }

    private void Signal()
    {
        if (Interlocked.Exchange(ref _isSignalled, 1) == 1)
            return;

        // A call that ends after the server must not write to a descriptor that was reused by then.
        lock (_closing)
        {
            if (!_isClosed)
                Linux.Signal(_waker);
        }
    }
}
