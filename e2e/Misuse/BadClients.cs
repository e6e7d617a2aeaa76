using Twofold.E2E.Cases;
using Twofold.E2E.Wire;
using Twofold.Tests.Server;

namespace Twofold.Misuse;

/// <summary>Clients that send invalid input, or disconnect in the middle.</summary>
internal static class BadClients
{
    /// <summary>
    /// Sends everything to a server, which must answer with frames and stay up. Prints failures; returns 0 if there are none.
    /// </summary>
    public static async Task<int> TryAsync(string address, TextWriter output)
    {
        var faults = 0;
        var inputs = Inputs().ToList();
        foreach (var (name, bytes) in inputs)
        {
            try
            {
                await RawPeer.ConverseAsync(address, [bytes]);
            }
            catch (Exception fault) when (fault is InvalidDataException or TimeoutException or System.Net.Sockets.SocketException)
            {
                faults++;
                await output.WriteLineAsync($"{name}: {fault.Message}");
            }
        }

        using var client = await WireClient.ConnectAsync(address);
        var reply = await client.CallAsync("lib_version");
        if (reply.Status != Status.Ok)
            throw new InvalidDataException($"the next client got {reply}");

        await output.WriteLineAsync($"{inputs.Count - faults} inputs were answered as they should be, {faults} were not");
        return faults == 0 ? 0 : 1;
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Inputs()
    {
        foreach (var input in BadInputCases.ByName.Values)
        {
            yield return (input.Name, input.Bytes);
            yield return ($"{input.Name}, cut in the middle", input.Bytes[..(input.Bytes.Length / 2)]);
        }

        foreach (var (name, bytes) in Corpus.ByName)
            yield return (name, bytes);
    }
}
