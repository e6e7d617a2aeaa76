using Twofold.Calls;
using Twofold.Tests.Support;

namespace Twofold.Tests.Calls;

public sealed class DestroySpecs
{
    [Fact]
    public void The_authors_object_is_disposed_of_once() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var target = context.Target;
        context.Dispose();
        Assert.Equal(1, target.Disposals);
    });

    [Fact]
    public void A_call_on_a_destroyed_context_is_rejected_and_its_callback_never_fires() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        context.Dispose();
        var outcome = new Outcome();
        Assert.Equal(CallError.Destroyed, context.TryStart((_, _) => new("never"), outcome));
        Assert.Equal(Status.InvalidHandle, CallError.Destroyed.Status);
        Assert.Equal(0, outcome.Count);
    });

    [Fact]
    public void Calls_in_flight_end_cancelled_exactly_once_before_destroy_returns() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var cooperative = Enumerable.Range(0, 20).Select(_ => context.Start(async (_, cancel) =>
        {
            await Task.Delay(Timeout.Infinite, cancel);
            return "never";
        })).ToList();
        context.Dispose();
        Assert.All(cooperative, outcome => Assert.Equal("1x Cancelled the call was cancelled", outcome.ToString()));
    });

    [Fact]
    public void Calls_that_ignore_the_cancellation_still_end_as_cancelled() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var never = new TaskCompletionSource<string>();
        var heedless = context.Start((_, _) => new ValueTask<string>(never.Task));
        context.Dispose();
        Assert.Equal("1x Cancelled the call was cancelled", heedless.ToString());

        never.SetResult("too late");
        context.Executor.RunExclusive(() => { });
        Assert.Equal("1x Cancelled the call was cancelled", heedless.ToString());
    });

    [Fact]
    public void Queued_calls_end_cancelled_and_are_never_run() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var ran = 0;
        var leave = context.Occupy();
        var queued = Enumerable.Range(0, 20).Select(_ => context.Start(_ => $"{++ran}")).ToList();
        var destroy = Deadline.Start(context.Dispose);
        leave();
        destroy.Wait();
        Assert.All(queued, outcome => Assert.Equal(1, outcome.Count));
        Assert.Equal(ran, queued.Count(outcome => outcome.Status == Status.Ok));
    });

    [Fact]
    public void Destroy_waits_for_a_callback_on_another_thread() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var entered = new ManualResetEventSlim();
        var leave = new ManualResetEventSlim();
        var hasReturned = false;
        var caller = Deadline.Start(() => context.Start(_ => "", () =>
        {
            entered.Set();
            Deadline.Wait(leave);
            hasReturned = true;
        }));
        Deadline.Wait(entered);

        // Destroy cannot return before the callback, which cannot return before destroy has closed the context.
        var destroy = Deadline.Start(() =>
        {
            context.Dispose();
            Assert.True(hasReturned);
        });
        Deadline.Until(() => context.IsClosed, "the context is closed");
        leave.Set();
        destroy.Wait();
        caller.Wait();
    });

    [Fact]
    public void Destroy_waits_for_the_callback_of_a_call_that_ends_while_it_begins() => Deadline.Run(() =>
    {
        for (var round = 0; round < 50; round++)
        {
            var context = new NotebookContext();
            var hasReturned = false;
            var outcome = new Outcome
            {
                InCapture = YieldOften,
                InCallback = () =>
                {
                    YieldOften();
                    Volatile.Write(ref hasReturned, true);
                },
            };
            context.TryStart(
                async (_, cancel) =>
                {
                    var ending = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    cancel.Register(ending.SetResult);
                    await ending.Task;
                    return "done";
                },
                outcome);

            // Destroy waits for the executor, so that the call's end is already queued when it wakes.
            var leave = context.Occupy();
            var destroy = Deadline.Start(context.Dispose);
            Deadline.Until(() => destroy.IsBlocked, "destroy waits");
            leave();
            destroy.Wait();
            Assert.True(Volatile.Read(ref hasReturned));
        }

        static void YieldOften()
        {
            for (var i = 0; i < 200; i++)
                Thread.Yield();
        }
    });

    [Fact]
    public void Destroy_at_any_time_ends_every_call_once_and_no_callback_runs_afterwards() => Deadline.Run(() =>
    {
        for (var round = 0; round < 1_500; round++)
        {
            var context = new NotebookContext();
            var isDestroyed = false;
            var late = 0;
            var outcomes = new List<Outcome>();
            using var start = new Barrier(2);
            var caller = Deadline.Start(() =>
            {
                start.SignalAndWait();
                for (var i = 0; i < 12; i++)
                {
                    var outcome = new Outcome { InCallback = () => late += Volatile.Read(ref isDestroyed) ? 1 : 0 };
                    var kind = i % 3;
                    var refusal = context.TryStart(
                        async (notebook, cancel) =>
                        {
                            if (kind == 1)
                                await Task.Yield();
                            else if (kind == 2)
                                await Task.Run(() => Thread.SpinWait(50), CancellationToken.None);
                            notebook.Work(5);
                            return "";
                        },
                        outcome);
                    if (!refusal.Exists)
                        outcomes.Add(outcome);
                }
            });
            start.SignalAndWait();
            Thread.SpinWait(round % 300 * 20);
            context.Dispose();
            Volatile.Write(ref isDestroyed, true);
            caller.Wait();
            Assert.All(outcomes, outcome => Assert.Equal(1, outcome.Count));
            Assert.Equal(0, late);
            Assert.Equal(1, context.Target.Disposals);
            Assert.False(context.Target.WasShared);
        }
    });
}
