using System.Globalization;
using MyTimerLibrary;

namespace Twofold.Bench;

/// <summary>
/// The class called from C# instead of through the ABI. Usage: plain_calls version|echo THREADS TIMERS MILLISECONDS. One timer is
/// shared by all threads, which take a lock, because the class itself has none; else each thread has its own. Prints one line of JSON.
/// </summary>
internal static class Program
{
    private static readonly EchoRequest Request = new("hello", 0);

    private static int Main(string[] args)
    {
        var numbers = args.Skip(1).Select(text => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0).ToArray();
        if (numbers is not [> 0 and var threads, > 0 and var timerCount, > 0 and var milliseconds]
            || (timerCount != 1 && timerCount != threads)
            || Workload(args[0]) is not { } workload)
        {
            Console.Error.WriteLine("usage: plain_calls version|echo THREADS TIMERS MILLISECONDS, where TIMERS is 1 or THREADS");
            return 2;
        }

        var timers = Enumerable.Range(0, timerCount).Select(_ => MakeTimer()).ToArray();
        var turn = new Lock();
        using var calls = new TimedCalls(threads, milliseconds * 1_000_000L);
        Console.WriteLine(calls.Run(index => timerCount < threads ? Locked(workload, timers[0], turn) : () => workload(timers[index])));
        return 0;
    }

    private static MyTimer MakeTimer()
    {
        var made = MyTimer.CreateAsync(new Config("bench"));
        return made.IsCompletedSuccessfully ? made.Result : throw new InvalidOperationException("a timer is not made at once");
    }

    private static Func<MyTimer, bool>? Workload(string name) => name switch
    {
        "version" => static timer => timer.Version()[0] == MyTimer.TimerVersion[0],
        "echo" => Echo,
        _ => null,
    };

    private static bool Echo(MyTimer timer)
    {
        var reply = timer.EchoAsync(Request, CancellationToken.None);
        return reply.IsCompletedSuccessfully && reply.Result.Echoed[0] == Request.Message[0];
    }

    private static Func<bool> Locked(Func<MyTimer, bool> workload, MyTimer timer, Lock turn) => () =>
    {
        lock (turn)
            return workload(timer);
    };
}
