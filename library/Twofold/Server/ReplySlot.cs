using Twofold.Cbor;

namespace Twofold.Server;

/// <summary>A reply that is not there yet, or waits for its turn behind one that is not.</summary>
internal sealed class ReplySlot(Connection connection)
{
    private bool _isReady;

    /// <summary>The reply's frame; belongs to whoever completes the slot, then to the connection.</summary>
    public ByteBuffer Frame { get; } = new();

    /// <summary>Whether the frame is complete.</summary>
    public bool IsReady => Volatile.Read(ref _isReady);

    /// <summary>The frame is complete: the connection may send it. Any thread.</summary>
    public void Complete()
    {
        Volatile.Write(ref _isReady, true);
        connection.Wake();
    }
}
