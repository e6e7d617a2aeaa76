namespace Twofold.Calls;

/// <summary>What one caller makes the library hold: a connection, or the process itself. Thread-safe.</summary>
public sealed class Account
{
    /// <summary>What a pending call takes beside its arguments and its reply.</summary>
    public const int BytesPerCall = 1024;

    /// <summary>What a connection takes beside its buffers.</summary>
    public const int BytesPerConnection = 2048;

    /// <summary>What an object takes beside what its author keeps in it.</summary>
    public const int BytesPerObject = 256;

    /// <summary>What a subscription takes.</summary>
    public const int BytesPerSubscription = 256;

    private readonly Budget _budget;
    private readonly Action? _wake;
    private readonly Lock _lock = new();
    private long _buffers;
    private long _callBytes;
    private int _calls;
    private bool _isClosed;
    private int _isPaused;

    // Only touched by the connection.
    private bool _hasTurn;
    private volatile bool _isEvicted;

    /// <param name="budget">What it takes its share of.</param>
    /// <param name="wake">Called by any thread when there is room again, or the caller must be closed; null for the process itself.</param>
    public Account(Budget budget, Action? wake)
    {
        _budget = budget;
        _wake = wake;
        budget.Open(this);
        if (wake is not null)
            AddBuffer(BytesPerConnection);
    }

    /// <summary>The account of calls within the process.</summary>
    public static Account InProcess { get; } = new(Budget.InProcess, wake: null);

    /// <summary>The bytes that it holds.</summary>
    public long Bytes => BufferBytes + Volatile.Read(ref _callBytes);

    /// <summary>The bytes that it gives back when it is closed.</summary>
    public long BufferBytes => Volatile.Read(ref _buffers);

    /// <summary>Whether it must be closed, because the budget is exceeded and it holds most.</summary>
    public bool IsEvicted => _isEvicted;

    /// <summary>Why a request is rejected.</summary>
    internal string Reason => _budget.Reason;

    /// <summary>Whether another call must be rejected. One volatile read while there is room.</summary>
    internal bool MustReject => _budget.IsExhausted && (_wake is null || IsGreedy(expected: 0));

    /// <summary>Whether the budget is short, so that <see cref="MustPause"/> must be asked. One volatile read.</summary>
    internal bool IsShort => _budget.IsShort;

    /// <summary>Whether nothing should be read that makes it hold more: otherwise it is woken when there is room, or when its turn has come.</summary>
    /// <param name="expected">How many bytes it may hold beside, once it goes on.</param>
    /// <param name="isStuck">Whether it gives nothing back before the rest of a request has been read.</param>
    internal bool MustPause(long expected, bool isStuck)
    {
        if (_hasTurn || !_budget.IsShort || !IsGreedy(expected))
            return false;

        _hasTurn = isStuck && _budget.TryBeginTurn();
        if (_hasTurn)
            return false;

        if (Interlocked.Exchange(ref _isPaused, 1) == 0)
            _budget.Pause(this, isStuck);
        return true;
    }

    /// <summary>The rest of the request has been read, or will not come.</summary>
    internal void EndTurn()
    {
        if (!_hasTurn)
            return;

        _hasTurn = false;
        _budget.EndTurn();
    }

    /// <summary>Counts the bytes of a buffer in, or out if they are negative.</summary>
    internal void AddBuffer(long bytes)
    {
        lock (_lock)
        {
            if (_isClosed)
                return;

            _buffers += bytes;
        }

        _budget.Add(bytes, calls: 0);
    }

    /// <summary>Counts what decoding is about to take; false if there is no room for it.</summary>
    internal bool TryReserve(long bytes)
    {
        if (MustReject)
            return false;

        // Whoever keeps within an equal share is served also when the others leave no room.
        if (!_budget.TryAdd(bytes))
        {
            if (_wake is null || IsGreedy(bytes))
                return false;

            _budget.Add(bytes, calls: 0);
        }

        Interlocked.Add(ref _callBytes, bytes);
        return true;
    }

    /// <summary>Gives back what was reserved.</summary>
    internal void Release(long bytes) => AddCallBytes(-bytes, calls: 0);

    /// <summary>A call has become pending.</summary>
    internal void BeginCall(long bytes) => AddCallBytes(bytes, calls: 1);

    /// <summary>A pending call has ended.</summary>
    internal void EndCall(long bytes) => AddCallBytes(-bytes, calls: -1);

    /// <summary>Gives the buffers back. What calls hold is counted until they end.</summary>
    internal void Close()
    {
        long buffers;
        lock (_lock)
        {
            buffers = _isClosed ? 0 : _buffers;
            _isClosed = true;
            _buffers = 0;
        }

        EndTurn();
        _budget.Close(this);
        _budget.Add(-buffers, calls: 0);
    }

    internal void Resume()
    {
        Volatile.Write(ref _isPaused, 0);
        _wake?.Invoke();
    }

    internal void Evict()
    {
        _isEvicted = true;
        _wake?.Invoke();
    }

    private bool IsGreedy(long expected) => Bytes + expected > _budget.ShareOfBytes || Volatile.Read(ref _calls) > _budget.ShareOfCalls;

    private void AddCallBytes(long bytes, int calls)
    {
        Interlocked.Add(ref _callBytes, bytes);
        if (calls != 0)
            Interlocked.Add(ref _calls, calls);
        _budget.Add(bytes, calls);
    }
}
