using Twofold.Calls;
using Twofold.Cbor;
using Twofold.Tests.Support;

namespace Twofold.Tests.Calls;

/// <summary>Calls that one thread makes in a row, as a connection does with the requests of one read.</summary>
public sealed class ExecutorLeaseSpecs
{
    [Fact]
    public void The_calls_of_a_turn_run_in_place_and_keep_the_gate_between_them()
    {
        var (context, turn) = (new NotebookContext(), new ExecutorLease());
        Assert.Equal("1x Ok first", context.StartIn(turn, _ => "first").ToString());
        Assert.False(context.Executor.TryEnter());
        Assert.Equal("1x Ok second", context.StartIn(turn, _ => "second").ToString());
        turn.End();
        Assert.True(context.Executor.TryEnter());
    }

    [Fact]
    public void Methods_of_a_turn_have_the_gate_for_their_synchronization_context_and_what_comes_after_it_has_not()
    {
        var (context, turn) = (new NotebookContext(), new ExecutorLease());
        var seen = new List<SynchronizationContext?>();
        var outer = new SynchronizationContext();
        SynchronizationContext.SetSynchronizationContext(outer);
        for (var i = 0; i < 2; i++)
        {
            context.StartIn(turn, _ =>
            {
                seen.Add(SynchronizationContext.Current);
                return "seen";
            });
        }

        turn.End();
        Assert.Equal([context.Executor, context.Executor], seen);
        Assert.Same(outer, SynchronizationContext.Current);
        SynchronizationContext.SetSynchronizationContext(null);
    }

    [Fact]
    public void Who_wants_in_meanwhile_waits_for_one_call_and_not_for_the_turn() => Deadline.Run(() =>
    {
        var (context, turn) = (new NotebookContext(), new ExecutorLease());
        context.StartIn(turn, _ => "first");
        Outcome? other = null;
        context.StartIn(turn, _ =>
        {
            Deadline.Start(() => other = context.Start(_ => "from elsewhere")).Wait();
            return "second";
        });

        Assert.Equal("1x Ok from elsewhere", other!.Wait().ToString());
        turn.End();
    });

    [Fact]
    public void Events_are_delivered_outside_before_the_next_call() => Deadline.Run(() =>
    {
        var (context, turn) = (new NotebookContext(), new ExecutorLease());
        var log = new List<string>();
        context.OnNoted.Add(new ScriptedListener(text => log.Add($"{text}, {context.Start(_ => "a call in place")}")));
        context.StartIn(turn, notebook =>
        {
            notebook.Note("noted");
            return "first";
        });
        context.StartIn(turn, _ =>
        {
            log.Add("the next call");
            return "second";
        });

        turn.End();
        Assert.Equal(["noted, 1x Ok a call in place", "the next call"], log);
    });

    [Fact]
    public void A_turn_ends_by_itself_after_as_many_calls_as_others_should_wait_for()
    {
        var (context, turn) = (new NotebookContext(), new ExecutorLease());
        for (var i = 1; i < SerialExecutor.MaxItemsInARow; i++)
            context.StartIn(turn, _ => "one of many");

        Assert.False(context.Executor.TryEnter());
        context.StartIn(turn, _ => "the last");
        Assert.True(context.Executor.TryEnter());
    }

    [Fact]
    public void A_turn_may_pass_from_one_object_to_another()
    {
        var (first, second, turn) = (new NotebookContext(), new NotebookContext(), new ExecutorLease());
        first.StartIn(turn, _ => "done");
        second.StartIn(turn, _ => "done");
        Assert.True(first.Executor.TryEnter());
        Assert.False(second.Executor.TryEnter());
        turn.End();
        Assert.True(second.Executor.TryEnter());
    }

    [Fact]
    public void A_context_that_is_destroyed_between_two_turns_refuses_the_second() => Deadline.Run(() =>
    {
        var (context, turn) = (new NotebookContext(), new ExecutorLease());
        context.StartIn(turn, _ => "done");
        turn.End();
        context.Dispose();

        Assert.Equal(CallError.Destroyed, context.TryStartIn(turn, _ => "never", new Outcome()));
        turn.End();
    });

    [Fact]
    public void A_static_method_runs_outside_since_it_belongs_to_no_object()
    {
        var (context, turn, outcome) = (new NotebookContext(), new ExecutorLease(), new Outcome());
        context.StartIn(turn, _ => "done");
        var sink = new RecordingSink(outcome, turn);
        Assert.False(CborCalls.RunStatic<CurrentContextCall, string, TextCbor, RecordingSink>([0xa0], ref sink).Exists);
        Assert.Equal("1x Ok none", outcome.ToString());
    }

    /// <summary>A static method without parameters that answers which synchronization context it runs in.</summary>
    private readonly struct CurrentContextCall : ICall<object, string>, ICborCall<CurrentContextCall>
    {
        public ValueTask<string> Invoke(object target, CancellationToken cancel) =>
            new(SynchronizationContext.Current?.GetType().Name ?? "none");

        public static CurrentContextCall Read(ref CborReader reader)
        {
            reader.Skip();
            return default;
        }
    }
}
