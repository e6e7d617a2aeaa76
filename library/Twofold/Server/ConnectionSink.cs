using Twofold.Calls;
using Twofold.Cbor;

namespace Twofold.Server;

/// <summary>
/// Takes a reply to its connection: straight into the output when it is the next one due, else into a slot that keeps
/// its turn.
/// </summary>
public struct ConnectionSink : ICborSink
{
    private readonly Connection _connection;
    private readonly string? _method;
    private ReplySlot? _slot;
    private int _start = -1;

    /// <param name="method">The method's name, for the log; null if that will not hear of it.</param>
    internal ConnectionSink(Connection connection, string? method)
    {
        _connection = connection;
        _method = method;
        _slot = connection.HasSlots ? connection.AddSlot() : null;
    }

    /// <inheritdoc/>
    public static Delivery Delivery => Delivery.Outside;

    /// <inheritdoc/>
    public readonly int MaxDepth => _connection.MaxDepth;

    /// <inheritdoc/>
    public readonly IObjectKeeper Objects => _connection;

    /// <inheritdoc/>
    public void Defer() => _slot ??= _connection.AddSlot();

    /// <inheritdoc/>
    public ByteBuffer Begin()
    {
        var buffer = _slot?.Frame ?? _connection.BeginOutput();
        _start = Frame.BeginReply(buffer);
        return buffer;
    }

    /// <inheritdoc/>
    public readonly void Succeed()
    {
        Frame.EndReply(_slot?.Frame ?? _connection.Output, _start, (int)Status.Ok);
        _slot?.Complete();
    }

    /// <inheritdoc/>
    public readonly void Fail(Status status, string message)
    {
        var buffer = _slot?.Frame ?? (_start < 0 ? _connection.BeginOutput() : _connection.Output);
        if (_start >= 0)
            buffer.Truncate(_start);

        Frame.AppendFailure(buffer, status, message);
        _connection.NoteFailure(_method, status, message);
        _slot?.Complete();
    }
}
