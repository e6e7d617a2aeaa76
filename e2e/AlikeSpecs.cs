using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>Each transport of the library answers the same requests with the same bytes.</summary>
public sealed class AlikeSpecs(RunningServers servers) : IClassFixture<RunningServers>
{
    private const int Mutants = 400;

    // Addresses whose errors come from the servers and not from the system. Nothing listens on them.
    private static readonly string[] s_addresses =
    [
        "", "foo", "unix:", "udp:127.0.0.1:0", "tcp:", "tcp:1", "tcp::0", "tcp:127.0.0.1:", "tcp:127.0.0.1:99999", "tcp:127.0.0.1:-1",
        "tcp:127.0.0.1: 1", "tcp:127.0.0.1:0x1", "tcp:::1:0", "tcp:[::1:0", "tcp:[::zz]:0", "tcp:[127.0.0.1]:x", "tcp:0.0.0.0:0", "tcp:[::]:0",
        "fd:", "fd:x", "fd:-1", "fd:0", "fd:99", "fd:007", "fd:99999999999999999999",
    ];

    private static readonly Dictionary<string, byte[]> s_exchanges = ReplyCases.ByName
        .ToDictionary(call => $"a good call: {call.Key}", call => Frame.Request(call.Value.Method, call.Value.Payload))
        .Concat(BadInputCases.ByName.ToDictionary(input => $"bad input: {input.Key}", input => input.Value.Bytes))
        .Concat(MalformedCases.ByName)
        .ToDictionary();

    public static IEnumerable<TheoryDataRow<string, string>> Exchanges =>
        from transport in Platform.Transports
        from exchange in s_exchanges.Keys
        select new TheoryDataRow<string, string>(transport, exchange).WithTrait("transport", transport).WithTrait("input", exchange);

    public static IEnumerable<TheoryDataRow<string>> Transports =>
        from transport in Platform.Transports
        select new TheoryDataRow<string>(transport).WithTrait("transport", transport);

    public static IEnumerable<TheoryDataRow<string>> Addresses =>
        from address in s_addresses
        where Platform.HasUnixSockets || address.StartsWith("tcp:", StringComparison.Ordinal)
        select new TheoryDataRow<string>(address);

    [Theory, MemberData(nameof(Exchanges))]
    public async Task Each_transport_answers_with_the_same_bytes(string transport, string exchange) =>
        await AssertAlikeAsync(transport, s_exchanges[exchange], exchange);

    [Theory, MemberData(nameof(Transports))]
    public async Task Each_transport_answers_mutants_with_the_same_bytes(string transport)
    {
        var mutants = new MutatedRequests(seed: 2_026);
        for (var mutant = 0; mutant < Mutants; mutant++)
        {
            var bytes = mutants.Next();
            await AssertAlikeAsync(transport, bytes, $"mutant {mutant}, {Convert.ToHexStringLower(bytes)}");
        }
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task Each_transport_refuses_an_address_with_the_same_message(string address)
    {
        var outcomes = new List<(string Server, string Said)>();
        foreach (var server in Rows.ServeHostNames)
        {
            var outcome = await (await Requires.ServerAsync(server)).RunAsync([address]);
            Assert.True(outcome is { ExitCode: 1 or 2, Output: [] }, outcome.ToString());
            outcomes.Add((server, $"{outcome.ExitCode} {string.Join('\n', outcome.Errors)}"));
        }

        Assert.All(outcomes, outcome => Assert.Equal(outcomes[0].Said, outcome.Said));
    }

    /// <summary>Sends the bytes and nothing more to each server, and compares all that comes back.</summary>
    private async Task AssertAlikeAsync(string transport, byte[] bytes, string exchange)
    {
        string? expected = null;
        foreach (var server in Rows.ServeHostNames)
        {
            await Requires.ServerAsync(server);
            using var client = await WireClient.ConnectAsync((await servers.AtAsync(server, transport)).Address);
            await client.SendAsync(bytes);
            client.EndSending();

            var answer = Convert.ToHexStringLower(await client.RestAsync());

            expected ??= answer;
            Assert.True(expected == answer, $"{exchange}\n{Rows.ServeHostNames.First()}: {Show(expected)}\n{server}: {Show(answer)}");
        }
    }

    private static string Show(string hex) => hex.Length > 400 ? $"{hex[..400]}..." : $"{hex} {Printable(Convert.FromHexString(hex))}";

    private static string Printable(byte[] bytes) => new([.. bytes.Select(letter => letter is >= 32 and < 127 ? (char)letter : '.')]);
}
