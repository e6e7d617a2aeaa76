using Twofold.Events;
using Twofold.Tests.Calls;
using Twofold.Tests.Support;

namespace Twofold.Tests.Events;

public sealed class ListenerSpecs
{
    [Fact]
    public void An_event_is_delivered_before_the_reply_of_the_call_that_raised_it()
    {
        var context = new NotebookContext();
        var log = new List<string>();
        context.OnNoted.Add(new ScriptedListener(log.Add));
        context.Start(
            notebook =>
            {
                notebook.Note("event");
                return "";
            },
            () => log.Add("reply"));
        Assert.Equal(["event", "reply"], log);
    }

    [Fact]
    public void Every_listener_gets_every_event_in_order() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var logs = new List<string>[3];
        for (var i = 0; i < logs.Length; i++)
            context.OnNoted.Add(new ScriptedListener((logs[i] = []).Add));

        Note(context, 500);
        Assert.All(logs, log => Assert.Equal(Enumerable.Range(0, 500).Select(i => $"{i}"), log));
    });

    [Fact]
    public void Events_stay_in_order_and_one_at_a_time_when_many_threads_deliver_them() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var received = new List<int>();
        var inside = 0;
        var wasShared = false;
        var last = new ManualResetEventSlim();
        var listener = new ScriptedListener(text =>
        {
            wasShared |= Interlocked.Increment(ref inside) != 1;
            received.Add(int.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
            Thread.SpinWait(5);
            Interlocked.Decrement(ref inside);
            if (received.Count == 800)
                last.Set();
        });
        context.OnNoted.Add(listener);

        // The event gets its number inside the context, which defines the order.
        var next = 0;
        var threads = Enumerable.Range(0, 8).Select(_ => Deadline.Start(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                context.Start(notebook =>
                {
                    notebook.Note($"{next++}");
                    return "";
                });
            }
        })).ToList();
        threads.ForEach(thread => thread.Wait());
        Deadline.Wait(last);
        Assert.False(wasShared);
        Assert.Equal(0ul, listener.Lost);
        Assert.Equal(Enumerable.Range(0, 800), received);
    });

    [Fact]
    public void An_event_raised_on_the_authors_own_thread_is_delivered() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var received = new ManualResetEventSlim();
        context.OnNoted.Add(new ScriptedListener(_ => received.Set()));
        Deadline.Run(() => context.Target.Note("from outside"));
        Deadline.Wait(received);
    });

    [Theory]
    [InlineData(Listener.Capacity, 0)]
    [InlineData(Listener.Capacity + 1, 1)]
    [InlineData(Listener.Capacity + 100, 100)]
    public void A_listener_that_falls_behind_loses_the_newest_events_and_counts_them(int events, int lost) => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var received = new List<string>();
        var listener = new ScriptedListener(received.Add);
        var id = context.OnNoted.Add(listener);
        Note(context, events);
        Assert.Equal(Enumerable.Range(0, events - lost).Select(i => $"{i}"), received);
        Assert.Equal((ulong)lost, context.CountLost(id));

        // The listener has caught up, so no more events are lost.
        Note(context, 1);
        Assert.Equal("0", received[^1]);
        Assert.Equal((ulong)lost, context.CountLost(id));
    });

    [Fact]
    public void A_listener_that_loses_events_does_not_affect_the_others() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var entered = new ManualResetEventSlim();
        var leave = new ManualResetEventSlim();
        var slow = new ScriptedListener(_ =>
        {
            entered.Set();
            Deadline.Wait(leave);
        });
        var count = 0;
        var fast = new ScriptedListener(_ => count++);
        context.OnNoted.Add(slow);
        context.OnNoted.Add(fast);
        var blocked = Deadline.Start(() => Note(context, 1));
        Deadline.Wait(entered);
        for (var i = 0; i < 2 * Listener.Capacity; i++)
            Note(context, 1);

        Assert.Equal((ulong)Listener.Capacity, slow.Lost);
        Assert.Equal(0ul, fast.Lost);
        Assert.InRange(count, 2 * Listener.Capacity, (2 * Listener.Capacity) + 1);
        leave.Set();
        blocked.Wait();
    });

    [Fact]
    public void A_listener_that_cannot_take_an_event_loses_it_and_gets_the_next() => Deadline.Run(() =>
    {
        foreach (var exception in new Exception[] { new FfiException("U+0000"), new InvalidOperationException("null") })
        {
            var context = new NotebookContext();
            var received = new List<string>();
            var id = context.OnNoted.Add(new ScriptedListener(text =>
            {
                if (text == "0")
                    throw exception;
                received.Add(text);
            }));
            Assert.Equal(1, Note(context, 3).Count);
            Assert.Equal(["1", "2"], received);
            Assert.Equal(1ul, context.CountLost(id));
            Assert.True(context.RemoveListener(id));
            context.Dispose();
        }
    });

    [Fact]
    public void A_listener_may_call_methods_that_raise_its_event() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var log = new List<string>();
        context.OnNoted.Add(new ScriptedListener(text =>
        {
            log.Add($"{text} begins");
            if (text.Length < 3)
                context.Start(notebook => Raise(notebook, text + "+"));
            log.Add($"{text} ends");
        }));
        context.Start(notebook => Raise(notebook, "+"));
        Assert.Equal(["+ begins", "+ ends", "++ begins", "++ ends", "+++ begins", "+++ ends"], log);
    });

    [Fact]
    public void A_caller_returns_even_if_there_is_always_another_event_to_deliver() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var isLetGo = false;
        context.OnNoted.Add(new ScriptedListener(_ =>
        {
            if (!Volatile.Read(ref isLetGo))
                context.Start(notebook => Raise(notebook, "one more"));
        }));
        Note(context, 1);
        Volatile.Write(ref isLetGo, true);
        context.Dispose();
    });

    private static Outcome Note(NotebookContext context, int events) => context.Start(notebook =>
    {
        for (var i = 0; i < events; i++)
            notebook.Note($"{i}");
        return "";
    }).Wait();

    private static string Raise(Notebook notebook, string text)
    {
        notebook.Note(text);
        return "";
    }
}
