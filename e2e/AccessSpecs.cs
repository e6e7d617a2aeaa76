using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>Who may connect: users, tokens, and how many connections a peer has.</summary>
public sealed class AccessSpecs : IDisposable
{
    private const string Version = "\"csharp-timer v0.1.0\"";
    private const string Secret = "correct horse battery staple";
    private const int Other = 12345;

    private static readonly Executable s_asUser = Executable.Python("e2e/Harness/as_user.py", module: "socket");

    private readonly TempFolder _folder = new();

    public static IEnumerable<TheoryDataRow<string, string>> ClientsOfServers =>
        from server in Rows.ServeHostNames
        from client in Clients.OverSockets
        select new TheoryDataRow<string, string>(server, client.Name).WithTrait("client", client.Name);

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(ClientsOfServers))]
    public async Task A_client_with_the_right_token_is_served(string server, string client)
    {
        await using var running = await GuardedAsync(server);
        var caller = await ClientAsync(client);

        var outcome = await caller.Program.RunAsync([running.Address], Token(Secret));

        Assert.True(outcome is { ExitCode: 0, Errors: [] }, $"{outcome}");
        Assert.Equal($"{caller.Tag} {"ok",-27} = 9 calls, 0 mismatches", outcome.Output[^1]);
        await running.StopAsync();
    }

    [Theory, MemberData(nameof(ClientsOfServers))]
    public async Task A_client_without_the_right_token_is_told_what_is_wrong(string server, string client)
    {
        await using var running = await GuardedAsync(server);
        var caller = await ClientAsync(client);

        var wrong = await caller.Program.RunAsync([running.Address], Token("guessed"));
        Expect.OneErrorLine(caller, "wrong token: present the one that the server was started with (UNAUTHENTICATED", wrong);

        foreach (var none in new[] { Token(""), [] })
        {
            var missing = await caller.Program.RunAsync([running.Address], none);
            Expect.OneErrorLine(caller, "the first request must be $hello with the token of the server (UNAUTHENTICATED", missing);
        }

        await running.StopAsync();
    }

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task A_peer_that_keeps_silent_is_closed_and_others_are_not(string server)
    {
        await using var running = await GuardedAsync(server, "--frame-timeout-ms", "100");
        using var known = await WireClient.ConnectAsync(running.Address);
        Assert.Equal(Status.Ok, (await known.CallAsync("$hello", $$"""{"token": "{{Secret}}"}""")).Status);
        using var silent = await WireClient.ConnectAsync(running.Address);
        await silent.ClosedAsync();
        Expect.Ok(Version, await known.CallAsync("version"));
        await running.StopAfterAsync(known);
    }

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task A_user_that_is_not_named_is_refused(string server)
    {
        await RequireOtherUsersAsync();
        await using var running = await ForEveryoneAsync(server, "--allow-uid", "0,daemon");

        Assert.Equal([$"13 user {Other} may not connect: allow_uids of the server does not name it"], (await s_asUser.RunAsync([$"{Other}", _folder.File("s")])).Output);
        Assert.Equal(["0 scsharp-timer v0.1.0"], (await s_asUser.RunAsync(["0", _folder.File("s")])).Output);
        await running.StopAsync();
    }

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task A_user_that_is_named_is_served_and_its_owner_is_not(string server)
    {
        await RequireOtherUsersAsync();
        await using var running = await ForEveryoneAsync(server, "--allow-uid", $"{Other}");

        Assert.Equal(["0 scsharp-timer v0.1.0"], (await s_asUser.RunAsync([$"{Other}", _folder.File("s")])).Output);
        Assert.Equal(["13 user 0 may not connect: allow_uids of the server does not name it"], (await s_asUser.RunAsync(["0", _folder.File("s")])).Output);
        await running.StopAsync();
    }

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task Any_user_of_the_machine_is_served_over_TCP(string server)
    {
        await RequireOtherUsersAsync();
        await using var running = await Server.StartAsync(await Requires.ServerAsync(server), "tcp");

        Assert.Equal(["0 scsharp-timer v0.1.0"], (await s_asUser.RunAsync([$"{Other}", running.Address[(running.Address.LastIndexOf(':') + 1)..]])).Output);
        await running.StopAsync();
    }

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task One_user_at_its_limit_leaves_the_rest_to_others(string server)
    {
        await RequireOtherUsersAsync();
        await using var running = await ForEveryoneAsync(server, "--max-connections-per-peer", "1");
        using var first = await WireClient.ConnectAsync(running.Address);
        Expect.Ok(Version, await first.CallAsync("version"));

        Assert.Equal(["0 scsharp-timer v0.1.0"], (await s_asUser.RunAsync([$"{Other}", _folder.File("s")])).Output);
        await running.StopAfterAsync(first);
    }

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task One_connection_more_than_a_peer_may_have_is_refused_until_another_leaves(string server)
    {
        var program = await Requires.ServerAsync(server);
        await using var running = await Server.StartAsync(program, ["--max-connections-per-peer", "2", "tcp:127.0.0.1:0"]);
        using var first = await WireClient.ConnectAsync(running.Address);
        using var second = await WireClient.ConnectAsync(running.Address);
        Expect.Ok(Version, await first.CallAsync("version"));
        Expect.Ok(Version, await second.CallAsync("version"));
        using (var third = await WireClient.ConnectAsync(running.Address))
        {
            Expect.Refused(Status.Unavailable, "connection limit of one peer (2) reached", await third.ReplyAsync());
            await third.ClosedAsync();
        }

        second.EndSending();
        await second.ClosedAsync();
        await PlaceIsFreeAsync(running.Address);
        await running.StopAfterAsync(first);
    }

    [Theory, MemberData(nameof(Rows.ServeHosts), MemberType = typeof(Rows))]
    public async Task A_rule_that_cannot_be_applied_is_an_error_at_start(string server)
    {
        var program = await Requires.ServerAsync(server);
        var (unix, tcp) = ($"unix:{_folder.File("s")}", "tcp:127.0.0.1:0");
        var token = TokenFile.In(_folder, "");

        await FailsAsync("allow_uids needs a unix socket: over TCP, as on tcp:127.0.0.1:0, a peer has no user id; use token_path instead", "--allow-uid", "0", tcp);
        await FailsAsync("allow_uids is \"no_such_user_here\": there is no user no_such_user_here", "--allow-uid", "no_such_user_here", unix);
        await FailsAsync("allow_uids is \"\": a name is empty; put one comma between two users", "--allow-uid", "", unix);
        await FailsAsync($"the token file {token} is empty; make one with: (umask 077; openssl rand -hex 32 > {token})", "--token-file", token, unix);
        await FailsAsync($"the token file {token}s does not exist; make one with: (umask 077; openssl rand -hex 32 > {token}s)", "--token-file", $"{token}s", tcp);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(token, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        await FailsAsync($"other users may read the token file {token} (mode 0440); run: chmod 600 {token}", "--token-file", token, unix);
        Assert.False(File.Exists(_folder.File("s")));

        async Task FailsAsync(string text, params string[] arguments)
        {
            var outcome = await program.RunAsync(arguments);
            Assert.True(outcome is { ExitCode: 1, Output: [], Errors: [var line] } && line == text, $"expected {text}\n{outcome}");
        }
    }

    private static Dictionary<string, string> Token(string token) => new() { ["MY_TIMER_TOKEN"] = token };

    private static async Task<Client> ClientAsync(string name)
    {
        var client = Clients.Named(name);
        await Requires.ProgramAsync(client.Program);
        return client;
    }

    /// <summary>Only root may become another user.</summary>
    private static async Task RequireOtherUsersAsync()
    {
        Requires.Linux("only Linux says who the peer is");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root may become another user");
        await Requires.ProgramAsync(s_asUser);
    }

    /// <summary>Connects until a connection is served: the server may notice a disconnect late.</summary>
    private static async Task PlaceIsFreeAsync(string address)
    {
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); waited.Elapsed < Deadline.Default;)
        {
            using var client = await WireClient.ConnectAsync(address);
            if ((await client.CallAsync("version")).Status == Status.Ok)
                return;
        }

        Assert.Fail("the place of a closed connection was not reused");
    }

    private async Task<Server> GuardedAsync(string server, params string[] flags) =>
        await Server.StartAsync(await Requires.ServerAsync(server), ["--token-file", TokenFile.In(_folder, Secret), .. flags, "tcp:127.0.0.1:0"]);

    /// <summary>A server whose socket every user can reach.</summary>
    private async Task<Server> ForEveryoneAsync(string server, params string[] flags)
    {
        var program = await Requires.ServerAsync(server);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_101_101);
        return await Server.StartAsync(program, ["--socket-mode", "0666", .. flags, $"unix:{_folder.File("s")}"]);
    }
}
