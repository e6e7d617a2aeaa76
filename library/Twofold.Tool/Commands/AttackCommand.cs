using System.Diagnostics;
using System.Net.Sockets;
using Twofold.Attacks;

namespace Twofold.Tool.Commands;

/// <summary>Attacks a server and prints a table of what that has cost.</summary>
internal static class AttackCommand
{
    // Of a server that is older than $hello, or a relay.
    private const int UnknownMethod = 6;
    private const long MostLeft = 8 << 20;
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(10);

    /// <summary>The name of the library that is attacked by default, as CBOR: a text of 8 bytes begins with an h.</summary>
    private static ReadOnlySpan<byte> Timer => "hmy_timer"u8;

    /// <summary>Runs it; 0 if the server is none the worse for it.</summary>
    /// <exception cref="ToolException">An argument is wrong, or no server answers at the address.</exception>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var options = AttackOptions.Parse(arguments);
        var target = Target.Parse(options.Address, options.Token);
        if (!target.IsLocal && !options.AllowRemote)
            throw new ToolException($"{options.Address} is not on this machine: attack only what is yours, then pass --allow-remote");

        Console.WriteLine($"Attacks {options.Address}. Attack only what is yours: a server may refuse its other clients, or end.");
        var calls = await ChooseAsync(target, options);
        using var first = await HealthyClient.ConnectAsync(target, calls.Healthy);
        first.Call();
        using var process = ServerProcess.Of(first.Socket);
        var idle = process?.Look()?.Resident;

        var table = new Table(AttackReport.Heads, Math.Max(AttackReport.Heads[0].Length, options.Attacks.Max(attack => attack.Name.Length)));
        var failures = new List<string>();
        foreach (var attack in options.Attacks)
        {
            if (Obstacle(attack, target, calls) is { } obstacle)
            {
                table.Skip(attack.Name, obstacle);
                continue;
            }

            var report = await AttackRunner.RunAsync(attack, options.Time, target, calls);
            table.Print(report.Cells);
            if (report.Failure is { } failure)
                failures.Add(failure);
            if (report.FailureAfter is not null)
                break;
        }

        Console.WriteLine();
        if (process is not null && idle is { } before)
            Console.WriteLine(await WaitForMemoryAsync(process, before));
        foreach (var failure in failures)
            Console.WriteLine($"FAILED {failure}");
        if (failures.Count == 0)
            Console.WriteLine("ok     every healthy call was answered, and the server works");
        return failures.Count == 0 ? 0 : 1;
    }

    private static string? Obstacle(Attack attack, Target target, AttackCalls calls) =>
        attack.Name == "unread-events" && calls.Event.Length == 0 ? "pass --event NAME" : attack.Obstacle(target);

    /// <summary>The calls of my_timer, or those that the user names for another library.</summary>
    private static async Task<AttackCalls> ChooseAsync(Target target, AttackOptions options)
    {
        using var deadline = new CancellationTokenSource(s_quiet);
        Reply? hello;
        try
        {
            using var socket = await target.ConnectAsync(deadline.Token);
            await socket.SendAsync(Requests.Frame("$hello", Requests.Encode("{}")), deadline.Token);
            await using var stream = new NetworkStream(socket);
            hello = await Replies.ReadAsync(stream, deadline.Token);
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            throw new ToolException($"no server answers at {options.Address}: {(e is OperationCanceledException ? "no reply" : e.Message)}", e);
        }

        switch (hello)
        {
            case null: throw new ToolException($"{options.Address} closes the connection without an answer to $hello");
            case { Status: not (0 or UnknownMethod) } refusal: throw new ToolException($"{options.Address} answers $hello with status {refusal.Status}: {refusal.Text}");
        }

        var timer = AttackCalls.OfTimer;
        return hello.Value.Body.AsSpan().IndexOf(Timer) >= 0
            ? timer with { Healthy = options.Healthy ?? timer.Healthy, Slow = options.Slow ?? timer.Slow, Event = options.Event ?? timer.Event }
            : AttackCalls.Around(options.Healthy ?? timer.Healthy, options.Slow, options.Event);
    }

    private static async Task<string> WaitForMemoryAsync(ServerProcess process, long idle)
    {
        var clock = Stopwatch.StartNew();
        while (process.Look()?.Resident > idle + MostLeft && clock.Elapsed < s_quiet)
            await Task.Delay(100);

        if (process.Look()?.Resident is not { } left)
            return "the process of the server has ended";

        return FormattableString.Invariant(
            $"memory {idle / 1048576.0:0.0} MiB before all attacks, {left / 1048576.0:0.0} MiB {clock.Elapsed.TotalSeconds:0.0} s after them");
    }

    /// <summary>Prints rows as they come.</summary>
    private sealed class Table
    {
        private readonly string[] _heads;
        private readonly int _first;

        public Table(string[] heads, int first)
        {
            (_heads, _first) = (heads, first);
            Print(heads);
        }

        public void Print(string[] cells) => Console.WriteLine(string.Join(
            "  ", cells.Select((cell, index) => index == 0 ? cell.PadRight(_first) : cell.PadLeft(_heads[index].Length))));

        public void Skip(string name, string why) => Console.WriteLine($"{name.PadRight(_first)}  skipped: {why}");
    }
}
