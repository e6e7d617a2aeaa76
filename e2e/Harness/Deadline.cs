namespace Twofold.E2E.Harness;

/// <summary>Timeouts of all waits. They are generous, because reaching one is always a failure.</summary>
internal static class Deadline
{
    /// <summary>The default for every wait; longer than the 10 s after which a client must give up by itself.</summary>
    public static TimeSpan Default { get; } = TimeSpan.FromSeconds(30);

    /// <summary>For programs that run for many seconds, on a busy machine.</summary>
    public static TimeSpan Long { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Waits for a task. If the deadline passes, the error names the task.</summary>
    public static async Task<T> Within<T>(this Task<T> task, string what)
    {
        try
        {
            return await task.WaitAsync(Default);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"waited {Default.TotalSeconds:0} s for {what}");
        }
    }
}
