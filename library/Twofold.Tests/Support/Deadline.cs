namespace Twofold.Tests.Support;

/// <summary>Waits with a timeout: a spec that would hang fails instead.</summary>
internal static class Deadline
{
    /// <summary>Tells a hang from a busy machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs the body on a thread of its own.</summary>
    public static void Run(Action body) => Start(body).Wait();

    /// <summary>Starts the body on a thread of its own.</summary>
    public static Running Start(Action body) => new(body);

    public static void Wait(ManualResetEventSlim signal) => Assert.True(signal.Wait(Patience), "the signal was not set in time");

    public static T Wait<T>(Task<T> task)
    {
        Assert.True(((IAsyncResult)task).AsyncWaitHandle.WaitOne(Patience), "the task has not ended");
        return task.GetAwaiter().GetResult();
    }

    public static void Wait(Task task)
    {
        Assert.True(((IAsyncResult)task).AsyncWaitHandle.WaitOne(Patience), "the task has not ended");
        task.GetAwaiter().GetResult();
    }

    /// <summary>Polls a condition that has no signal.</summary>
    public static void Until(Func<bool> condition, string what) =>
        Assert.True(SpinWait.SpinUntil(condition, Patience), $"timed out waiting until {what}");

    /// <summary>A body on its own thread.</summary>
    internal sealed class Running
    {
        private readonly Thread _thread;
        private Exception? _exception;

        public Running(Action body)
        {
            _thread = new Thread(() =>
            {
                try
                {
                    body();
                }
                catch (Exception e)
                {
                    _exception = e;
                }
            })
            { IsBackground = true };
            _thread.Start();
        }

        /// <summary>Whether the thread is blocked.</summary>
        public bool IsBlocked => _thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin);

        /// <param name="steps">How many steps it has done; it may take as long as it likes while there are more. Without it, the whole counts.</param>
        public void Wait(Func<int>? steps = null)
        {
            for (var done = 0; !_thread.Join(Patience);)
            {
                var now = steps?.Invoke() ?? done;
                Assert.True(now != done, "the thread has not ended");
                done = now;
            }

            if (_exception is not null)
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_exception);
        }
    }
}
