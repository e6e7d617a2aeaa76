namespace Twofold.Server;

/// <summary>What a server listens on and the limits it holds its peers to.</summary>
public sealed record ServerOptions
{
    /// <summary>The deepest nesting that the stack is sure to hold.</summary>
    public const int DeepestNesting = 1024;

    /// <summary>More loops than this are no gain on any machine.</summary>
    public const int MostLoopThreads = 256;

    /// <summary><c>unix:PATH</c>, <c>tcp:HOST:PORT</c> or <c>tcp:[IPV6]:PORT</c>, where port 0 picks a free one, or <c>fd:N</c>, a descriptor that listens already.</summary>
    public required string Address { get; init; }

    /// <summary>Whether TCP beyond loopback is allowed: the wire is not encrypted.</summary>
    public bool AllowRemote { get; init; }

    /// <summary>How bytes get from sockets to connections and back.</summary>
    public Transport Transport { get; init; }

    /// <summary>
    /// How many threads the epoll transport has; at most <see cref="MostLoopThreads"/>. A method that ends synchronously runs on
    /// one of them, and holds up the connections of that one until it returns.
    /// </summary>
    public int LoopThreads { get; init; } = 1;

    /// <summary>The longest method name, in bytes.</summary>
    public int MaxMethodBytes { get; init; } = 255;

    /// <summary>The largest payload, in bytes.</summary>
    public int MaxPayloadBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>How deep arrays and maps of a request may nest; at most <see cref="DeepestNesting"/>.</summary>
    public int MaxNesting { get; init; } = 64;

    /// <summary>How many objects a connection may hold.</summary>
    public int MaxObjects { get; init; } = 1024;

    /// <summary>How many requests of a connection may be unanswered before it is no longer read.</summary>
    public int MaxInFlight { get; init; } = 1024;

    /// <summary>How many bytes of output a peer may leave unread before it is no longer read.</summary>
    public int MaxUnreadBytes { get; init; } = 1024 * 1024;

    /// <summary>How many connections may be open.</summary>
    public int MaxConnections { get; init; } = 1024;

    /// <summary>How long a peer may take to send the rest of a frame.</summary>
    public TimeSpan FrameTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a peer may leave its output unread without taking a byte.</summary>
    public TimeSpan ProgressTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long calls in flight may take when the server stops.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a peer may take to read its last reply when the server has no more for it and closes.</summary>
    internal TimeSpan LingerTime { get; init; } = TimeSpan.FromSeconds(2);
}
