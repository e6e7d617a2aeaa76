using Twofold.Tests.Calls;
using Twofold.Tests.Support;

namespace Twofold.Tests.Events;

/// <summary>Callbacks on different threads that wait for each other to end. None of them may deadlock.</summary>
public sealed class CircleSpecs
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Listeners_that_remove_each_other_in_a_circle_all_return(int count) => Deadline.Run(() =>
    {
        for (var round = 0; round < 50; round++)
        {
            var contexts = Enumerable.Range(0, count).Select(_ => new NotebookContext()).ToList();
            var ids = new ulong[count];
            RunTogether(count, (i, meet) =>
            {
                var next = (i + 1) % count;
                ids[i] = contexts[i].OnNoted.Add(new ScriptedListener(_ =>
                {
                    meet();
                    Assert.True(contexts[next].RemoveListener(ids[next]));
                }));
                return () => Note(contexts[i]);
            });
            Assert.All(contexts, context => Assert.False(context.Target.HasListeners));
        }
    });

    [Fact]
    public void Two_listeners_of_one_event_that_remove_each_other_return() => Deadline.Run(() =>
    {
        for (var round = 0; round < 50; round++)
        {
            var context = new NotebookContext();
            var ids = new ulong[2];
            RunTogether(2, (i, meet) =>
            {
                ids[i] = context.OnNoted.Add(new ScriptedListener(_ =>
                {
                    meet();
                    Assert.True(context.RemoveListener(ids[1 - i]));
                }));
                return () => Note(context);
            });
        }
    });

    [Fact]
    public void Callbacks_that_destroy_each_others_objects_return() => Deadline.Run(() =>
    {
        for (var round = 0; round < 50; round++)
        {
            var contexts = new[] { new NotebookContext(), new NotebookContext() };
            RunTogether(2, (i, meet) => () => contexts[i].Start(_ => "", () =>
            {
                meet();
                contexts[1 - i].Dispose();
            }));
            Assert.All(contexts, context => Assert.Equal(1, context.Target.Disposals));
        }
    });

    [Fact]
    public void A_listener_that_removes_another_which_destroys_their_object_returns() => Deadline.Run(() =>
    {
        for (var round = 0; round < 50; round++)
        {
            var context = new NotebookContext();
            var ids = new ulong[2];
            RunTogether(2, (i, meet) =>
            {
                var events = 0;
                ids[i] = context.OnNoted.Add(new ScriptedListener(_ =>
                {
                    // Both threads raise an event, and the second may arrive before the listener is closed.
                    if (++events > 1)
                        return;

                    meet();
                    if (i == 0)
                        context.Dispose();
                    else
                        context.RemoveListener(ids[0]);
                }));
                return () => Note(context);
            });
            Assert.Equal(1, context.Target.Disposals);
        }
    });

    [Fact]
    public void A_thread_inside_a_callback_that_closes_no_circle_still_waits() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var other = new NotebookContext();
        var entered = new ManualResetEventSlim();
        var leave = new ManualResetEventSlim();
        var hasReturned = false;
        var id = other.OnNoted.Add(new ScriptedListener(_ =>
        {
            entered.Set();
            Deadline.Wait(leave);
            hasReturned = true;
        }));
        var noting = Deadline.Start(() => Note(other));
        Deadline.Wait(entered);
        var removing = Deadline.Start(() => context.Start(_ => "", () =>
        {
            Assert.True(other.RemoveListener(id));
            Assert.True(hasReturned);
        }));
        Deadline.Until(() => other.CountLost(id) is null, "the listener is being removed");
        leave.Set();
        removing.Wait();
        noting.Wait();
    });

    /// <summary>Makes this many threads meet inside their callbacks, and waits for them.</summary>
    private static void RunTogether(int count, Func<int, Action, Action> prepare)
    {
        using var barrier = new Barrier(count);
        var bodies = Enumerable.Range(0, count).Select(i => prepare(i, () => Assert.True(barrier.SignalAndWait(Deadline.Patience)))).ToList();
        bodies.ConvertAll(Deadline.Start).ForEach(thread => thread.Wait());
    }

    private static void Note(NotebookContext context) => context.Start(notebook =>
    {
        notebook.Note("");
        return "";
    }).Wait();
}
