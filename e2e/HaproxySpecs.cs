using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>
/// Servers behind haproxy, with the example's configuration: a failed server is removed, and clients only have to reconnect.
/// </summary>
public sealed class HaproxySpecs
{
    private const string ServeHost = "serve_host";
    private const string Version = "\"csharp-timer v0.1.0\"";
    private const int ClientCount = 9;

    [Fact]
    public async Task The_example_is_valid_as_it_stands()
    {
        await Requires.HaproxyAsync();

        var outcome = await Haproxy.Program.RunAsync(["-c", "-f", Repo.At(Haproxy.Example)]);

        Assert.True(outcome is { ExitCode: 0 }, outcome.ToString());
        Assert.DoesNotContain(outcome.Errors, line => line.Contains("WARNING", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_is_killed_under_load_costs_its_clients_a_reconnect_and_no_more()
    {
        await Requires.HaproxyAsync();
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        await using var three = await StartAsync();
        await using var haproxy = await Haproxy.StartAsync(one.Address, two.Address, three.Address);

        using var end = new CancellationTokenSource();
        var clients = Enumerable.Range(0, ClientCount).Select(_ => new PersistentClient(haproxy.Address)).ToArray();
        var runs = clients.Select(client => client.RunAsync(end.Token)).ToArray();
        await AllCallAsync(50);
        Assert.All(clients, client => Assert.Equal(1, client.Connections));

        await two.DisposeAsync();
        await haproxy.IsAsync("two", "DOWN");
        await AllCallAsync(200);
        await end.CancelAsync();
        await Task.WhenAll(runs).WaitAsync(Deadline.Default, TestContext.Current.CancellationToken);

        // A third of the clients were on that server, and none had to reconnect more than once.
        Assert.Equal(ClientCount / 3, clients.Count(client => client.Connections == 2));
        Assert.Equal(ClientCount - (ClientCount / 3), clients.Count(client => client.Connections == 1));

        // A client that fails ends early.
        async Task AllCallAsync(int count)
        {
            var calls = Task.WhenAll(clients.Select(client => client.CallsAsync(count)));
            await await Task.WhenAny([calls, .. runs]);
            await calls;
        }
    }

    [Fact]
    public async Task A_server_that_answers_errors_is_taken_out()
    {
        await Requires.HaproxyAsync();
        await using var one = await StartAsync();
        await using var two = await StartAsync();

        // INTERNAL, with zeros in which an unanchored pattern would find an OK.
        await using var wrong = FakePeer.AnsweringAll("tcp", [0, 0, 0, 10, .. Frame.Length(8), 0, 0, 0, 0, 0, 0, 0, 0]);
        await using var haproxy = await Haproxy.StartAsync(one.Address, two.Address, wrong.Address);

        await haproxy.IsAsync("three", "DOWN");

        for (var call = 0; call < 30; call++)
            await Expect.HealthyAsync(haproxy.Address);
    }

    [Fact]
    public async Task A_server_that_comes_back_is_used_again()
    {
        await Requires.HaproxyAsync();
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        var three = await StartAsync();
        await using var haproxy = await Haproxy.StartAsync(one.Address, two.Address, three.Address);
        await three.DisposeAsync();
        await haproxy.IsAsync("three", "DOWN");

        await using var again = await Server.StartAsync(await Requires.ServerAsync(ServeHost), ["--name", "again", three.Address]);
        await haproxy.IsAsync("three", "UP");

        var clients = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => WireClient.ConnectAsync(haproxy.Address)));
        var replies = await Task.WhenAll(clients.Select(client => client.CallAsync("echo", """{"req": {"message": "", "delayMs": 0}}""")));
        Assert.Contains(replies, reply => reply.Content.Contains("\"again\"", StringComparison.Ordinal));
        foreach (var client in clients)
            client.Dispose();
    }

    private static async Task<Server> StartAsync() =>
        await Server.StartAsync(await Requires.ServerAsync(ServeHost), ["tcp:127.0.0.1:0"]);

    /// <summary>Calls in a loop, and reconnects when a connection is lost. The call after a reconnect must not fail.</summary>
    private sealed class PersistentClient(string address)
    {
        private readonly object _sync = new();
        private int _calls;
        private int _awaitedCalls;
        private TaskCompletionSource _reached = new();

        public int Connections { get; private set; }

        public async Task RunAsync(CancellationToken end)
        {
            while (!end.IsCancellationRequested)
            {
                using var client = await WireClient.ConnectAsync(address);
                Connections++;
                await CallOnceAsync(client);
                await CallUntilLostAsync(client, end);
            }
        }

        /// <summary>Waits for so many further calls.</summary>
        public Task CallsAsync(int count)
        {
            lock (_sync)
            {
                _awaitedCalls = _calls + count;
                _reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                return _reached.Task.WaitAsync(Deadline.Default);
            }
        }

        private async Task CallUntilLostAsync(WireClient client, CancellationToken end)
        {
            try
            {
                while (!end.IsCancellationRequested)
                    await CallOnceAsync(client);
            }
            catch (IOException)
            {
                // The server is gone.
            }
        }

        private async Task CallOnceAsync(WireClient client)
        {
            Expect.Ok(Version, await client.CallAsync("version"));
            lock (_sync)
            {
                if (++_calls == _awaitedCalls)
                    _reached.SetResult();
            }
        }
    }
}
