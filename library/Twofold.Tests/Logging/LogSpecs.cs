using Twofold.Logging;
using Twofold.Tests.Support;
using Twofold.Text;

namespace Twofold.Tests.Logging;

/// <summary>The log is global to the process. The specs that set it are one collection, so that they run one at a time.</summary>
[Collection(nameof(Log))]
public sealed class LogSpecs
{
    [Fact]
    public void The_log_allocates_nothing_while_it_is_off()
    {
        Log.Set(LogLevel.Debug, null);
        Write();
        Assert.Equal(0, Allocated.By(Write, 1000));
        Assert.False(Log.IsOn(LogLevel.Error));

        static void Write()
        {
            Log.Write(LogLevel.Error, $"listener {17ul} has lost {42L} events: {Never()}");
            Log.Write(LogLevel.Error, "nobody", s_exception);
        }

        static string Never() => throw new InvalidOperationException("looked at");
    }

    [Theory]
    [InlineData(LogLevel.Error, 1)]
    [InlineData(LogLevel.Warning, 2)]
    [InlineData(LogLevel.Info, 3)]
    [InlineData(LogLevel.Debug, 4)]
    public void A_level_includes_all_higher_severities(LogLevel most, int lines)
    {
        var sink = RecordingSink.During(most, () =>
        {
            foreach (var level in Enum.GetValues<LogLevel>())
                Log.Write(level, $"levels: {level}");
        });

        Assert.Equal(Enum.GetValues<LogLevel>().Take(lines).Select(level => (level, $"levels: {level}")), sink.With("levels: "));
    }

    [Fact]
    public void All_lines_arrive_in_order_before_the_log_is_unset()
    {
        var sink = RecordingSink.During(LogLevel.Info, () =>
        {
            for (var i = 0; i < 500; i++)
                Log.Write(LogLevel.Info, $"order: {i}");
        });

        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"order: {i}"), sink.With("order: ").Select(line => line.Message));
    }

    [Fact]
    public void A_sink_that_falls_behind_loses_the_newest_lines_and_gets_their_count() => Deadline.Run(() =>
    {
        using var entered = new ManualResetEventSlim();
        using var leave = new ManualResetEventSlim();
        var sink = new RecordingSink { OnWrite = message => Hold(message, "behind: first", entered, leave) };

        // A separate queue, because other specs log too.
        var queue = new LogQueue(LogLevel.Info, sink);
        queue.Open();
        queue.Add(LogLevel.Info, "behind: first");
        Deadline.Wait(entered);
        for (var i = 0; i < LogQueue.Capacity + 7; i++)
            queue.Add(LogLevel.Info, $"behind: {i}");

        leave.Set();
        queue.Close();
        Assert.Equal(1 + LogQueue.Capacity, sink.With("behind: ").Count);
        Assert.Equal((LogLevel.Warning, "the log: 7 lines were lost here: the ones before them waited too long"), sink.Lines.Last());
    });

    [Fact]
    public void A_sink_may_unset_the_log_and_gets_nothing_more() => Deadline.Run(() =>
    {
        using var unset = new ManualResetEventSlim();
        var after = 0;
        var sink = new RecordingSink
        {
            OnWrite = _ =>
            {
                if (unset.IsSet)
                    Interlocked.Increment(ref after);

                Log.Set(LogLevel.Debug, null);
                unset.Set();
            },
        };
        Log.Set(LogLevel.Info, sink);
        for (var i = 0; i < 100; i++)
            Log.Write(LogLevel.Info, $"unset inside: {i}");

        Deadline.Wait(unset);
        Log.Write(LogLevel.Info, $"unset inside: never");
        Assert.Equal(0, after);
        Assert.Empty(sink.With("never"));
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Setting_the_log_during_an_unset_waits_for_the_last_line_too(bool toAnotherSink) => Deadline.Run(() =>
    {
        using var entered = new ManualResetEventSlim();
        using var leave = new ManualResetEventSlim();
        var sink = new RecordingSink { OnWrite = message => Hold(message, "twice: first", entered, leave) };
        var next = new RecordingSink();
        Log.Set(LogLevel.Info, sink);
        Log.Write(LogLevel.Info, $"twice: first");
        Deadline.Wait(entered);
        var first = Deadline.Start(() => Log.Set(LogLevel.Info, null));
        Deadline.Until(() => first.IsBlocked, "the first waits");

        var second = Deadline.Start(() =>
        {
            Log.Set(LogLevel.Info, toAnotherSink ? next : null);
            Assert.Single(sink.With("twice: first"));
        });
        Deadline.Until(() => second.IsBlocked, "the second waits");

        leave.Set();
        first.Wait();
        second.Wait();
        Log.Write(LogLevel.Info, $"twice: last");
        Log.Set(LogLevel.Info, null);
        Assert.Empty(sink.With("twice: last"));
        Assert.Equal(toAnotherSink ? 1 : 0, next.With("twice: last").Count);
    });

    [Fact]
    public void A_sink_may_unset_the_log_that_another_thread_has_just_set() => Deadline.Run(() =>
    {
        using var entered = new ManualResetEventSlim();
        using var leave = new ManualResetEventSlim();
        var sink = new RecordingSink
        {
            OnWrite = message =>
            {
                Hold(message, "crossed: first", entered, leave);
                if (message == "crossed: first")
                    Log.Set(LogLevel.Info, null);
            },
        };
        Log.Set(LogLevel.Info, sink);
        Log.Write(LogLevel.Info, $"crossed: first");
        Deadline.Wait(entered);
        var setter = Deadline.Start(() => Log.Set(LogLevel.Info, new RecordingSink()));
        Deadline.Until(() => setter.IsBlocked, "the new sink waits for the old one");

        leave.Set();
        setter.Wait();
        Assert.False(Log.IsOn(LogLevel.Error));
    });

    [Fact]
    public void A_sink_does_not_get_lines_that_it_writes_itself()
    {
        var sink = new RecordingSink { OnWrite = message => Log.Write(LogLevel.Info, $"echo of {message}") };
        Log.Set(LogLevel.Info, sink);
        Log.Write(LogLevel.Info, $"shout");
        Log.Set(LogLevel.Info, null);
        Assert.Single(sink.With("shout"));
    }

    [Fact]
    public void A_sink_that_throws_and_an_exception_that_cannot_be_described_do_no_harm()
    {
        var sink = new RecordingSink { OnWrite = message => { if (message == "throw") throw new InvalidOperationException(); } };
        Log.Set(LogLevel.Info, sink);
        Log.Write(LogLevel.Info, $"throw");
        Log.Write(LogLevel.Info, "indescribable", new Indescribable());
        Log.Set(LogLevel.Info, null);
        Assert.Equal([(LogLevel.Info, "indescribable: Indescribable")], sink.With("indescribable"));
    }

    [Theory]
    [InlineData("plain, ä and 時", "plain, ä and 時")]
    [InlineData("a\nb\0c\x1b", "a\\u000ab\\u0000c\\u001b")]
    [InlineData("a\u007fb\u009bc", "a\\u007fb\\u009bc")]
    [InlineData("a\u2028b\u2029c\u202ed\u2066e", "a\\u2028b\\u2029c\\u202ed\\u2066e")]
    public void Text_from_a_peer_cannot_break_the_line_or_control_a_terminal(string text, string line) => Assert.Equal(line, Printable.OneLine(text));

    [Theory]
    [InlineData("plain, ä and 時", "plain, ä and 時")]
    [InlineData("a\u001bb\u009bc\u202ed", "a?b?c?d")]
    public void Quoted_text_from_a_peer_cannot_control_a_terminal(string text, string quoted) => Assert.Equal(quoted, Printable.Shorten(text));

    private static readonly InvalidOperationException s_exception = new("unseen");

    /// <summary>Blocks the sink in this line until it may leave.</summary>
    private static void Hold(string message, string line, ManualResetEventSlim entered, ManualResetEventSlim leave)
    {
        if (message != line)
            return;

        entered.Set();
        Deadline.Wait(leave);
    }

    /// <summary>Throws from every member.</summary>
    internal sealed class Indescribable : Exception
    {
        public override string Message => throw new InvalidOperationException("no message");

        public override string ToString() => throw new InvalidOperationException("no text");
    }
}
