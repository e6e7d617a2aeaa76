namespace Twofold.Attacks;

/// <summary>What a run of an attack needs.</summary>
/// <param name="Target">The server.</param>
/// <param name="Calls">The calls of its library.</param>
/// <param name="Tally">Counts what it costs.</param>
/// <param name="Begin">Begins its time, if it has not begun: what it sends is made before.</param>
/// <param name="Over">Ends it.</param>
internal sealed record AttackRun(Target Target, AttackCalls Calls, Tally Tally, Action Begin, CancellationToken Over)
{
    /// <summary>Connects; null if the server does not take the connection.</summary>
    public Task<AttackPeer?> ConnectAsync()
    {
        Begin();
        return AttackPeer.ConnectAsync(Target, Tally, Over);
    }

    /// <summary>Does the same with some peers at once, each of which is closed at the end.</summary>
    public Task WithPeersAsync(int count, Func<AttackPeer, int, Task> act) => Task.WhenAll(Enumerable.Range(0, count).Select(async index =>
    {
        using var peer = await ConnectAsync();
        if (peer is not null)
            await act(peer, index);
    }));

    /// <summary>Keeps what it holds until the attack is over.</summary>
    public Task HoldAsync() => Task.Delay(Timeout.Infinite, Over);
}

/// <summary>Something that a peer can do to a server. It goes on until the run is over or there is no more to do.</summary>
/// <param name="Name">How it is selected.</param>
/// <param name="What">What the peers do.</param>
/// <param name="RunAsync">Does it.</param>
internal sealed record Attack(string Name, string What, Func<AttackRun, Task> RunAsync)
{
    /// <summary>Why it cannot be tried on a server, or null.</summary>
    public Func<Target, string?> Obstacle { get; init; } = _ => null;

    /// <summary>Runs it for some time, or until it has ended.</summary>
    public async Task<Tally> RunForAsync(TimeSpan time, Target target, AttackCalls calls)
    {
        using var over = new CancellationTokenSource();
        var tally = new Tally();
        var hasBegun = 0;
        try
        {
            await RunAsync(new AttackRun(target, calls, tally, Begin, over.Token));
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
        }

        return tally;

        void Begin()
        {
            if (Interlocked.Exchange(ref hasBegun, 1) == 0)
                over.CancelAfter(time);
        }
    }
}
