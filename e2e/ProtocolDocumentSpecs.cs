using System.Text;
using System.Text.RegularExpressions;
using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>
/// serve_host sends the bytes that docs/protocol.md shows. The tables of statuses, limits and control methods in it are printed.
/// </summary>
public sealed partial class ProtocolDocumentSpecs
{
    private static readonly Document s_document = Document.At("docs/protocol.md");

    // The examples under this heading are those of a server with a token.
    private const string Guarded = "## Who may connect";
    private const string Token = "a-shared-secret";

    /// <summary>The sections whose tables make promises.</summary>
    private static readonly string[] s_promises = ["## Values", "## Statuses", "## Control methods", "## Guarantees", "## Who may connect", "## Limits"];

    public static IEnumerable<TheoryDataRow<string, string, string>> Examples => Rows.WithServeHosts("call", Conversations().Keys);

    [Theory, MemberData(nameof(Examples))]
    public async Task The_documented_conversation_takes_place(string server, string transport, string call)
    {
        var turns = Conversations()[call];
        using var folder = new TempFolder();
        string[] options = IsRefusal(turns) ? ["--max-connections", "1"] : call.StartsWith(Guarded, StringComparison.Ordinal) ? ["--token-file", TokenFile.In(folder, Token)] : [];
        await using var running = await Server.StartAsync(await Requires.ServerAsync(server), transport, options);
        using var first = IsRefusal(turns) ? await HoldingAsync(running.Address) : null;
        using var client = await WireClient.ConnectAsync(running.Address);

        foreach (var (sent, expected) in turns)
        {
            await client.SendAsync(sent);
            Assert.Equal(Convert.ToHexStringLower(expected), Convert.ToHexStringLower(await client.BytesAsync(expected.Length)));
        }

        if (!IsRefusal(turns))
            client.EndSending();
        Assert.Empty(await client.RestAsync());
        await running.StopAfterAsync([client, .. first is null ? [] : new[] { first }]);
    }

    [Fact]
    public void Every_row_has_a_spec()
    {
        Assert.Equal(s_promises.SelectMany(heading => s_document.Section(heading).Rows()).Select(row => row[0]).Order(), ProtocolRows.Specs.Keys.Order());
        SpecNames.AssertExist(ProtocolRows.Specs.Values.SelectMany(names => names));
    }

    /// <summary>A connection that is within the limit.</summary>
    private static async Task<WireClient> HoldingAsync(string address)
    {
        var client = await WireClient.ConnectAsync(address);
        Expect.Ok("\"csharp-timer v0.1.0\"", await client.CallAsync("version"));
        return client;
    }

    /// <summary>The turn without a request: the frame that a connection over the limit gets.</summary>
    private static bool IsRefusal(List<(byte[] Sent, byte[] Expected)> turns) => turns[0].Sent.Length == 0;

    /// <summary>
    /// The turns of each hex block: the bytes that are sent in one piece, and all bytes that come back before the next turn.
    /// </summary>
    private static Dictionary<string, List<(byte[] Sent, byte[] Expected)>> Conversations()
    {
        var guarded = s_document.Section(Guarded).Blocks("hex").ToHashSet();
        var conversations = s_document.Blocks("hex").Select(block => (Heading: guarded.Contains(block) ? $"{Guarded}: " : "", Turns: Turns(block))).ToList();
        Assert.NotEmpty(conversations);
        return conversations.Select((row, index) => (Name: $"{row.Heading}example {index + 1}", row.Turns)).ToDictionary(row => row.Name, row => row.Turns);
    }

    private static List<(byte[] Sent, byte[] Expected)> Turns(string block)
    {
        List<(List<byte> Sent, List<byte> Expected)> turns = [];
        var isReply = true;
        foreach (var line in block.Split('\n'))
        {
            // A request after a reply begins a turn, and so does a reply without a request.
            if (line.StartsWith('>') ? isReply : line.StartsWith('<') && turns.Count == 0)
                turns.Add(([], []));
            if (line.StartsWith('>') || line.StartsWith('<'))
                isReply = line[0] == '<';
            if (turns.Count > 0)
                (isReply ? turns[^1].Expected : turns[^1].Sent).AddRange(Bytes(line));
        }

        return [.. turns.Select(turn => (turn.Sent.ToArray(), turn.Expected.ToArray()))];
    }

    private static IEnumerable<byte> Bytes(string line) =>
        Items().Matches(Remarks().Replace(line, "")).SelectMany(item => item.Groups["text"] is { Success: true } text
            ? Encoding.UTF8.GetBytes(text.Value)
            : Convert.FromHexString(item.Value));

    [GeneratedRegex("#[^']*$")]
    private static partial Regex Remarks();

    [GeneratedRegex("'(?<text>[^']*)'|[0-9a-f]+")]
    private static partial Regex Items();
}
