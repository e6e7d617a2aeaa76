using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>
/// The library and the codecs of other languages read each other's output: another codec decodes a reply and encodes it in every
/// form that it supports, and the library reads the result.
/// </summary>
public sealed class ForeignCodecSpecs(RunningFixtures running, RunningServers servers)
    : ServerSpecs(servers), IClassFixture<RunningFixtures>
{
    public static TheoryData<string> Codecs => [.. ForeignCodecs.ByName.Keys];

    public static IEnumerable<TheoryDataRow<string, string, string>> CodecsWithServers => Rows.WithServers("codec", ForeignCodecs.ByName.Keys);

    [Theory, MemberData(nameof(Codecs))]
    public async Task Every_shape_round_trips_through_another_codec(string codec)
    {
        var foreign = await FindAsync(codec);
        using var client = await running.ConnectAsync();
        var rows = FixtureTable.Singles.Select(row => (Name: row.Key, Call: row.Value.Calls[0])).Where(row => row.Call.Wire?.IsOk == true).ToList();
        var replies = new List<(string Method, byte[] Item)>();
        foreach (var (name, call) in rows)
            replies.Add((call.Method, await OkAsync(client, name, call.Method, Cbor.Shortest(call.Arguments))));

        var (returned, typed, longer) = (0, 0, 0);
        foreach (var ((row, (method, reply)), forms) in rows.Zip(replies).Zip(await foreign.RecodeAsync(replies)))
        {
            Assert.Equal(foreign.Forms.Where(form => form != ForeignCodec.Typed || forms.ContainsKey(form)), forms.Keys);
            foreach (var (form, bytes) in forms)
            {
                var what = $"{row.Name}, {form} of {codec}";
                AssertSameValue(what, row.Call.Wire!.Result, bytes, form);
                typed += form == ForeignCodec.Typed ? 1 : 0;
                longer += bytes.Length > reply.Length ? 1 : 0;
                if (form == ForeignCodec.Typed)
                    Assert.True(bytes.AsSpan().SequenceEqual(reply), $"{what}: {Convert.ToHexString(bytes)}, here {Convert.ToHexString(reply)}");
                if (!method.StartsWith("keep_", StringComparison.Ordinal))
                    continue;

                var again = await OkAsync(client, what, method, [0xA1, 0x65, .. "value"u8, .. bytes]);
                Assert.True(again.AsSpan().SequenceEqual(reply), $"{what} is {Convert.ToHexString(bytes)}, and here {Convert.ToHexString(again)}");
                returned++;
            }
        }

        // Fails if the forms do not differ, or if the table has lost its rows.
        Assert.True(returned > 200 && longer > 50, $"{returned} values came back, {longer} in a longer form");
        Assert.Equal(foreign.Forms.Contains(ForeignCodec.Typed), typed > 50);
    }

    [Theory, MemberData(nameof(CodecsWithServers))]
    public async Task Every_timer_message_round_trips_through_another_codec(string server, string transport, string codec)
    {
        var foreign = await FindAsync(codec);
        using var client = await ConnectAsync(server, transport);
        var cases = ReplyCases.ByName.Values.ToList();
        var answers = new List<(string Method, byte[] Item)>();
        foreach (var (expected, forms) in cases.Zip(await foreign.RecodeAsync([.. cases.Select(item => (item.Method, item.Payload))])))
        {
            var replies = new List<(string Method, byte[] Item)>();
            foreach (var (form, payload) in forms)
                replies.Add((expected.Method, await OkAsync(client, $"{expected.Name}, {form} of {codec}", expected.Method, payload)));

            foreach (var ((form, _), (_, item)) in forms.Zip(replies))
                AssertSameValue($"{expected.Name}, asked with {form} of {codec}", expected.Reply, item);
            answers.Add(replies[0]);
        }

        foreach (var (expected, forms) in cases.Zip(await foreign.RecodeAsync(answers)))
        {
            foreach (var (form, item) in forms)
                AssertSameValue($"{expected.Name}, {form} of {codec}", expected.Reply, item, form);
        }
    }

    private static async Task<ForeignCodec> FindAsync(string codec)
    {
        var found = ForeignCodecs.ByName[codec];
        await Requires.ProgramAsync(found.Program);
        return found;
    }

    private static async Task<byte[]> OkAsync(WireClient client, string what, string method, byte[] payload)
    {
        await client.SendAsync(Frame.Request(method, payload));
        var reply = await client.ReplyAsync();
        Assert.True(reply.Status == Status.Ok, $"{what}: {reply}, asked with {Convert.ToHexString(payload.AsSpan(0, Math.Min(payload.Length, 500)))}");
        return reply.Body;
    }

    /// <summary>Decoded by a third codec. It is strict and refuses indefinite lengths, which the library accepts.</summary>
    private static void AssertSameValue(string what, string json, byte[] bytes, string form = "")
    {
        if (form == ForeignCodec.Indefinite)
            return;

        try
        {
            Expect.SameJson(json, Cbor.ToJson(bytes));
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{what}: {Convert.ToHexString(bytes)}", e);
        }
    }
}
