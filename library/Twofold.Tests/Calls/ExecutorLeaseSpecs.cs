using Twofold.Calls;
using Twofold.Cbor;
using Twofold.Tests.Support;

namespace Twofold.Tests.Calls;

/// <summary>Calls that one thread makes in a row, as a connection does with the requests of one read.</summary>
public sealed class ExecutorLeaseSpecs
{
    [Fact]
    public void The_calls_of_a_lease_run_in_place_and_keep_the_executor_between_them()
    {
        var (context, lease) = (new NotebookContext(), new ExecutorLease());
        Assert.Equal("1x Ok first", context.StartIn(lease, _ => "first").ToString());
        Assert.False(context.Executor.TryEnter());
        Assert.Equal("1x Ok second", context.StartIn(lease, _ => "second").ToString());
        lease.End();
        Assert.True(context.Executor.TryEnter());
    }

    [Fact]
    public void Methods_in_a_lease_have_the_executor_as_their_synchronization_context_and_code_after_it_does_not()
    {
        var (context, lease) = (new NotebookContext(), new ExecutorLease());
        var seen = new List<SynchronizationContext?>();
        var outer = new SynchronizationContext();
        SynchronizationContext.SetSynchronizationContext(outer);
        for (var i = 0; i < 2; i++)
        {
            context.StartIn(lease, _ =>
            {
                seen.Add(SynchronizationContext.Current);
                return "seen";
            });
        }

        lease.End();
        Assert.Equal([context.Executor, context.Executor], seen);
        Assert.Same(outer, SynchronizationContext.Current);
        SynchronizationContext.SetSynchronizationContext(null);
    }

    [Fact]
    public void Another_thread_waits_for_one_call_and_not_for_the_lease() => Deadline.Run(() =>
    {
        var (context, lease) = (new NotebookContext(), new ExecutorLease());
        context.StartIn(lease, _ => "first");
        Outcome? other = null;
        context.StartIn(lease, _ =>
        {
            Deadline.Start(() => other = context.Start(_ => "from elsewhere")).Wait();
            return "second";
        });

        Assert.Equal("1x Ok from elsewhere", other!.Wait().ToString());
        lease.End();
    });

    [Fact]
    public void Events_are_delivered_outside_before_the_next_call() => Deadline.Run(() =>
    {
        var (context, lease) = (new NotebookContext(), new ExecutorLease());
        var log = new List<string>();
        context.OnNoted.Add(new ScriptedListener(text => log.Add($"{text}, {context.Start(_ => "a call in place")}")));
        context.StartIn(lease, notebook =>
        {
            notebook.Note("noted");
            return "first";
        });
        context.StartIn(lease, _ =>
        {
            log.Add("the next call");
            return "second";
        });

        lease.End();
        Assert.Equal(["noted, 1x Ok a call in place", "the next call"], log);
    });

    [Fact]
    public void A_lease_ends_by_itself_after_the_maximum_number_of_calls()
    {
        var (context, lease) = (new NotebookContext(), new ExecutorLease());
        for (var i = 1; i < SerialExecutor.MaxItemsInARow; i++)
            context.StartIn(lease, _ => "one of many");

        Assert.False(context.Executor.TryEnter());
        context.StartIn(lease, _ => "the last");
        Assert.True(context.Executor.TryEnter());
    }

    [Fact]
    public void A_lease_can_move_from_one_object_to_another()
    {
        var (first, second, lease) = (new NotebookContext(), new NotebookContext(), new ExecutorLease());
        first.StartIn(lease, _ => "done");
        second.StartIn(lease, _ => "done");
        Assert.True(first.Executor.TryEnter());
        Assert.False(second.Executor.TryEnter());
        lease.End();
        Assert.True(second.Executor.TryEnter());
    }

    [Fact]
    public void A_context_that_is_destroyed_between_two_leases_rejects_the_second() => Deadline.Run(() =>
    {
        var (context, lease) = (new NotebookContext(), new ExecutorLease());
        context.StartIn(lease, _ => "done");
        lease.End();
        context.Dispose();

        Assert.Equal(CallError.Destroyed, context.TryStartIn(lease, _ => "never", new Outcome()));
        lease.End();
    });

    [Fact]
    public void A_static_method_runs_outside_since_it_belongs_to_no_object()
    {
        var (context, lease, outcome) = (new NotebookContext(), new ExecutorLease(), new Outcome());
        context.StartIn(lease, _ => "done");
        var sink = new RecordingSink(outcome, lease);
        Assert.False(CborCalls.RunStatic<CurrentContextCall, string, TextCbor, RecordingSink>([0xa0], ref sink).Exists);
        Assert.Equal("1x Ok none", outcome.ToString());
    }

    /// <summary>A static method without parameters that answers which synchronization context it runs in.</summary>
    private readonly struct CurrentContextCall : ICall<object, string>, ICborCall<CurrentContextCall>
    {
        public static bool ReturnsObject => false;

        public ValueTask<string> Invoke(object target, CancellationToken cancel) =>
            new(SynchronizationContext.Current?.GetType().Name ?? "none");

        public long Weigh() => 0;

        public static CurrentContextCall Read(ref CborReader reader)
        {
            reader.Skip();
            return default;
        }
    }
}
