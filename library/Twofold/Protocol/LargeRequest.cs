namespace Twofold.Protocol;

/// <summary>A request that takes long to decode, on its way through the thread pool.</summary>
/// <param name="connection">Whose request it is.</param>
/// <param name="frame">Its frame, in the connection's input.</param>
/// <param name="methodLength">The length of the method's name in it.</param>
/// <param name="sink">Where the outcome goes: a slot, so that any thread may complete it.</param>
internal sealed class LargeRequest(Connection connection, ReadOnlyMemory<byte> frame, int methodLength, ConnectionSink sink)
{
    private volatile bool _isCancelled;
    private volatile bool _hasStarted;

    /// <summary>The frame.</summary>
    public ReadOnlySpan<byte> Frame => frame.Span;

    /// <summary>The length of the method's name.</summary>
    public int MethodLength => methodLength;

    /// <summary>Where the outcome goes.</summary>
    public ConnectionSink Sink => sink;

    /// <summary>Whether its call has started, so that its bytes are no longer needed. Any thread.</summary>
    public bool HasStarted => _hasStarted;

    /// <summary>Nobody waits for it any more: it does not run, unless it already does. Any thread.</summary>
    public void Cancel() => _isCancelled = true;

    /// <summary>Decodes it and starts its call.</summary>
    public void Run()
    {
        if (!_isCancelled)
            connection.Run(this);

        _hasStarted = true;
        connection.Wake();
    }
}
