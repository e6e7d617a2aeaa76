namespace Twofold.Attacks;

/// <summary>What an attack has cost the attacker, and what it got. Thread-safe.</summary>
internal sealed class Tally
{
    private long _sent;
    private int _connected;
    private int _answered;
    private int _refused;
    private int _closed;

    /// <summary>The bytes that the server took.</summary>
    public long Sent => Volatile.Read(ref _sent);

    /// <summary>Connections that the server took.</summary>
    public int Connected => Volatile.Read(ref _connected);

    /// <summary>Replies with status 0, and events.</summary>
    public int Answered => Volatile.Read(ref _answered);

    /// <summary>Replies with another status.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>Connections that the server closed or did not take.</summary>
    public int Closed => Volatile.Read(ref _closed);

    public void AddConnected() => Interlocked.Increment(ref _connected);

    public void AddSent(long bytes) => Interlocked.Add(ref _sent, bytes);

    public void AddReply(int status) => Interlocked.Increment(ref status <= 0 ? ref _answered : ref _refused);

    public void AddClosed() => Interlocked.Increment(ref _closed);
}
