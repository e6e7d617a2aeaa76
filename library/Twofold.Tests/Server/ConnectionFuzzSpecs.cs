using System.Formats.Cbor;
using System.Text;
using MyTimerLibrary;
using Twofold.Generated.my_timer;
using Twofold.Protocol;
using Twofold.Tests.Support;
using static Twofold.Tests.Support.Wire;

namespace Twofold.Tests.Server;

/// <summary>Sends damaged requests to the core without a socket. The same seed produces the same damage.</summary>
public sealed class ConnectionFuzzSpecs(ITestOutputHelper output)
{
    private const int FixedSeed = 20_240;
    private const int Conversations = 5_000;

    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    private static readonly byte[][] s_scripted =
    [
        Request("say", "one"), Request("fail", []), Request("", []), Request("refuse", []), Request("say", new string('x', 300)), Request("big", []),
        Request("tick", []), Request("throw", []), Request("$subscribe", Map(("event", "on_tick"))), Request("$unsubscribe", Map(("event", "on_tick"))),
    ];

    // All of these methods answer at once, so the replies depend only on the requests.
    private static readonly byte[][] s_timer =
    [
        Request("version", Map()), Request("lib_version", Map()),
        Request("complex", Map(("req", Map(
            ("messages", List(Map(("message", "m"), ("delayMs", 1)))), ("tags", List("a", "b")), ("note", "n"), ("retries", 3))))),
        Request("complex", Map(("req", Map(("messages", List()), ("tags", List()), ("note", null))))),
        Request("schedule", Map(
            ("job", Map(("name", "nightly"), ("payload", List("p")), ("priority", "high"))),
            ("retry", Map(("maxAttempts", 3), ("backoffMs", 100), ("retryOn", List("timeout")))),
            ("schedule", Map(("startAtMs", 1_000), ("intervalMs", 60_000), ("jitter", 5))))),
        Request("$subscribe", Map(("event", "on_job_scheduled"))),
    ];

    public static TheoryData<int> Seeds => [FixedSeed, Random.Shared.Next()];

    [Theory, MemberData(nameof(Seeds))]
    public void Each_damaged_request_is_answered_however_the_input_is_split(int seed) =>
        Attack(seed, s_scripted, () => new ScriptedService(), reply => reply.Status is >= -1 and <= 10);

    [Theory, MemberData(nameof(Seeds))]
    public void Another_codec_can_read_the_replies_to_damaged_requests(int seed)
    {
        using var timer = new MyTimerContext();
        timer.Open(Deadline.Wait(MyTimer.CreateAsync(new Config("t")).AsTask()));
        Attack(seed, s_timer, () => new MyTimerService(timer), IsReadable);
    }

    private void Attack(int seed, byte[][] requests, Func<Service> serve, Func<Reply, bool> isGood)
    {
        output.WriteLine($"seed {seed}");
        var mutator = new Mutator(requests, seed);
        var frames = 0;
        for (var i = 0; i < Conversations; i++)
        {
            var onslaught = mutator.Next();
            var whole = Converse(serve(), [onslaught.Bytes]);
            var pieces = Converse(serve(), mutator.Pieces(onslaught.Bytes));

            var where = $"seed {seed}, conversation {i}: {Convert.ToHexString(onslaught.Bytes)}";
            Assert.True(whole.SequenceEqual(pieces, ReplyComparer.Instance), $"the replies differ when the input arrives in pieces; {where}");
            Assert.True(whole.Count(reply => reply.Status >= 0) >= onslaught.Complete, $"a request was not answered; {where}");
            Assert.True(whole.All(isGood), $"a reply cannot be read; {where}");
            frames += onslaught.Frames;
        }

        output.WriteLine($"{frames} damaged frames");
        Assert.InRange(frames, 50_000, int.MaxValue);
    }

    private static List<Reply> Converse(Service service, IEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        var peer = new Peer(service: service);
        foreach (var piece in pieces)
        {
            // The peer reads every reply, so the limit of unread output does not apply.
            peer.Send(piece.Span);
            while (peer.Take(int.MaxValue) > 0)
            {
            }
        }

        var replies = peer.Read();
        Deadline.Wait(peer.Connection.CloseAsync());
        return replies;
    }

    private static bool IsReadable(Reply reply)
    {
        try
        {
            if (reply.Status is > 0 and <= 10)
                return s_strict.GetString(reply.Body).Length > 0;

            var reader = new CborReader(reply.Body, CborConformanceMode.Strict);
            reader.SkipValue();
            return reply.Status is 0 or -1 && reader.BytesRemaining == 0;
        }
        catch (Exception e) when (e is CborContentException or DecoderFallbackException or InvalidOperationException)
        {
            return false;
        }
    }

    private sealed class ReplyComparer : IEqualityComparer<Reply>
    {
        public static readonly ReplyComparer Instance = new();

        public bool Equals(Reply left, Reply right) => left.Status == right.Status && left.Body.AsSpan().SequenceEqual(right.Body);

        public int GetHashCode(Reply reply) => reply.Status;
    }
}
