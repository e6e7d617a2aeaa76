using Twofold.Calls;
using Twofold.Tests.Support;

namespace Twofold.Tests.Calls;

public sealed class DestroyInsideSpecs
{
    [Fact]
    public void Destroy_inside_a_callback_works_whether_the_call_ended_at_once_or_late() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        Assert.Equal(1, context.Start(_ => "", context.Dispose).Count);
        Assert.Equal(1, context.Target.Disposals);

        var other = new NotebookContext();
        var late = other.Start(
            async (_, _) =>
            {
                await Task.Yield();
                return "";
            },
            other.Dispose);
        Assert.Equal(1, late.Wait().Count);
        Assert.Equal(1, other.Target.Disposals);
    });

    [Fact]
    public void A_callback_of_a_cancelled_call_may_call_again_and_gets_an_error() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var refusals = new List<CallError>();
        context.Start(
            async (_, cancel) =>
            {
                await Task.Delay(Timeout.Infinite, cancel);
                return "never";
            },
            () => refusals.Add(context.TryStart((_, _) => new("never"), new Outcome())));
        context.Dispose();
        Assert.Equal([CallError.Destroyed], refusals);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Destroy_inside_a_listener_works_and_the_call_that_raised_the_event_still_ends(bool late) => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        context.OnNoted.Add(new ScriptedListener(_ => context.Dispose()));
        var outcome = context.Start(async (notebook, _) =>
        {
            if (late)
                await Task.Yield();
            notebook.Note("the end");
            return "done";
        });
        Assert.Equal("1x Ok done", outcome.Wait().ToString());
        Assert.Equal(1, context.Target.Disposals);
    });

    [Fact]
    public void A_failing_cancellation_callback_does_not_keep_calls_from_ending() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var outcome = context.Start(async (_, cancel) =>
        {
            using var registration = cancel.Register(() => throw new InvalidOperationException("the author's mistake"));
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return "never";
        });
        context.Dispose();
        Assert.Equal("1x Cancelled the call was cancelled", outcome.ToString());
        Assert.Equal(1, context.Target.Disposals);
    });
}
