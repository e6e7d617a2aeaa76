using FixturesLibrary;
using MyTimerLibrary;

namespace Twofold.Bench.Allocations;

/// <summary>The authors' methods, called as C# calls them with arguments that are made for the call.</summary>
internal static class Author
{
    private static readonly MyTimer s_timer = CreateTimer();
    private static readonly Fixtures s_fixtures = Fixtures.Create();

    /// <summary>What is echoed.</summary>
    public const string Message = "hello";

    // Where what was made is seen, so that it has to be made.
    private static object? s_kept;
    private static int s_number;

    public static MyTimer CreateTimer() => MyTimer.CreateAsync(new Config("bench")).AsTask().GetAwaiter().GetResult();

    public static void Version() => s_kept = s_timer.Version();

    public static void Echo()
    {
        var echo = s_timer.EchoAsync(new EchoRequest(new string('x', Message.Length), 0), CancellationToken.None);
        s_kept = echo.IsCompletedSuccessfully ? echo.Result : throw new InvalidOperationException("echo has not ended at once");
    }

    public static void KeepInt32() => s_number = s_fixtures.KeepInt32(s_number + 1);
}
