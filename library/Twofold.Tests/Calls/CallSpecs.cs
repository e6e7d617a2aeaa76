using Twofold.Calls;
using Twofold.Tests.Support;

namespace Twofold.Tests.Calls;

public sealed class CallSpecs
{
    [Fact]
    public void An_idle_context_runs_the_method_and_the_callback_on_the_calling_thread()
    {
        var context = new NotebookContext();
        var methodThread = 0;
        var outcome = context.Start(_ =>
        {
            methodThread = Environment.CurrentManagedThreadId;
            return "done";
        });
        Assert.Equal("1x Ok done", outcome.ToString());
        Assert.Equal(Environment.CurrentManagedThreadId, methodThread);
        Assert.Equal(Environment.CurrentManagedThreadId, outcome.Thread);
    }

    [Fact]
    public void A_call_on_a_busy_context_is_queued_and_the_caller_continues() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var leave = context.Occupy();
        var queued = context.Start(_ => "second");
        Assert.Equal(0, queued.Count);
        leave();
        Assert.Equal("1x Ok second", queued.Wait().ToString());
        Assert.NotEqual(Environment.CurrentManagedThreadId, queued.Thread);
    });

    [Fact]
    public void Queued_calls_run_in_their_order() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var order = new List<int>();
        var leave = context.Occupy();
        var outcomes = Enumerable.Range(0, 500).Select(i => context.Start(_ =>
        {
            order.Add(i);
            return "done";
        })).ToList();
        leave();
        outcomes.ForEach(outcome => outcome.Wait());
        Assert.Equal(Enumerable.Range(0, 500), order);
    });

    [Fact]
    public void Two_methods_interleave_only_where_they_await() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var resume = new TaskCompletionSource();
        var log = new List<string>();
        var first = context.Start(async (_, _) =>
        {
            log.Add("first begins");
            await resume.Task;
            log.Add("first ends");
            return "first";
        });
        var second = context.Start(_ =>
        {
            log.Add("second");
            return "second";
        });

        Assert.Equal("1x Ok second", second.ToString());
        Assert.Equal(0, first.Count);
        resume.SetResult();
        Assert.Equal("1x Ok first", first.Wait().ToString());
        Assert.Equal(["first begins", "second", "first ends"], log);
    });

    [Fact]
    public void Two_methods_never_run_at_once_for_any_mix_of_threads_and_awaits() => Deadline.Run(() =>
    {
        const int CallsPerThread = 2_000;
        var context = new NotebookContext();
        var outcomes = new Outcome[8][];
        var threads = Enumerable.Range(0, 8).Select(thread => Deadline.Start(() =>
        {
            outcomes[thread] = [.. Enumerable.Range(0, CallsPerThread).Select(i => (i % 4) switch
            {
                0 => context.Start(notebook =>
                {
                    notebook.Work();
                    return "";
                }),
                1 => context.Start(async (notebook, _) =>
                {
                    await Task.Yield();
                    notebook.Work();
                    return "";
                }),
                2 => context.Start(async (notebook, _) =>
                {
                    notebook.Work(0);
                    await Task.Run(() => Thread.SpinWait(10));
                    notebook.Work(0);
                    return "";
                }),
                _ => context.Start(async (notebook, _) =>
                {
                    await Task.Yield();
                    await Task.Yield();
                    notebook.Work();
                    throw new FfiException("no");
                }),
            })];
        })).ToList();
        threads.ForEach(thread => thread.Wait());

        var all = outcomes.SelectMany(list => list).Select(outcome => outcome.Wait()).ToList();
        Assert.All(all, outcome => Assert.Equal(1, outcome.Count));
        Assert.Equal(8 * CallsPerThread / 4, all.Count(outcome => outcome.Status == Status.Error));
        Assert.False(context.Target.WasShared);
        Assert.Equal(8 * CallsPerThread * 5 / 4, context.Target.Counter);
    });

    [Fact]
    public void A_callback_may_call_the_context_again() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        Outcome? inner = null;
        context.Start(_ => "outer", () => inner = context.Start(_ => "inner"));
        Assert.Equal("1x Ok inner", inner!.ToString());

        Outcome? late = null;
        var outer = context.Start(
            async (_, _) =>
            {
                await Task.Yield();
                return "outer";
            },
            () => late = context.Start(async (_, _) =>
            {
                await Task.Yield();
                return "inner";
            }));
        outer.Wait();
        Assert.Equal("1x Ok inner", late!.Wait().ToString());
    });

    [Fact]
    public void A_callback_may_block_without_holding_up_the_others() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var leave = new ManualResetEventSlim();
        var entered = new ManualResetEventSlim();
        var blocked = Deadline.Start(() => context.Start(_ => "blocking", () =>
        {
            entered.Set();
            Deadline.Wait(leave);
        }));
        Deadline.Wait(entered);
        Assert.Equal("1x Ok meanwhile", context.Start(_ => "meanwhile").ToString());
        leave.Set();
        blocked.Wait();
    });

    [Fact]
    public void A_callback_runs_outside_the_contexts_synchronization_context() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        SynchronizationContext? inMethod = null;
        SynchronizationContext? inCallback = context.Executor;
        var outcome = context.Start(
            async (_, _) =>
            {
                await Task.Yield();
                inMethod = SynchronizationContext.Current;
                return "";
            },
            () => inCallback = SynchronizationContext.Current);
        outcome.Wait();
        Assert.Same(context.Executor, inMethod);
        Assert.Null(inCallback);
    });
}
