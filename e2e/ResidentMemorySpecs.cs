using System.Globalization;
using System.Net.Sockets;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>The resident memory of a server under load. It must not depend on the size of the processor's cache.</summary>
public sealed class ResidentMemorySpecs(ITestOutputHelper output)
{
    private const long MostUnderLoad = 12 << 20;
    private const int InFlight = 64;

    // All calls together allocate three times the large budget below.
    private const int Rounds = 12_000;

    // Hexadecimal, as the runtime requires: 64 MiB, the budget for a processor with a large cache.
    private const string LargeBudget = "4000000";

    private static readonly byte[] s_request = Frame.Request("echo", """{"req": {"message": "hello over the wire", "delayMs": 0}}""");

    [Fact]
    public async Task A_server_under_load_stays_within_12_MiB_on_any_processor()
    {
        var resident = await ResidentAfterLoadAsync();

        Assert.InRange(resident, 1, MostUnderLoad);
    }

    [Fact]
    public async Task A_larger_budget_in_the_environment_overrides_the_one_that_is_published()
    {
        var resident = await ResidentAfterLoadAsync(("DOTNET_GCgen0size", LargeBudget));

        Assert.InRange(resident, 2 * MostUnderLoad, long.MaxValue);
    }

    private async Task<long> ResidentAfterLoadAsync(params (string Name, string Value)[] environment)
    {
        Requires.ProcessCounts();
        var program = await Requires.ServerAsync("serve_host");
        using var folder = new TempFolder();
        await using var server = await Server.StartAsync(
            program, [$"unix:{folder.File("s")}"], environment.ToDictionary(entry => entry.Name, entry => entry.Value));

        using var socket = Exchange.Connect(server.SocketPath!);
        var reply = new byte[InFlight * await ReplySizeAsync(server)];
        var requests = Enumerable.Repeat(s_request, InFlight).SelectMany(bytes => bytes).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            socket.Send(requests);
            ReadAll(socket, reply);
        }

        var resident = Vitals.Of(server.ProcessId).Resident;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Vitals.Mebibytes(resident)} after {Rounds * InFlight} calls"));
        await server.StopAsync();
        return resident;
    }

    private static async Task<int> ReplySizeAsync(Server server)
    {
        using var client = await WireClient.ConnectAsync(server.Address);
        await client.SendAsync(s_request);
        client.EndSending();
        return (await client.RestAsync()).Length;
    }

    private static void ReadAll(Socket socket, byte[] buffer)
    {
        for (var size = 0; size < buffer.Length;)
        {
            var count = socket.Receive(buffer.AsSpan(size));
            Assert.True(count > 0, "the server closed the connection under load");
            size += count;
        }
    }
}
