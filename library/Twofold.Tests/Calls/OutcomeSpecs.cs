using System.Diagnostics.CodeAnalysis;
using Twofold.Calls;
using Twofold.Tests.Support;

namespace Twofold.Tests.Calls;

public sealed class OutcomeSpecs
{
    [Fact]
    public void Exceptions_become_statuses_whether_they_come_at_once_or_late() => Deadline.Run(() =>
    {
        (Exception Exception, string Outcome)[] table =
        [
            (new FfiException("my own words"), "1x Error my own words"),
            (new InvalidOperationException("unexpected"), "1x Internal InvalidOperationException: unexpected"),
            (new OperationCanceledException(), "1x Cancelled the call was cancelled"),
            (new TaskCanceledException(), "1x Cancelled the call was cancelled"),
        ];
        foreach (var (exception, expected) in table)
        {
            var context = new NotebookContext();
            Assert.Equal(expected, context.Start((_, _) => throw exception).ToString());
            Assert.Equal(expected, context.Start((_, _) => ValueTask.FromException<string>(exception)).ToString());
            Assert.Equal(expected, context.Start(async (_, _) =>
            {
                await Task.Yield();
                throw exception;
            }).Wait().ToString());

            var leave = context.Occupy();
            var queued = context.Start((_, _) => throw exception);
            leave();
            Assert.Equal(expected, queued.Wait().ToString());
            Assert.Equal("1x Ok still alive", context.Start(_ => "still alive").Wait().ToString());
        }
    });

    [Fact]
    public void Fire_and_forget_code_may_fail_without_harm() => Deadline.Run(() =>
    {
        var context = new NotebookContext();
        var failing = new ManualResetEventSlim();
        context.Start(_ =>
        {
            FireAndForget();
            return "";
        });
        Deadline.Wait(failing);
        Assert.Equal("1x Ok still alive", context.Start(_ => "still alive").Wait().ToString());

        async void FireAndForget()
        {
            await Task.Yield();
            failing.Set();
            throw new InvalidOperationException("nobody waits for this");
        }
    });

    [Fact]
    public void Nothing_is_allocated_by_a_call_that_ends_at_once()
    {
        var context = new NotebookContext();
        var reply = default(CountingReply);
        Run();
        Assert.Equal(0, Allocated.By(Run, 10_000));
        Assert.Equal(1 + Allocated.Rounds(10_000), reply.Count);

        void Run() => CallRunner.Run<Notebook, CountCall, int, CountingWriter, CountingPlace, CountingReply>(context, default, ref reply);
    }

    private readonly struct CountCall : ICall<Notebook, int>
    {
        public static bool ReturnsObject => false;

        public ValueTask<int> Invoke(Notebook target, CancellationToken cancel) => new(1);

        public long Weigh() => 0;
    }

    private readonly ref struct CountingPlace(ref int value)
    {
        public readonly ref int Value = ref value;
    }

    private readonly struct CountingWriter : IResultWriter<int, CountingPlace>
    {
        public static void Write(in CountingPlace destination, int value) => destination.Value = value;
    }

    private struct CountingReply : IReplySink<CountingPlace>
    {
        private int _captured;

        public int Count { get; private set; }

        public static Delivery Delivery => Delivery.ToHost;

        public readonly ExecutorLease? Lease => null;

        public readonly Account Account => Account.InProcess;

        public readonly void Defer() => Assert.Fail("the context is idle");

        [UnscopedRef]
        public CountingPlace Begin() => new(ref _captured);

        public void Succeed() => Count += _captured;

        public readonly void Fail(Status status, string message) => Assert.Fail(message);
    }
}
