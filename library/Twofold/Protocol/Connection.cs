using System.Runtime.CompilerServices;
using Twofold.Calls;
using Twofold.Cbor;
using Twofold.Protocol;
using Twofold.Protocol.Control;

namespace Twofold.Protocol;

/// <summary>
/// One peer, without a socket: bytes in, bytes out. Requests are answered in their order, however long each takes. All
/// members are for one thread at a time, except <see cref="Wake"/> and the pushing of events. Times are in milliseconds.
/// </summary>
public sealed partial class Connection
{
    [ThreadStatic]
    private static Connection? t_running;

    private readonly Service _service;
    private readonly ServerOptions _limits;
    private readonly Action _wake;
    private readonly ByteBuffer _input;
    private readonly ByteBuffer _output;
    private long _frameStarted = Never;
    private long _lastProgress = Never;
    private long _closingSince = Never;
    private long _lastTraffic = Never;
    private long _firstSeen = Never;
    private bool _inputEnded;
    private volatile bool _isAbandoned;

    private static readonly TimeSpan TrimAfter = TimeSpan.FromSeconds(1);

    private const long Never = -1;
    private const int None = -1;

    /// <summary>Starts a connection that shares its budget with no other.</summary>
    /// <inheritdoc cref="Connection(Service, ServerOptions, Budget, LargeRequests?, Action)"/>
    public Connection(Service service, ServerOptions limits, Action wake)
        : this(service, limits, new Budget(limits.MaxTotalBytes, limits.MaxPendingCalls), largeRequests: null, wake)
    {
    }

    /// <summary>Starts a connection.</summary>
    /// <param name="service">Answers the requests.</param>
    /// <param name="limits">The limits of the peer.</param>
    /// <param name="budget">What all connections of the server share.</param>
    /// <param name="largeRequests">Runs the large requests of all connections; null if they run in place, like the others.</param>
    /// <param name="wake">Asks the transport to call <see cref="Collect"/>; called by any thread.</param>
    internal Connection(Service service, ServerOptions limits, Budget budget, LargeRequests? largeRequests, Action wake)
    {
        _largeRequests = largeRequests;
        Lease = _lease;
        _service = service;
        _limits = limits;
        _wake = wake;
        Account = new Account(budget, wake);
        try
        {
            _input = new ByteBuffer(Account);
            _output = new ByteBuffer(Account);
            _events = new ByteBuffer(Account);
            Objects = new ObjectTable(service, limits.MaxObjects, Account);
        }
        catch (OutOfMemoryException)
        {
            Account.Close();
            throw;
        }
    }

    /// <summary>Whether this thread is inside a request of some connection.</summary>
    public static bool IsRunningRequest => t_running is not null;

    /// <summary>Whether the transport should read: false while the peer exceeds its limits.</summary>
    public bool WantsInput => !_inputEnded && (IsClosing || (!IsFull && !(Account.IsShort && MustPause())));

    /// <summary>Whether it must be closed at once: the server is over its memory limit and this connection holds most, or a reply is lost.</summary>
    public bool IsEvicted => Account.IsEvicted;

    /// <summary>Whether there is anything to send.</summary>
    public bool HasOutput => UnreadBytes > 0;

    /// <summary>Whether every request that will be answered has been, and sent.</summary>
    public bool IsDone => (_inputEnded || IsClosing) && _slots.Count == 0 && !HasOutput && !HasLarge;

    /// <summary>Whether no more requests are taken.</summary>
    public bool IsClosing => _closingSince != Never;

    /// <summary>
    /// Whether a connection that takes no more requests may be closed although the peer goes on: nothing has passed for as
    /// long as a peer is given to read. What it sends after the close resets it, which costs what it has not read by then.
    /// </summary>
    public bool HasLingered(long now) =>
        IsClosing && IsDone && (_lastTraffic == Never || IsOver(_lastTraffic, (long)_limits.LingerTime.TotalMilliseconds, now));

    /// <summary>What it makes the server hold.</summary>
    internal Account Account { get; }

    /// <summary>The objects that replies have returned.</summary>
    internal ObjectTable Objects { get; }

    internal int MaxDepth => _limits.MaxNesting;

    private int UnreadBytes => _output.Length;

    private bool IsFull
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => HasLarge || _slots.Count >= _limits.MaxInFlight || UnreadBytes >= _limits.MaxUnreadBytes;
    }

    /// <summary>Takes bytes from the peer and runs every request that is complete.</summary>
    public void Receive(ReadOnlySpan<byte> bytes, long now)
    {
        if (IsClosing)
            return;

        _lastTraffic = now;
        BeginProgress(now);
        if (_input.Length == 0)
        {
            var used = Process(bytes, now);
            if (used < bytes.Length)
                AppendInput(bytes[used..]);
        }
        else
        {
            AppendInput(bytes);
            Resume(now);
        }

        Collect(now);
    }

    /// <summary>Takes bytes from the peer, whose requests run with the next <see cref="Collect"/>.</summary>
    public void Keep(ReadOnlySpan<byte> bytes, long now)
    {
        if (IsClosing)
            return;

        _lastTraffic = now;
        AppendInput(bytes);
    }

    /// <summary>The peer has sent all it will. What it has asked for is still answered.</summary>
    public void EndInput()
    {
        _inputEnded = true;
        Account.EndTurn();
    }

    /// <summary>The frame of a failure that is sent instead of a connection, without one.</summary>
    public static ReadOnlyMemory<byte> FailureFrame(Status status, string message)
    {
        var frame = new ByteBuffer();
        Frame.AppendFailure(frame, status, message);
        return frame.Memory;
    }

    /// <summary>Answers with a failure that ends the connection.</summary>
    public void EndWith(Status status, string message, long now)
    {
        BeginRequest([]);
        new ConnectionSink(this).Fail(status, message);
        Stop(now);
    }

    /// <summary>Takes no more requests; what is in flight is still answered.</summary>
    public void Stop(long now)
    {
        if (IsClosing)
            return;

        _closingSince = now;
        _answersRest = HasLarge;
    }

    /// <summary>Moves replies that have become due, and events, to the output, and goes on with requests that had to wait.</summary>
    public void Collect(long now)
    {
        BeginProgress(now);
        do
        {
            TakeBackInput();
            CollectReady();
            if (_input.Length == 0 || IsFull || (IsClosing && !_answersRest))
                break;
        }
        while (Resume(now));

        StartLarge();
    }

    /// <summary>The bytes to send next; they stay valid until they have been <see cref="Sent"/>, whatever is appended.</summary>
    public ReadOnlyMemory<byte> TakeOutput() => _output.Memory;

    /// <summary>Some of the output has gone to the peer: goes on with requests that had to wait for that.</summary>
    public void Sent(int count, long now)
    {
        _output.Consume(count);
        _lastProgress = _lastTraffic = now;
        if (_input.Length > 0)
            Collect(now);
    }

    /// <summary>Whether the peer has exceeded a timeout and is to be closed.</summary>
    public bool IsExpired(long now) =>
        IsOver(_frameStarted, (long)_limits.FrameTimeout.TotalMilliseconds, now)
        || (HasOutput && IsOver(_lastProgress, (long)_limits.ProgressTimeout.TotalMilliseconds, now))
        || HasLingered(now)
        || IsIdle(now);

    /// <summary>Gives back the memory of buffers that have been empty for a second.</summary>
    public void Trim(long now)
    {
        if (_firstSeen == Never)
        {
            _firstSeen = now;
            BeginHello(now);
        }

        if (!IsOver(_lastTraffic, (long)TrimAfter.TotalMilliseconds, now) || HasOutput || _slots.Count > 0)
            return;

        if (_input.Length == 0)
            _input.Release();
        _output.Release();
        _slots.TrimExcess();
        lock (_events)
        {
            if (_events.Length == 0)
                _events.Release();
        }
    }

    /// <summary>There is no memory for a reply: has the transport close the connection at once. Any thread.</summary>
    internal void Abandon()
    {
        _isAbandoned = true;
        Account.Evict();
    }

    /// <summary>Something is due: asks the transport to <see cref="Collect"/>. Any thread.</summary>
    internal void Wake()
    {
        // What a request makes due on this thread is collected when the requests of the read have run.
        if (t_running != this)
            _wake();
    }

    private static bool IsOver(long since, long limit, long now) => since != Never && now - since > limit;

    /// <summary>Whether nothing has passed for too long, nothing is due, and no event may come.</summary>
    private bool IsIdle(long now) =>
        _limits.IdleTimeout > TimeSpan.Zero && !IsClosing && _slots.Count == 0 && !HasOutput && _input.Length == 0 && _subscriptions.Count == 0
        && IsOver(Math.Max(_lastTraffic, _firstSeen), (long)_limits.IdleTimeout.TotalMilliseconds, now);

    /// <summary>A peer that has read everything is not behind: its time begins with the next output.</summary>
    private void BeginProgress(long now)
    {
        if (!HasOutput)
            _lastProgress = now;
    }

    /// <summary>Without calls and replies under way, only the rest of a request frees what it takes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool MustPause() => Account.MustPause(expected: _input.Length, isStuck: _input.Length > 0 && _slots.Count == 0 && !HasOutput);

    private bool Resume(long now)
    {
        if (HasLarge)
            return false;

        var used = Process(_input.Span, now);
        _input.Consume(used);
        return used > 0;
    }

    /// <summary>Runs the complete requests at the start of the bytes, as far as the limits go; the number of bytes used.</summary>
    private int Process(ReadOnlySpan<byte> bytes, long now)
    {
        var outer = t_running;
        t_running = this;
        try
        {
            return _awaited is null ? ProcessFrames(bytes, now) : ProcessHello(bytes, now);
        }
        finally
        {
            _lease.End();
            t_running = outer;
        }
    }

    private int ProcessFrames(ReadOnlySpan<byte> bytes, long now)
    {
        var used = 0;
        while (!IsFull)
        {
            var size = Frame.MeasureRequest(bytes[used..], _limits, out var methodLength);
            if (size == 0)
            {
                var isUnfinished = used < bytes.Length;
                if (!isUnfinished)
                    _frameStarted = Never;
                else if (used > 0 || _frameStarted == Never)
                    _frameStarted = now;

                if (used > 0)
                    Account.EndTurn();
                return used;
            }

            if (size == Frame.TooLarge)
            {
                EndWith(Status.TooLarge, Frame.DescribeExcess(bytes[used..], _limits), now);
                _frameStarted = Never;
                return bytes.Length;
            }

            var request = bytes.Slice(used, size);
            if (size <= RequestCosts.LongestUntimed)
                Handle(request, methodLength);
            else if (!TryHandleLong(request, methodLength))
                break;

            used += size;
        }

        // What is left waits for the peer to read or for a large request, not for the peer to write.
        _frameStarted = Never;
        Account.EndTurn();
        return used;
    }

    /// <param name="request">The frame.</param>
    /// <param name="methodLength">The length of the method's name in it.</param>
    /// <param name="large">What it is if it was postponed; null for one that runs on the connection's thread.</param>
    private void Handle(ReadOnlySpan<byte> request, int methodLength, LargeRequest? large = null)
    {
        var method = Frame.MethodOf(request, methodLength);
        var payload = Frame.PayloadOf(request, methodLength);
        if (large is null)
            BeginRequest(method);

        var sink = large is null ? new ConnectionSink(this) : large.Sink;
        CallError error;
        try
        {
            // Without a call that waits, a connection holds no more than its share.
            error = sink.IsDeferred && Account.MustReject ? CallError.Exhausted(Account)
                : ControlMethods.Has(method) ? Control(method, payload, ref sink)
                : _service.Call(method, payload, ref sink);
        }
        catch (Exception e)
        {
            // Of the author's method, or of a record, which is made while the request is read. It may have raised events.
            Lease?.End();
            error = sink.HasBegun ? CallError.FromResult(e) : CallError.From(e);
        }

        if (error.Exists)
            Fail(in sink, error, method);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Fail(in ConnectionSink sink, CallError error, ReadOnlySpan<byte> method)
    {
        var named = _awaited is null ? error.Naming(method) : Unauthenticated(error);
        sink.Fail(named.Status, named.Message);
    }

    private CallError Control(ReadOnlySpan<byte> method, ReadOnlySpan<byte> payload, ref ConnectionSink sink)
    {
        // What changes listeners or objects enters the executor by itself.
        _lease.End();
        return ControlMethods.Call(this, method, payload, ref sink);
    }
}
