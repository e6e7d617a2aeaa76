namespace Twofold.Waiting;

/// <summary>Repeats a step until there is memory for it: one that gives memory back, or that somebody waits for.</summary>
internal static class Insist
{
    /// <summary>How long to wait for memory, in milliseconds.</summary>
    public const int Pause = 10;

    // No tuple as the state: its Equals would bring the runtime's type loader into every library, 200 KB.

    /// <summary>Does the step, which changes nothing if it fails. A static lambda takes no memory.</summary>
    public static void On<T>(T state, Action<T> step) => On(state, step, static (state, step) => step(state));

    /// <inheritdoc cref="On"/>
    public static void On<T1, T2>(T1 first, T2 second, Action<T1, T2> step)
    {
        while (true)
        {
            try
            {
                step(first, second);
                return;
            }
            catch (OutOfMemoryException)
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
