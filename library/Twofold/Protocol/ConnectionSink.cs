using System.Runtime.CompilerServices;
using Twofold.Calls;
using Twofold.Cbor;

namespace Twofold.Protocol;

/// <summary>
/// Takes a reply to its connection: straight into the output when it is the next one due, else into a slot that keeps
/// its place.
/// </summary>
public struct ConnectionSink : ICborSink
{
    // No more than these two: it is copied on the way of every call, and each field costs there.
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
    public readonly IObjectKeeper Objects => _connection.Objects;

    /// <inheritdoc/>
    public readonly ExecutorLease? Lease => _connection.Lease;

    /// <inheritdoc/>
    public readonly Account Account => _connection.Account;

    /// <summary>Whether the reply's body was begun.</summary>
    internal readonly bool HasBegun => _slot?.HasBegun ?? _connection.HasBegunReply;

    /// <summary>Whether the reply waits in a slot of its own.</summary>
    internal readonly bool IsDeferred => _slot is not null;

    /// <inheritdoc/>
    public void Defer() => _slot ??= _connection.AddSlot();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly CborWriter Begin() => new(BeginBody(), _connection.Objects);

    /// <summary>The buffer that the reply's body is appended to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly ByteBuffer BeginBody() => _slot is null ? _connection.BeginReply() : _slot.Begin();

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
