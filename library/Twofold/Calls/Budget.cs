using Twofold.Heap;
using Twofold.Logging;
using Twofold.Waiting;

namespace Twofold.Calls;

/// <summary>
/// Limits what all callers together make the library hold: buffers, and calls that have not ended. Counts only what outlives a
/// step, so that a call which completes in place costs nothing here. Thread-safe.
/// </summary>
public sealed class Budget
{
    // How often the log repeats that the budget is short, in milliseconds.
    private const long LogPeriod = 10_000;

    // Whoever makes a small call at a time is served whatever the others hold.
    private const long LeastShareOfBytes = 16 << 10;
    private const int LeastShareOfCalls = 8;

    private readonly long _maxBytes;
    private readonly int _maxCalls;
    private readonly HashSet<Account> _accounts = [];
    private readonly Queue<Account> _paused = [];
    private readonly Lock _changing = new();
    private readonly Handover _resumption;
    private readonly Handover _eviction;
    private Account? _greediest;
    private long _bytes;
    private int _calls;
    private int _accountCount;
    private volatile bool _isShort;
    private volatile bool _isExhausted;
    private long _lastLog = -LogPeriod;
    private int _turns;

    /// <param name="maxBytes">How many bytes may be held; a quarter of what the collector may use at the most.</param>
    /// <param name="maxCalls">How many calls may be pending.</param>
    public Budget(long maxBytes, int maxCalls)
    {
        (_maxBytes, _maxCalls) = (Math.Min(maxBytes, HeapCap.Bytes / 4), maxCalls);
        _resumption = new Handover(new Work(ResumePaused));
        _eviction = new Handover(new Work(EvictGreediest));
    }

    /// <summary>The budget of calls within the process.</summary>
    public static Budget InProcess { get; } = new(BudgetDefaults.MaxTotalBytes, BudgetDefaults.MaxPendingCalls);

    /// <summary>The bytes that are held.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>The calls that are pending.</summary>
    public int PendingCalls => Volatile.Read(ref _calls);

    /// <summary>Why a request is rejected.</summary>
    public string Reason => PendingCalls >= _maxCalls
        ? $"the limit of {_maxCalls} pending calls is reached"
        : $"the memory limit of {_maxBytes} bytes is reached";

    /// <summary>Whether three quarters are used: who holds more than an equal share waits.</summary>
    internal bool IsShort => _isShort;

    /// <summary>Whether all is used: who holds more than an equal share is rejected.</summary>
    internal bool IsExhausted => _isExhausted;

    /// <summary>What each account may hold when the budget is short: an equal share, which shrinks while the budget is exceeded, but not below what a small call takes.</summary>
    internal long ShareOfBytes => Math.Max(Shrink(EqualShare, Bytes, _maxBytes), Math.Min(LeastShareOfBytes, _maxBytes / 64));

    /// <summary>How many pending calls each account may have when the budget is short.</summary>
    internal long ShareOfCalls => Math.Max(
        Shrink(_maxCalls / Math.Max(1, Volatile.Read(ref _accountCount)), PendingCalls, _maxCalls), Math.Min(LeastShareOfCalls, _maxCalls / 64));

    internal void Open(Account account)
    {
        lock (_accounts)
        {
            // Room to pause all of them: pausing must not fail.
            lock (_paused)
                _paused.EnsureCapacity(_accounts.Count + 1);

            _accounts.Add(account);
            _accountCount = _accounts.Count;
        }
    }

    internal void Close(Account account)
    {
        lock (_accounts)
        {
            _accounts.Remove(account);
            _accountCount = _accounts.Count;
        }

        // The shares of the others have grown.
        ResumeAll();
    }

    /// <summary>Counts bytes and calls in, or out if they are negative.</summary>
    internal void Add(long bytes, int calls)
    {
        Interlocked.Add(ref _bytes, bytes);
        if (calls != 0)
            Interlocked.Add(ref _calls, calls);
        if (IsAboveThreeQuarters || _isShort)
            Change();
    }

    /// <summary>Counts bytes in if they fit.</summary>
    internal bool TryAdd(long bytes)
    {
        if (Interlocked.Add(ref _bytes, bytes) > _maxBytes)
        {
            Interlocked.Add(ref _bytes, -bytes);
            return false;
        }

        if (IsAboveThreeQuarters)
            Change();
        return true;
    }

    /// <summary>Resumes the account when the budget is no longer short or a turn ends, which may be at once.</summary>
    internal void Pause(Account account, bool wantsTurn)
    {
        lock (_paused)
            _paused.Enqueue(account);

        if (!IsShort || (wantsTurn && Volatile.Read(ref _turns) == 0))
            ResumeAll();
    }

    /// <summary>
    /// Lets one account at a time go on although it holds more than its share. Where all the memory is in unfinished requests, nothing
    /// would be given back if all of them waited.
    /// </summary>
    internal bool TryBeginTurn() => Interlocked.CompareExchange(ref _turns, 1, 0) == 0;

    internal void EndTurn()
    {
        Volatile.Write(ref _turns, 0);
        ResumeAll();
    }

    private long EqualShare => _maxBytes / Math.Max(1, Volatile.Read(ref _accountCount));

    private bool IsAboveThreeQuarters => Bytes >= _maxBytes - (_maxBytes / 4) || PendingCalls >= _maxCalls - (_maxCalls / 4);

    private void Change()
    {
        // Both are read inside, so that the thread which comes last sees what the others have added.
        bool wasExhausted;
        lock (_changing)
        {
            wasExhausted = _isExhausted;
            _isExhausted = Bytes >= _maxBytes || PendingCalls >= _maxCalls;
            _isShort = IsAboveThreeQuarters;
        }

        if (!_isShort || (wasExhausted && !_isExhausted))
            ResumeAll();
        if (!_isShort)
            return;

        LogShortage();
        if (Bytes > _maxBytes + (_maxBytes / 8))
            CloseGreediest();
    }

    /// <summary>On another thread, because this one may hold a lock of a connection.</summary>
    private void ResumeAll()
    {
        lock (_paused)
        {
            if (_paused.Count == 0)
                return;
        }

        _resumption.Start();
    }

    private void ResumePaused()
    {
        // Whoever pauses again meanwhile comes behind the others.
        for (var count = CountPaused(); count > 0 && TakePaused() is { } account; count--)
            account.Resume();
    }

    private int CountPaused()
    {
        lock (_paused)
            return _paused.Count;
    }

    private Account? TakePaused()
    {
        lock (_paused)
            return _paused.TryDequeue(out var account) ? account : null;
    }

    /// <summary>An eighth over the limit nothing is left of a share, so that accounts which fill theirs up at last end the growth.</summary>
    private static long Shrink(long share, long used, long most)
    {
        var excess = used - most;
        return excess <= 0 ? share : Math.Max(0, share - (share * excess / Math.Max(1, most / 8)));
    }

    /// <summary>Closes the account whose buffers are largest, unless they are within an equal share. Pending calls would go on.</summary>
    private void CloseGreediest()
    {
        Account? greediest = null;
        lock (_accounts)
        {
            foreach (var account in _accounts)
            {
                // One that is on its way out gives back what it holds.
                if (account.IsEvicted)
                    return;
                if (account.BufferBytes > (greediest?.BufferBytes ?? EqualShare))
                    greediest = account;
            }
        }

        if (greediest is null)
            return;

        Volatile.Write(ref _greediest, greediest);
        _eviction.Start();
    }

    private void EvictGreediest() => Interlocked.Exchange(ref _greediest, null)?.Evict();

    private void LogShortage()
    {
        var now = Environment.TickCount64;
        var last = Volatile.Read(ref _lastLog);
        if (now - last >= LogPeriod && Interlocked.CompareExchange(ref _lastLog, now, last) == last)
            Log.Write(LogLevel.Warning, $"memory is short: {Bytes} of {_maxBytes} bytes and {PendingCalls} of {_maxCalls} pending calls are in use");
    }

    private sealed class Work(Action action) : IThreadPoolWorkItem
    {
        public void Execute() => action();
    }
}
