using System.Buffers.Binary;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>What docs/protocol.md shows byte by byte is what a server does.</summary>
public sealed class ProtocolDocumentSpecs(RunningServers servers) : ServerSpecs(servers)
{
    private const string Document = "docs/protocol.md";

    public static IEnumerable<TheoryDataRow<string, string, string>> Examples => Cases.Rows.WithServers("call", Exchanges().Keys);

    [Theory, MemberData(nameof(Examples))]
    public async Task The_documented_request_gets_the_documented_reply(string server, string transport, string call)
    {
        var (request, expected) = Exchanges()[call];
        using var client = await ConnectAsync(server, transport);

        await client.SendAsync(request);
        var reply = await client.ReplyAsync();

        var head = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(head, (int)reply.Status);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(4), (uint)reply.Body.Length);
        Assert.Equal(Convert.ToHexStringLower(expected), Convert.ToHexStringLower([.. head, .. reply.Body]));
    }

    /// <summary>The lines behind &gt; and &lt; in the document's hex block, pair by pair, named by their order.</summary>
    private static Dictionary<string, (byte[] Request, byte[] Reply)> Exchanges()
    {
        var lines = File.ReadLines(Repo.At(Document)).SkipWhile(line => line != "```hex").Skip(1).TakeWhile(line => line != "```").ToArray();
        var requests = lines.Where(line => line.StartsWith('>')).Select(Bytes);
        var replies = lines.Where(line => line.StartsWith('<')).Select(Bytes);
        var exchanges = requests.Zip(replies).Select((pair, index) => (Name: $"example {index + 1}", pair)).ToDictionary(row => row.Name, row => row.pair);
        return exchanges.Count > 0 ? exchanges : throw new InvalidDataException($"{Document} has no hex block");
    }

    private static byte[] Bytes(string line) => Convert.FromHexString(line[1..].Replace(" ", ""));
}
