using System.Runtime.CompilerServices;
using Twofold.Tests.CaseTable;
using Twofold.Tests.Support;

namespace Twofold.Tests.Faults;

/// <summary>Memory runs out in calls within the process: each ends once, with a status, and leaves nothing behind.</summary>
[Collection(nameof(FaultyRuntime))]
public sealed class InProcessFaultSpecs(ITestOutputHelper output)
{
    internal static IReadOnlyList<Case> Cases { get; } = CaseReader.ReadFolder(Path.Combine(Here(), "..", "Fixtures", "cases"));

    [Fact]
    public void Every_row_of_the_table_ends_with_a_status() => RunRows(new FaultRun(FaultRun.OneAtATime));

    [Fact, Trait("tier", "nightly")]
    public void Every_row_ends_while_more_allocations_fail() => RunRows(new FaultRun(FaultRun.SeveralInARow));

    private void RunRows(FaultRun run)
    {
        var target = Create();
        foreach (var row in Cases.Where(row => row.IsSingle))
        {
            var call = row.Calls[0];
            foreach (var form in CallForm.All.Where(form => form.Expected(call) is not null))
                RunCall(run, target, $"{row}, {form}", call, form);
        }

        Assert.Equal(Status.Ok, target.Destroy());
        Report(run);
    }

    [Fact]
    public void Every_sequence_of_calls_leaves_nothing_behind() => RunSequences(new FaultRun(FaultRun.OneAtATime));

    [Fact, Trait("tier", "nightly")]
    public void Every_sequence_ends_while_more_allocations_fail() => RunSequences(new FaultRun(FaultRun.SeveralInARow));

    private void RunSequences(FaultRun run)
    {
        foreach (var row in Cases.Where(row => !row.IsSingle))
        {
            foreach (var form in CallForm.All.Where(form => row.Calls.All(call => form.Expected(call) is not null)))
                RunSequence(run, $"{row}, {form}", row, form);
        }

        Report(run);
    }

    [Fact]
    public void An_object_comes_and_goes_with_its_listeners()
    {
        var run = new FaultRun(FaultRun.AllLengths);
        foreach (var asCbor in (bool[])[false, true])
        {
            var held = Settled();
            run.Repeat(
                $"listeners, as CBOR: {asCbor}",
                () => Listen(run, asCbor),
                _ => Settle(run, ref held));
        }

        Report(run);
    }

    private void Report(FaultRun run)
    {
        output.WriteLine($"{run}");
        run.AssertNone();
    }

    private static void RunSequence(FaultRun run, string what, Case row, CallForm form)
    {
        Sequence(run, row, form);
        var held = Settled();
        run.Repeat(what, () => Sequence(run, row, form), _ => Settle(run, ref held));
    }

    private static void Sequence(FaultRun run, Case row, CallForm form)
    {
        var (target, status) = FaultyObject.Create();
        run.Expect(status is Status.Ok or Status.Internal, $"create ended with {status}");
        if (status != Status.Ok)
            return;

        var objects = new Dictionary<string, nint>();
        foreach (var call in row.Calls)
        {
            if (call.On is not null && !objects.ContainsKey(call.On))
                continue;

            var handle = call.On is null ? target.Handle : objects[call.On];
            var outcome = call.Method == "$release"
                ? new Outcome(FaultyLibrary.Export("fixtures_session_release").Call(handle), 0, null)
                : form.Run(handle, call);
            run.Expect(
                IsExpected(outcome.Status, form.Expected(call)!, hasFailed: true) || FaultyLibrary.Failed is not null, $"{call.Method} ended with {outcome.Status} {outcome.Received?.Message}");
            if (call.Keep is not null && outcome.Status == Status.Ok)
                objects[call.Keep] = outcome.Handle;
        }

        FaultyLibrary.Disarm();
        foreach (var handle in objects.Values)
            FaultyLibrary.Export("fixtures_session_release").Call(handle);

        // A method that waits goes on although its call has failed: then nobody takes what it returns in the end.
        if (row.Calls.All(call => call.Method != "open_session_later"))
            run.Expect(target.Count("count_sessions") == 0, "a session is left");
        run.Expect(target.Destroy() == Status.Ok, "destroy failed");
    }

    private static void Listen(FaultRun run, bool asCbor)
    {
        var (target, status) = FaultyObject.Create();
        run.Expect(status is Status.Ok or Status.Internal, $"create ended with {status}");
        if (status != Status.Ok)
            return;

        string[] names = ["on_tick", "on_count", "on_label", "on_everything"];
        var listening = names.Select(name => target.Listen(name, asCbor)).ToList();
        foreach (var listener in listening)
            run.Expect(listener.Status is Status.Ok or Status.Internal, $"add {listener.Event} ended with {listener.Status}");

        var raised = new Received();
        var raise = FaultyLibrary.Export("fixtures_raise_all");
        var outcome = raise.Call(target.Handle, Received.Of(raise.Parameters[^2]), raised.UserData);
        run.Expect(outcome == Status.Internal || (raised.HasCome() && raised.Status is Status.Ok or Status.Internal), $"raise_all ended with {outcome} {raised.Status}");

        FaultyLibrary.Disarm();
        var again = target.Count("count_touches");
        run.Expect(again is not null, "the object does not answer any more");
        foreach (var listener in listening.Where(listener => listener.Status == Status.Ok))
        {
            var lost = target.Lost(listener);
            run.Expect(listener.Received.Times + lost <= 1, $"{listener.Event} came {listener.Received.Times} times, {lost} lost");
            run.Expect(outcome != Status.Ok || raised.Status != Status.Ok || listener.Received.Times + lost == 1, $"{listener.Event} is missing");
        }

        // Once more, of which nothing is lost, and then the listeners go while memory runs out again.
        Assert.Equal(Status.Ok, FaultyLibrary.Export("fixtures_raise_all_sync").Call(target.Handle));
        foreach (var listener in listening.Where(listener => listener.Status == Status.Ok))
        {
            var before = listener.Received.Times;
            run.Expect(target.Lost(listener) + before is 1 or 2, $"{listener.Event} has come {before} times");
        }

        run.Rearm();
        foreach (var listener in listening.Where(listener => listener.Status == Status.Ok))
        {
            var removed = target.Remove(listener);
            run.Expect(removed is Status.Ok or Status.Internal, $"remove ended with {removed}");
        }

        status = target.Destroy();
        run.Expect(status == Status.Ok, $"destroy ended with {status}");
    }

    private static void Settle(FaultRun run, ref ((int, long), int) held)
    {
        var before = held;
        run.Expect(SpinWait.SpinUntil(() => Held == before, TimeSpan.FromSeconds(5)), $"holds {Held} and not {held}");
        held = Held;
    }

    private static void RunCall(FaultRun run, FaultyObject target, string what, Call call, CallForm form)
    {
        // Once without a fault: what is made once in a process is not made by the library's own calls later.
        form.Run(target.Handle, call);
        Outcome outcome = default;
        var held = Settled();
        run.Repeat(
            what,
            () => outcome = form.Run(target.Handle, call),
            hasFailed =>
            {
                run.Expect(IsExpected(outcome.Status, form.Expected(call)!, hasFailed), $"ended with {outcome.Status} {outcome.Received?.Message}");
                run.Expect(outcome.Received is null or { Times: 1 } || (outcome.Received.Times == 0 && outcome.Status != Status.Ok), "did not end once");
                Settle(run, ref held);
                run.Expect(target.Count("count_touches") is not null, "the object does not answer any more");
            });
    }

    internal static bool IsExpected(Status status, Ending expected, bool hasFailed) =>
        (hasFailed && status == Status.Internal) || status == Enum.Parse<Status>(expected.Status.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private static ((int, long), int) Held => (FaultyLibrary.InProcess.Held, FaultyLibrary.Blocks);

    private static ((int, long), int) Settled()
    {
        Deadline.Until(() => FaultyLibrary.InProcess.Held.Calls == 0, "nothing is pending");
        return Held;
    }

    private static FaultyObject Create()
    {
        var (made, status) = FaultyObject.Create();
        Assert.Equal(Status.Ok, status);
        return made;
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}

/// <summary>The specs that arm faults, which are for the whole process.</summary>
[CollectionDefinition(nameof(FaultyRuntime))]
public sealed class FaultyRuntimeSpecs;
