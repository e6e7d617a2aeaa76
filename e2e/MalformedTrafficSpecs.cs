using System.Diagnostics;
using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Twofold.Tests.Server;
using Twofold.Tests.Support;
using Xunit;
using Deadline = Twofold.E2E.Harness.Deadline;

namespace Twofold.E2E;

/// <summary>A server answers every complete request among malformed ones, and leaks no resources.</summary>
public sealed class MalformedTrafficSpecs(ITestOutputHelper output)
{
    private const int FixedSeed = 20_240;
    private const int FewFrames = 10_000;
    private const int ManyFrames = 100_000;
    private const int AtOnce = 64;
    private const int LongestRequest = 64 * 1024;
    private const long MostGrowth = 32 << 20;

    private static readonly Dictionary<string, Func<Task<Server>>> s_hosts = FixtureHost.Engines
        .ToDictionary(engine => $"fixtures over {engine}", engine => (Func<Task<Server>>)(() => FixtureHost.StartAsync(engine, "unix")))
        .Append(new("the timer", async () => await Server.StartAsync(await Requires.ServerAsync("serve_host"), "tcp")))
        .ToDictionary();

    public static TheoryData<string> Hosts => [.. s_hosts.Keys];

    [Theory, MemberData(nameof(Hosts))]
    public Task Damaged_frames_by_the_ten_thousand_leave_nothing_behind(string host) => AttackAsync(host, FewFrames);

    [Theory, MemberData(nameof(Hosts)), Trait("tier", "nightly")]
    public Task Damaged_frames_by_the_hundred_thousand_leave_nothing_behind(string host) => AttackAsync(host, ManyFrames);

    [Theory, MemberData(nameof(Hosts))]
    public async Task Input_that_once_broke_a_server_is_harmless(string host)
    {
        await Requires.FixtureHostAsync();
        await using var server = await s_hosts[host]();
        foreach (var (name, bytes) in Corpus.ByName)
        {
            try
            {
                await RawPeer.ConverseAsync(server.Address, [bytes]);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{name}: {e.Message}\n{server}", e);
            }
        }

        await AssertRightAnswersAsync(server, host);
        await server.StopAsync();
    }

    private async Task AttackAsync(string host, int count)
    {
        await Requires.FixtureHostAsync();
        await using var server = await s_hosts[host]();
        await AttackAsync(server, host, FixedSeed, count);
        await AssertRightAnswersAsync(server, host);
        var before = Vitals.Of(server.ProcessId);

        await AttackAsync(server, host, Random.Shared.Next(), count);

        await AssertRightAnswersAsync(server, host);
        using var deadline = new CancellationTokenSource(Deadline.Default);
        while (Vitals.Of(server.ProcessId).Descriptors > before.Descriptors)
            deadline.Token.ThrowIfCancellationRequested();

        var after = Vitals.Of(server.ProcessId);
        output.WriteLine($"{host}: before: {before}; after: {after}");
        Assert.InRange(after.Resident - before.Resident, long.MinValue, MostGrowth);
        await server.StopAsync();
    }

    private async Task AttackAsync(Server server, string host, int seed, int count)
    {
        var clock = Stopwatch.StartNew();
        var frames = 0;
        await Parallel.ForEachAsync(Onslaughts(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (attack, _) =>
        {
            var problem = await ProblemAsync(server, attack.Onslaught, attack.Pieces);
            if (problem is not null)
                Assert.Fail($"{host}, seed {seed}, bytes kept in {Keep(attack.Onslaught.Bytes, seed)}: {problem}\n{server}");
        });

        output.WriteLine($"{host}, seed {seed}: {frames} damaged frames over {AtOnce} connections at once, {frames / clock.Elapsed.TotalSeconds:0} a second");
        Assert.InRange(frames, count, int.MaxValue);

        IEnumerable<(Onslaught Onslaught, List<ReadOnlyMemory<byte>> Pieces)> Onslaughts()
        {
            var mutator = new Mutator(RequestsOf(host), seed);
            while (frames < count)
            {
                var onslaught = mutator.Next();
                frames += onslaught.Frames;
                yield return (onslaught, [.. mutator.Pieces(onslaught.Bytes)]);
            }
        }
    }

    private static async Task<string?> ProblemAsync(Server server, Onslaught onslaught, List<ReadOnlyMemory<byte>> pieces)
    {
        try
        {
            var replies = await RawPeer.ConverseAsync(server.Address, pieces);
            return replies >= onslaught.Complete ? null : $"{onslaught.Complete} whole requests have {replies} replies";
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    /// <summary>Writes the bytes to a file, which can be added to the corpus.</summary>
    private static string Keep(byte[] bytes, int seed)
    {
        var folder = Directory.CreateDirectory(Repo.At("artifacts/fuzz")).FullName;
        var path = Path.Combine(folder, $"e2e-{seed}-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..12]}.bin");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static async Task AssertRightAnswersAsync(Server server, string host)
    {
        using var client = await WireClient.ConnectAsync(server.Address);
        foreach (var (method, payload, reply) in CallsOf(host))
        {
            await client.SendAsync(Frame.Request(method, payload));
            Expect.Ok(reply, await client.ReplyAsync());
        }

        // The clients that opened sessions are gone.
        using var deadline = new CancellationTokenSource(Deadline.Default);
        while (!IsTimer(host) && (await client.CallAsync("count_sessions")).Content != "0")
            deadline.Token.ThrowIfCancellationRequested();
    }

    private static List<byte[]> RequestsOf(string host) =>
    [
        .. CallsOf(host).Select(call => Frame.Request(call.Method, call.Payload)).Where(request => request.Length < LongestRequest),
        .. EventsOf(host).SelectMany(name => new[] { Frame.Request("$subscribe", $$"""{"event": "{{name}}"}"""), Frame.Request("$unsubscribe", $$"""{"event": "{{name}}"}""") }),
        .. IsTimer(host) ? [] : new[]
        {
            Frame.Request("raise_all"), Frame.Request("fail", """{"message": "no"}"""), Frame.Request("crash"), Frame.Request("lone_surrogate"),
            Frame.Request("open_session", """{"name": "s"}"""), Frame.Request("session_add", """{"handle": 1, "number": 5}"""),
            Frame.Request("$release", """{"handle": 1}"""),
        },
    ];

    private static IEnumerable<(string Method, byte[] Payload, string Reply)> CallsOf(string host) => IsTimer(host)
        ? ReplyCases.ByName.Values.Select(call => (call.Method, call.Payload, call.Reply))
        : FixtureTable.Singles.Values.Select(row => row.Calls[0]).Where(call => call.Wire is { IsOk: true })
            .Select(call => (call.Method, Cbor.FromJson(call.Arguments), call.Wire!.Result));

    private static string[] EventsOf(string host) =>
        IsTimer(host) ? ["on_echo_fired", "on_job_scheduled"] : ["on_tick", "on_count", "on_label", "on_everything", "on_passed"];

    private static bool IsTimer(string host) => host == "the timer";
}
