using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>After a call that fails, the next one gets its own reply, or says that the connection is closed.</summary>
public sealed class NextCallSpecs(RunningServers servers) : ServerSpecs(servers)
{
    public static IEnumerable<TheoryDataRow<string, string>> CallersWithCases =>
        from client in Callers.ByName.Keys
        from peer in NextCallCases.ByName.Values
        where peer.First != NextCallCase.Late
        select new TheoryDataRow<string, string>(client, peer.Name).WithTrait("client", client);

    [Theory, MemberData(nameof(CallersWithCases))]
    public async Task A_call_after_one_that_failed_does_not_get_its_reply(string client, string peer)
    {
        await CallTwiceAsync(client, NextCallCases.ByName[peer]);
    }

    [Fact]
    public async Task A_call_after_one_that_waited_too_long_does_not_get_its_reply()
    {
        var clients = await Requires.ClientsAsync();

        // All at once, because each has to wait for its own timeout.
        await Task.WhenAll(
            from client in clients
            where Callers.ByName.ContainsKey(client.Name)
            from peer in NextCallCases.ByName.Values
            where peer.First == NextCallCase.Late
            select CallTwiceAsync(client.Name, peer));
    }

    [Theory]
    [InlineData("c")]
    [InlineData("rust")]
    public async Task A_call_that_is_left_closes_the_connection(string client)
    {
        // C leaves the call in the handler of an event, with longjmp; Rust while it decodes the reply, with a panic.
        var caller = await CallerAsync(client);
        byte[][] answers = client == "c" ? [NextCallCases.Event, NextCallCases.Both] : [NextCallCases.First, NextCallCases.Both];
        await using var server = FakePeer.Replying("tcp", answers);

        AssertSays(await caller.RunAsync([server.Address, Callers.Leave]), "left", NextCallCase.Closed);
    }

    [Theory]
    [InlineData(Callers.Leave, 0)]
    [InlineData(Callers.Leave, 12)]
    [InlineData("large", 0)]
    public async Task A_call_that_a_signal_interrupts_closes_the_connection(string way, int received)
    {
        Requires.Signals();
        var caller = await CallerAsync("python");
        await using var server = way == "large"
            ? FakePeer.Unread("tcp")
            : FakePeer.Replying("tcp", NextCallCases.Both[..received], [.. NextCallCases.Both[received..]]);
        await using var program = caller.Start([server.Address, way]);

        await server.Answered.Within("the first request");
        program.Send(Signal.Interrupt);

        AssertSays(await program.ExitAsync(), "left", NextCallCase.Closed);
    }

    [Fact]
    public async Task A_call_may_be_interrupted_at_each_of_its_bytecodes()
    {
        Requires.UnixSockets();
        await Requires.ProgramAsync(Callers.Interrupts);

        var outcome = await Callers.Interrupts.RunAsync([(await ServerAsync("serve_host", "unix")).Address]);

        Assert.True(outcome is { ExitCode: 0, Errors: [], Output: [_] }, outcome.ToString());
        Assert.Matches(@"^\d{3,} interrupts: \d{3,} closed the connection, \d{2,} did not$", outcome.Output[0]);
    }

    private static async Task CallTwiceAsync(string client, NextCallCase peer)
    {
        var caller = await CallerAsync(client);
        await using var server = FakePeer.Replying("tcp", peer.Answers);

        AssertSays(await caller.RunAsync([server.Address]), peer.First, peer.Second, peer.Event);
    }

    private static void AssertSays(Outcome outcome, string first, string second, string? message = null)
    {
        Assert.True(outcome is { ExitCode: 0, Errors: [] }, outcome.ToString());
        AssertLine(outcome, "first: ", first);
        AssertLine(outcome, "second: ", second);
        if (message is not null)
            AssertLine(outcome, "event: ", message);
        Assert.True(outcome.Output.Count <= 3, $"expected a line for each call\n{outcome}");
    }

    private static void AssertLine(Outcome outcome, string beginning, string text)
    {
        var line = outcome.Output.SingleOrDefault(line => line.StartsWith(beginning, StringComparison.Ordinal));
        Assert.True(line is not null && line[beginning.Length..].Contains(text, StringComparison.Ordinal), $"expected '{beginning}...{text}...'\n{outcome}");
        Assert.True(ClientFailures.IsShown(line), $"expected less than {ClientFailures.LongestLine} characters, none of them a control\n{outcome}");
    }

    private static async Task<Executable> CallerAsync(string client)
    {
        var caller = Callers.ByName[client];
        await Requires.ProgramAsync(caller);
        return caller;
    }
}
