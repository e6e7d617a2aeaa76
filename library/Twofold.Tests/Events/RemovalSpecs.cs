using Twofold.Events;
using Twofold.Tests.Calls;
using Twofold.Tests.Support;

namespace Twofold.Tests.Events;

public sealed class RemovalSpecs
{
    [Fact]
    public void Nothing_is_attached_to_the_authors_event_while_it_has_no_listener() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        Assert.False(context.Target.HasListeners);
        var first = context.OnNoted.Add(new ScriptedListener(_ => { }));
        var second = context.OnNoted.Add(new ScriptedListener(_ => { }));
        Assert.NotEqual(first, second);
        Assert.True(context.Target.HasListeners);
        Assert.True(context.RemoveListener(first));
        Assert.True(context.Target.HasListeners);
        Assert.True(context.RemoveListener(second));
        Assert.False(context.Target.HasListeners);
        context.OnNoted.Add(new ScriptedListener(_ => { }));
        Assert.True(context.Target.HasListeners);
    });

    [Fact]
    public void A_removed_listener_is_not_found()
    {
        var context = new NotebookContext();
        var id = context.OnNoted.Add(new ScriptedListener(_ => { }));
        Assert.Equal(0ul, context.CountLost(id));
        Assert.True(context.RemoveListener(id));
        Assert.False(context.RemoveListener(id));
        Assert.Null(context.CountLost(id));
        Assert.False(context.RemoveListener(0));
    }

    [Fact]
    public void Remove_waits_for_a_callback_on_another_thread_and_none_runs_afterwards() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var entered = new ManualResetEventSlim();
        var leave = new ManualResetEventSlim();
        var calls = 0;
        var hasReturned = false;
        var id = context.OnNoted.Add(new ScriptedListener(_ =>
        {
            calls++;
            entered.Set();
            Deadline.Wait(leave);
            hasReturned = true;
        }));
        var noting = Deadline.Start(() => Note(context, 3));
        Deadline.Wait(entered);
        var removing = Deadline.Start(() =>
        {
            Assert.True(context.RemoveListener(id));
            Assert.True(hasReturned);
        });

        // The id is gone before remove begins to wait.
        Deadline.Until(() => context.CountLost(id) is null, "the listener is being removed");
        leave.Set();
        removing.Wait();
        noting.Wait();
        Note(context, 1);
        Assert.Equal(1, calls);
    });

    [Fact]
    public void A_listener_may_remove_itself() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        ulong id = 0;
        var calls = 0;
        id = context.OnNoted.Add(new ScriptedListener(_ =>
        {
            calls++;
            Assert.True(context.RemoveListener(id));
        }));
        Note(context, 3);
        Assert.Equal(1, calls);
        Assert.False(context.Target.HasListeners);
    });

    [Fact]
    public void No_callback_runs_after_remove_even_under_a_stream_of_events() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var stop = false;
        var rain = Enumerable.Range(0, 2).Select(_ => Deadline.Start(() =>
        {
            while (!Volatile.Read(ref stop))
                Note(context, 1);
        })).ToList();
        try
        {
            for (var i = 0; i < 2_000; i++)
            {
                var isRemoved = false;
                var isLate = false;
                var id = context.OnNoted.Add(new ScriptedListener(_ => isLate |= Volatile.Read(ref isRemoved)));
                Thread.SpinWait(i % 50);
                Assert.True(context.RemoveListener(id));
                Volatile.Write(ref isRemoved, true);
                Thread.SpinWait(20);
                Assert.False(isLate);
            }
        }
        finally
        {
            Volatile.Write(ref stop, true);
            rain.ForEach(thread => thread.Wait());
        }
    });

    private static Outcome Note(NotebookContext context, int events) => context.Start(notebook =>
    {
        for (var i = 0; i < events; i++)
            notebook.Note($"{i}");
        return "";
    }).Wait();
}
