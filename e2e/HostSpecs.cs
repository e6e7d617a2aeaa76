using System.Collections.Concurrent;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>The effects of the library on its host process.</summary>
public sealed class HostSpecs
{
    /// <summary>Less than a runtime with its default reservation needs.</summary>
    private const string LimitAddressSpace = "ulimit -v 4000000 && exec \"$0\"";

    public static TheoryData<string> Libraries => [.. NativeLibrary.ByName.Keys];

    [Theory, MemberData(nameof(Libraries))]
    public async Task Every_export_can_be_the_first_call_of_a_process(string name)
    {
        var program = await ProgramAsync("first_call");
        var library = NativeLibrary.ByName[name];
        Requires.Library(library);
        Assert.NotEmpty(library.Functions);

        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(library.Functions, TestContext.Current.CancellationToken, async (function, _) =>
        {
            var outcome = await program.RunAsync([library.Path, function.Name]);
            if (outcome is not { ExitCode: 0, Errors: [], Output: [var answer] } || !IsSensible(function, answer))
                wrong.Add(outcome.ToString());
        });

        Assert.True(wrong.IsEmpty, string.Join("\n", wrong));
    }

    [Fact]
    public async Task Threads_may_load_call_unload_and_exit()
    {
        var library = NativeLibrary.ByName["my_timer"];
        Requires.Library(library);
        Expect.AllHeld(await (await ProgramAsync("unload")).RunAsync([library.Path]));
    }

    [Fact]
    public async Task Only_the_documented_signals_are_taken() => Expect.AllHeld(await (await ProgramAsync("signals")).RunAsync([]));

    [Fact]
    public async Task The_hosts_own_signal_handlers_stay() => Expect.AllHeld(await (await ProgramAsync("signals")).RunAsync(["handlers"]));

    [Theory]
    [InlineData(Signal.Interrupt, Signal.Terminate)]
    [InlineData(Signal.Terminate, Signal.Interrupt)]
    [InlineData(Signal.Interrupt, Signal.Interrupt)]
    internal async Task Serving_gives_the_signal_handlers_back_and_can_be_done_again(Signal first, Signal second)
    {
        var program = await ProgramAsync("serving");
        await using var host = program.Start([]);

        await host.LineAsync("listening on ");
        host.Send(first);
        await host.LineAsync("listening on ");
        host.Send(second);

        Expect.AllHeld(await host.ExitAsync(), "listening on ");
    }

    [Fact]
    public Task The_hosts_own_faults_reach_its_handler() => AllHoldAsync("faults");

    [Fact]
    public Task Ten_thousand_threads_that_come_and_go_leave_nothing_behind() => AllHoldAsync("visitors");

    [Fact]
    public Task A_call_in_a_destructor_of_a_thread_is_answered_or_refused() => AllHoldAsync("departures");

    [Fact, Trait("tier", "nightly")]
    public async Task So_may_a_million_threads()
    {
        await using var program = (await ProgramAsync("departures")).Start(["1000000"]);
        Expect.AllHeld(await program.ExitAsync(6 * Deadline.Long));
    }

    [Fact]
    public async Task Thread_local_objects_may_call_when_they_are_destroyed()
    {
        Requires.Linux("the library is linked for it there");
        var program = FixturePrograms.CppDepartures;
        await Requires.ProgramAsync(program);
        Expect.AllHeld(await program.RunAsync([]));
    }

    [Fact]
    public Task A_thread_that_is_cancelled_ends_between_its_calls() => AllHoldAsync("cancellations");

    [Fact]
    public Task Calls_and_nested_callbacks_need_little_stack() => AllHoldAsync("stacks");

    [Fact]
    public Task Descriptors_environment_locale_folder_and_outputs_are_left_alone() => AllHoldAsync("surroundings");

    [Fact]
    public Task A_server_that_runs_out_of_descriptors_at_start_leaks_none() => AllHoldAsync("descriptors");

    [Fact]
    public Task A_host_may_fork_before_its_first_call_and_execute_after_it() => AllHoldAsync("forks");

    [Fact]
    public Task The_first_call_reserves_little_address_space() => AllHoldAsync("address_space");

    [Theory]
    [InlineData("address_space")]
    [InlineData("surroundings")]
    [InlineData("logging")]
    public async Task It_works_where_address_space_is_limited(string name)
    {
        Requires.Tool("bash", "bash");
        var program = await ProgramAsync(name);
        await using var child = Child.Start("bash", ["-c", LimitAddressSpace, program.File]);
        Expect.AllHeld(await child.ExitAsync());
    }

    [Fact]
    public Task The_log_goes_where_it_was_set_to_and_nowhere_after_it_was_unset() => AllHoldAsync("logging");

    [Theory]
    [InlineData("60000", "10000")]
    [InlineData("5", "70000")]
    public async Task A_process_with_too_many_pending_calls_gets_UNAVAILABLE_and_goes_on(string bytes, string calls) =>
        Expect.AllHeld(await (await ProgramAsync("pending")).RunAsync([bytes, calls]));

    [Fact]
    public async Task Memory_comes_back_after_a_burst_of_large_replies_and_of_pending_calls()
    {
        await using var program = (await ProgramAsync("bursts")).Start([]);
        Expect.AllHeld(await program.ExitAsync(Deadline.Long), "large replies: ", "pending calls: ");
    }

    /// <summary>The status that a function must return for arguments that are all 0, derived from its declaration.</summary>
    private static bool IsSensible(CFunction function, string answer) => function switch
    {
        { Returns: "void" } => true,
        { Returns: "uint32_t" } => answer == "1",
        { Returns: "const char *", HandleType: null } => answer != "0",
        { Returns: "const char *" } => answer == "0",
        { NeedsCallback: true } => answer == "2",
        { HasPlace: true } => answer == "4",
        { HandleType: not null } => answer == "5",
        _ => answer == "0",
    };

    private static async Task AllHoldAsync(string name) => Expect.AllHeld(await (await ProgramAsync(name)).RunAsync([]));

    private static async Task<Executable> ProgramAsync(string name)
    {
        Requires.Linux("the programs look at the process through what Linux has");
        var program = FixturePrograms.HostProgram(name);
        await Requires.ProgramAsync(program);
        return program;
    }
}
