using Twofold.Calls;
using Twofold.Cbor;

namespace Twofold.Server;

/// <summary>
/// Takes a reply to its connection: straight into the output when it is the next one due, else into a slot that keeps
/// its turn.
/// </summary>
public struct ConnectionSink : ICborSink
{
    // No more than this: it is copied on the way of every call, and each field costs there.
    private readonly Connection _connection;
    private ReplySlot? _slot;

    internal ConnectionSink(Connection connection)
    {
        _connection = connection;
        _slot = connection.HasSlots ? connection.AddSlot() : null;
    }

    /// <inheritdoc/>
    public static Delivery Delivery => Delivery.Outside;

    /// <inheritdoc/>
    public readonly int MaxDepth => _connection.MaxDepth;

    /// <inheritdoc/>
    public readonly IObjectKeeper Objects => _connection;

    /// <inheritdoc/>
    public readonly ExecutorLease? Lease => _connection.Lease;

    /// <inheritdoc/>
    public void Defer() => _slot ??= _connection.AddSlot();

    /// <inheritdoc/>
    public readonly ByteBuffer Begin() => _slot is null ? _connection.BeginReply() : _slot.Begin();

    /// <inheritdoc/>
    public readonly void Succeed()
    {
        if (_slot is null)
            _connection.EndReply();
        else
            _slot.Succeed();
    }

    /// <inheritdoc/>
    public readonly void Fail(Status status, string message)
    {
        if (_slot is null)
            _connection.FailReply(status, message);
        else
            _slot.Fail(status, message);
    }
}
