using Twofold;

namespace FixturesLibrary;

public sealed partial class Fixtures
{
    private int _openSessions;

    /// <summary>Opens a session.</summary>
    /// <param name="name">What it is called.</param>
    [Ffi]
    public Session OpenSession(string name)
    {
        _openSessions++;
        return new Session(name, () => _openSessions--);
    }

    /// <summary>Opens a session, later.</summary>
    [Ffi]
    public async Task<Session> OpenSessionLaterAsync(string name)
    {
        await Task.Yield();
        return OpenSession(name);
    }

    /// <summary>How many sessions are open.</summary>
    [Ffi] public int CountSessions() => _openSessions;
}

/// <summary>A session: it adds up numbers.</summary>
[Ffi]
public sealed class Session : IDisposable
{
    private readonly string _name;
    private readonly Action _close;
    private long _sum;

    internal Session(string name, Action close)
    {
        _name = name;
        _close = close;
    }

    /// <summary>Adds a number and answers the sum.</summary>
    [Ffi] public long Add(long number) => _sum += number;

    /// <summary>The session's name, later.</summary>
    [Ffi]
    public async ValueTask<string> NameAsync(CancellationToken cancel)
    {
        await Task.Yield();
        cancel.ThrowIfCancellationRequested();
        return _name;
    }

    /// <summary>Opens a session that goes on from this one's sum.</summary>
    [Ffi] public Session Fork(string name) => new(name, () => { }) { _sum = _sum };

    /// <inheritdoc/>
    public void Dispose() => _close();
}
