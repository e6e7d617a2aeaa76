namespace Twofold.E2E.Harness;

/// <summary>How long anything here waits: generous, because reaching it is always a failure.</summary>
internal static class Deadline
{
    /// <summary>For every wait; longer than the 10 s after which a client must give up by itself.</summary>
    public static TimeSpan Default { get; } = TimeSpan.FromSeconds(30);

    /// <summary>For programs that work for many seconds, on a machine that has other work too.</summary>
    public static TimeSpan Long { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Waits for a task; when the deadline passes, says for what.</summary>
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
