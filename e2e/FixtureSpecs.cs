using Twofold.E2E.Harness;
using Twofold.E2E.Wire;
using Xunit;

namespace Twofold.E2E;

/// <summary>
/// The fixtures, the library with every shape, compiled to native code and called from C and C++: checks that the table of cases
/// cannot express.
/// </summary>
public sealed class FixtureSpecs : IAsyncLifetime
{
    private Server? _server;

    public static TheoryData<string> Programs => [.. FixturePrograms.Checks.Keys];

    [Theory, MemberData(nameof(Programs))]
    public Task Every_check_of_the_program_passes(string name) => CheckAsync(FixturePrograms.Checks[name]);

    [Theory]
    [InlineData("listener")]
    [InlineData("callback")]
    [InlineData("log")]
    public async Task An_exception_of_a_Cpp_lambda_ends_the_program_and_never_passes_through_C(string where)
    {
        await Requires.ProgramAsync(FixturePrograms.CppThrowing);

        var outcome = await FixturePrograms.CppThrowing.RunAsync([where]);

        Assert.True(outcome is { ExitCode: 3, Errors: [] }, outcome.ToString());
        Assert.Equal($"terminated: from a {where}", Assert.Single(outcome.Output));
    }

    [Fact, Trait("tier", "nightly")]
    public Task Two_million_calls_and_thirty_thousand_objects_do_not_grow_the_process()
    {
        Requires.ProcessCounts();
        return CheckAsync(FixturePrograms.Soak);
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

    private static async Task CheckAsync(Executable program)
    {
        await Requires.ProgramAsync(program);

        await using var child = program.Start([]);
        var outcome = await child.ExitAsync(Deadline.Long);

        Expect.AllHeld(outcome);
    }

    private async Task<WireClient> ConnectAsync()
    {
        _server = await RunningFixtures.StartAsync();
        return await WireClient.ConnectAsync(_server.Address);
    }
}
