using Twofold.Protocol;
using System.Buffers.Binary;
using System.Text;

namespace Twofold.Fuzz;

/// <summary>What came back for a request.</summary>
internal readonly record struct FuzzReply(Status Status, byte[] Body);

/// <summary>A peer of a connection without a socket, on a clock that stands still.</summary>
internal sealed class FuzzPeer
{
    private const long Now = 1;
    private const int Head = 8;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    // Those of Crash() and of Twice(), whose product is checked.
    private static readonly string[] s_foreseen = ["InvalidOperationException: broken", "OverflowException: "];

    private readonly Connection _connection;
    private readonly List<byte> _received = [];
    private readonly SemaphoreSlim _woken = new(0);

    public FuzzPeer(Service service) =>
        _connection = new Connection(service, new ServerOptions { Address = "unix:unused" }, () => _woken.Release());

    /// <summary>Sends the bytes in so many pieces and waits for all replies.</summary>
    public List<FuzzReply> Converse(ReadOnlySpan<byte> bytes, int pieces)
    {
        var size = Math.Max(1, (bytes.Length + pieces - 1) / pieces);
        while (!bytes.IsEmpty)
        {
            _connection.Receive(bytes[..Math.Min(size, bytes.Length)], Now);
            bytes = bytes[Math.Min(size, bytes.Length)..];
            Read();
        }

        _connection.EndInput();
        Read();
        while (!_connection.IsDone)
        {
            if (!_woken.Wait(s_patience))
                throw new InvalidOperationException("a request is not answered");
            Read();
        }

        _connection.CloseAsync().Wait();
        return Parse();
    }

    private void Read()
    {
        _connection.Collect(Now);
        while (_connection.TakeOutput() is { IsEmpty: false } output)
        {
            _received.AddRange(output.Span);
            _connection.Sent(output.Length, Now);
            _connection.Collect(Now);
        }
    }

    private List<FuzzReply> Parse()
    {
        var replies = new List<FuzzReply>();
        ReadOnlySpan<byte> rest = _received.ToArray();
        while (!rest.IsEmpty)
        {
            var status = BinaryPrimitives.ReadInt32BigEndian(rest);
            var body = rest.Slice(Head, BinaryPrimitives.ReadInt32BigEndian(rest[4..])).ToArray();
            rest = rest[(Head + body.Length)..];
            if (status is < -1 or > (int)Status.Internal)
                throw new InvalidOperationException($"a frame of status {status}");
            if (status > 0)
                Check((Status)status, s_strict.GetString(body));
            if (status >= 0)
                replies.Add(new FuzzReply((Status)status, body));
        }

        return replies;
    }

    /// <summary>Of what the fixtures' author did not foresee, only what he did on purpose may come to light.</summary>
    private static void Check(Status status, string message)
    {
        if (status == Status.Internal && !s_foreseen.Any(beginning => message.StartsWith(beginning, StringComparison.Ordinal)))
            throw new InvalidOperationException($"the server has failed with {message}");
    }
}
