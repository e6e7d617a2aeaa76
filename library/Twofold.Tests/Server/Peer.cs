using Twofold.Calls;
using Twofold.Protocol;
using Twofold.Tests.Support;

namespace Twofold.Tests.Server;

/// <summary>The client's end of a connection without a socket. The spec moves the clock.</summary>
internal sealed class Peer
{
    private readonly List<byte> _received = [];
    private int _wakes;

    public Peer(ServerOptions? options = null, Service? service = null, Budget? budget = null, Token? token = null, LargeRequests? largeRequests = null)
    {
        Connection = new Connection(service ?? Service, options ?? Options, budget ?? new Budget(int.MaxValue, int.MaxValue), largeRequests, Wake) { Token = token };
    }

    public static ServerOptions Options => new() { Address = "unix:unused" };

    public ScriptedService Service { get; } = new();

    public Connection Connection { get; }

    public int Wakes => Volatile.Read(ref _wakes);

    public long Now { get; set; } = 1_000_000;

    public void Send(ReadOnlySpan<byte> bytes) => Connection.Receive(bytes, Now);

    public void Send(string method, object? payload = null) => Send(Wire.Request(method, payload));

    /// <summary>Reads the pending output of the server and returns all frames so far.</summary>
    public List<Reply> Read()
    {
        Connection.Collect(Now);
        while (Take(int.MaxValue) > 0)
            Connection.Collect(Now);

        return Wire.Replies(_received.ToArray());
    }

    /// <summary>Reads at most this many bytes and returns the number of bytes read.</summary>
    public int Take(int most)
    {
        var output = Connection.TakeOutput().Span;
        var size = Math.Min(most, output.Length);
        _received.AddRange(output[..size]);
        if (size > 0)
            Connection.Sent(size, Now);

        return size;
    }

    /// <summary>The texts of the replies so far: each is CBOR text or an error message.</summary>
    public IEnumerable<string> ReadTexts() => Read().Select(reply => reply.Status == 0 ? reply.Read().ReadTextString() : reply.Text);

    // Any thread.
    private void Wake() => Interlocked.Increment(ref _wakes);
}
