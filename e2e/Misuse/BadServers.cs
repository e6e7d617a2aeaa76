using System.Collections.Concurrent;
using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;

namespace Twofold.Misuse;

/// <summary>Misbehaving servers, and addresses without a server.</summary>
internal static class BadServers
{
    private const string Tag = "[c]";

    /// <summary>Runs a client against all of them and prints failures; returns 0 if there are none.</summary>
    /// <param name="file">The program, or the tool that runs it.</param>
    /// <param name="arguments">The arguments before the address.</param>
    public static async Task<int> TryAsync(string file, string[] arguments, TextWriter output)
    {
        var faults = new ConcurrentBag<string>();
        var trials = Trials().ToList();
        await Parallel.ForEachAsync(trials, async (trial, _) =>
        {
            if (await trial(RunAsync) is { } fault)
                faults.Add(fault);
        });

        foreach (var fault in faults)
            await output.WriteLineAsync(fault);
        await output.WriteLineAsync($"{trials.Count - faults.Count} failures were as they should be, {faults.Count} were not");
        return faults.IsEmpty ? 0 : 1;

        async Task<Outcome> RunAsync(params string[] address)
        {
            await using var child = Child.Start(file, [.. arguments, .. address]);
            return await child.ExitAsync(Deadline.Long);
        }
    }

    private static IEnumerable<Func<Func<string[], Task<Outcome>>, Task<string?>>> Trials()
    {
        // First, because it takes as long as the client's own timeout.
        yield return run => CallAsync(run, "", FakePeer.Holding("tcp", []));

        foreach (var bad in BadPeerCases.ByName.Values)
        {
            foreach (var transport in Platform.Transports)
            {
                yield return run => CallAsync(
                    run, bad.Text, bad.Stays ? FakePeer.Holding(transport, bad.Answer) : FakePeer.Answering(transport, bad.Answer));
            }
        }

        foreach (var address in ClientFailures.NotAddresses)
            yield return async run => ClientFailures.FaultIn(await run([address]), Tag, $"not an address: {address}");

        var unused = Endpoint.UnusedTcp();
        yield return async run => ClientFailures.FaultIn(await run([unused]), Tag, $"no server at {unused}");
        yield return async run => ClientFailures.FaultInUsage(await run([]));
    }

    private static async Task<string?> CallAsync(Func<string[], Task<Outcome>> run, string text, FakePeer server)
    {
        await using (server)
            return ClientFailures.FaultIn(await run([server.Address]), Tag, text);
    }
}
