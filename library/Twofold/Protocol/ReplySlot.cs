using Twofold.Calls;
using Twofold.Cbor;

namespace Twofold.Protocol;

/// <summary>A reply that is not complete yet, or waits behind one that is not.</summary>
/// <param name="connection">Whose request it answers.</param>
/// <param name="method">The method's name, for the log; null if the log does not need it.</param>
internal sealed class ReplySlot(Connection connection, string? method)
{
    private bool _isReady;

    /// <summary>The bytes of the reply's frame; they belong to the thread that completes the slot, then to the connection.</summary>
    public ByteBuffer Bytes { get; } = new(connection.Account);

    /// <summary>Whether the frame is complete.</summary>
    public bool IsReady => Volatile.Read(ref _isReady);

    /// <summary>Whether the reply's body was begun.</summary>
    public bool HasBegun => Bytes.Length > 0;

    /// <summary>The buffer that the body is appended to.</summary>
    public ByteBuffer Begin()
    {
        Frame.BeginReply(Bytes);
        return Bytes;
    }

    /// <summary>The body is complete. Any thread.</summary>
    public void Succeed()
    {
        if (connection.Account.MustReject)
        {
            var error = CallError.Exhausted(connection.Account);
            Fail(error.Status, error.Message);
            return;
        }

        Frame.EndReply(Bytes, start: 0, (int)Status.Ok);
        Complete();
    }

    /// <summary>The reply is a failure; what has been appended is dropped. Any thread.</summary>
    public void Fail(Status status, string message)
    {
        Bytes.Clear();
        try
        {
            Frame.AppendFailure(Bytes, status, message);
        }
        catch (OutOfMemoryException)
        {
            // Replies have no other mark than their order, so the connection cannot go on without this one.
            connection.Abandon();
            return;
        }

        connection.LogFailure(method, status, message);
        Complete();
    }

    /// <summary>The connection may send it.</summary>
    private void Complete()
    {
        Volatile.Write(ref _isReady, true);
        connection.Wake();
    }
}
