using Twofold.E2E.Cases;
using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>The library that has every shape, compiled to native code: called from C and C++, and served.</summary>
public sealed class FixtureSpecs : IAsyncLifetime
{
    private static readonly Dictionary<string, Executable> s_programs = new()
    {
        [nameof(FixturePrograms.Checks)] = FixturePrograms.Checks,
        [nameof(FixturePrograms.SideBySide)] = FixturePrograms.SideBySide,
        [nameof(FixturePrograms.CppChecks)] = FixturePrograms.CppChecks,
        [nameof(FixturePrograms.CppSideBySide)] = FixturePrograms.CppSideBySide,
    };

    private Server? _server;

    public static TheoryData<string> Programs => [.. s_programs.Keys];

    public static TheoryData<string> Values => [.. FixtureCases.Kept.Keys];

    public static TheoryData<string> Calls => [.. FixtureCases.Replies.Keys];

    [Theory, MemberData(nameof(Programs))]
    public async Task The_program_finds_everything_as_it_should_be(string name)
    {
        var program = s_programs[name];
        await Requires.ProgramAsync(program);

        var outcome = await program.RunAsync([]);

        Assert.True(outcome is { ExitCode: 0, Errors: [] }, $"expected exit code 0 and nothing on stderr\n{outcome}");
        Assert.Equal($"{outcome.Output.Count - 1} ok, 0 failed", outcome.Output[^1]);
        Assert.All(outcome.Output.SkipLast(1), line => Assert.StartsWith("ok ", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("listener")]
    [InlineData("callback")]
    public async Task What_a_Cpp_lambda_throws_ends_the_program_and_never_passes_through_C(string where)
    {
        await Requires.ProgramAsync(FixturePrograms.CppThrowing);

        var outcome = await FixturePrograms.CppThrowing.RunAsync([where]);

        Assert.True(outcome is { ExitCode: 3, Errors: [] }, outcome.ToString());
        Assert.Equal($"terminated: from a {where}", Assert.Single(outcome.Output));
    }

    [Theory, MemberData(nameof(Values))]
    public async Task A_value_comes_back_over_the_wire(string value)
    {
        var kept = FixtureCases.Kept[value];
        using var client = await ConnectAsync();

        Expect.Ok(kept.Value, await client.CallAsync(kept.Method, $$"""{"value": {{kept.Value}}}"""));
    }

    [Theory, MemberData(nameof(Calls))]
    public async Task A_call_is_answered_over_the_wire(string call)
    {
        var expected = FixtureCases.Replies[call];
        using var client = await ConnectAsync();

        await client.SendAsync(Frame.Request(expected.Method, expected.Payload));

        Expect.Ok(expected.Reply, await client.ReplyAsync());
    }

    [Theory]
    [InlineData("lone_surrogate", "the text of the reply has a lone surrogate, which UTF-8 cannot carry")]
    [InlineData("no_such_color", "99 is no member of Color")]
    public async Task What_the_wire_cannot_carry_is_an_error_and_the_connection_goes_on(string method, string error)
    {
        using var client = await ConnectAsync();

        Expect.Refused(Status.Error, error, await client.CallAsync(method));
        Expect.Ok("42", await client.CallAsync("twice", """{"value": 21}"""));
    }

    [Fact]
    public async Task An_object_is_called_by_its_number_until_it_is_released()
    {
        using var client = await ConnectAsync();

        Expect.Ok("1", await client.CallAsync("open_session", """{"name": "session"}"""));
        Expect.Ok("5", await client.CallAsync("session_add", """{"handle": 1, "number": 5}"""));
        Expect.Ok("\"session\"", await client.CallAsync("session_name", """{"handle": 1}"""));
        Expect.Ok("null", await client.CallAsync("$release", """{"handle": 1}"""));
        Expect.Refused(
            Status.InvalidHandle, "handle: 1 was released, or is of another kind", await client.CallAsync("session_add", """{"handle": 1, "number": 5}"""));
    }

    [Fact]
    public async Task An_object_is_disposed_of_when_its_connection_ends()
    {
        using var watcher = await ConnectAsync();
        using (var owner = await WireClient.ConnectAsync(_server!.Address))
        {
            Expect.Ok("1", await owner.CallAsync("open_session", """{"name": "session"}"""));
            Expect.Refused(
                Status.InvalidHandle, "handle: 1 was released, or is of another kind", await watcher.CallAsync("session_add", """{"handle": 1, "number": 5}"""));
            Expect.Ok("1", await watcher.CallAsync("count_sessions"));
        }

        using var deadline = new CancellationTokenSource(Deadline.Default);
        while ((await watcher.CallAsync("count_sessions")).Content != "0")
            deadline.Token.ThrowIfCancellationRequested();
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }

    private async Task<WireClient> ConnectAsync()
    {
        await Requires.ProgramAsync(FixturePrograms.Host);
        _server = await Server.StartAsync(FixturePrograms.Host, Platform.HasUnixSockets ? "unix" : "tcp");
        return await WireClient.ConnectAsync(_server.Address);
    }
}
