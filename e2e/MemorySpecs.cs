using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>A peer takes memory for the bytes that it has sent, not for those that it announces.</summary>
public sealed class MemorySpecs(ITestOutputHelper output)
{
    private const int Peers = 1_000;
    private const long MostForEach = 100 * 1024;
    private const long MostForAll = 100 * 1000 * 1000;

    private static readonly Dictionary<string, byte[]> s_announcements = new()
    {
        ["a method of 4 GiB"] = Frame.Length(uint.MaxValue),
        ["a payload of 4 GiB"] = [.. Frame.Length(5), .. "twice"u8, .. Frame.Length(uint.MaxValue)],
        ["a payload just under the limit"] = [.. Frame.Length(5), .. "twice"u8, .. Frame.Length((16 << 20) - 1), 0xA1, 0x65],
    };

    public static IEnumerable<TheoryDataRow<string, string>> Announcements =>
        from row in Rows.Engines
        from announcement in s_announcements.Keys
        select new TheoryDataRow<string, string>(row.Data, announcement).WithTrait("engine", row.Data);

    [Theory, MemberData(nameof(Announcements))]
    public async Task A_thousand_peers_that_announce_much_cost_little(string engine, string announcement)
    {
        await Requires.FixtureHostAsync();
        await using var server = await FixtureHost.StartAsync(engine, "unix");
        for (var i = 0; i < 20; i++)
        {
            using var warmUp = await AnnounceAsync(server, s_announcements[announcement]);
        }

        var before = Vitals.Of(server.ProcessId);

        var peers = new List<WireClient>();
        for (var i = 0; i < Peers; i++)
            peers.Add(await AnnounceAsync(server, s_announcements[announcement]));

        var growth = Vitals.Of(server.ProcessId).Resident - before.Resident;
        output.WriteLine($"{engine}, {announcement}: {growth / Peers} bytes for each of {Peers} peers, {Vitals.Mebibytes(growth)} together");
        Assert.InRange(growth / Peers, long.MinValue, MostForEach);
        Assert.InRange(growth, long.MinValue, MostForAll);

        peers.ForEach(peer => peer.Dispose());
        await server.StopAsync();
    }

    /// <summary>A call and an announcement in one write: the reply shows that the server has read both.</summary>
    private static async Task<WireClient> AnnounceAsync(Server server, byte[] announcement)
    {
        var peer = await WireClient.ConnectAsync(server.Address);
        await peer.SendAsync(Frame.Request("twice", """{"value": 21}"""), announcement);
        Expect.Ok("42", await peer.ReplyAsync());
        return peer;
    }
}
