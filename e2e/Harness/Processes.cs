using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Threading.Channels;
using Medallion.Shell;

namespace Twofold.E2E.Harness;

/// <summary>A request that a process end.</summary>
internal enum Signal
{
    /// <summary>SIGINT, as Ctrl-C sends it.</summary>
    Interrupt = 2,

    /// <summary>SIGTERM.</summary>
    Terminate = 15,
}

/// <summary>A running process whose output is read as it comes. Disposing kills it and everything it started.</summary>
internal sealed class Child : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<Child, bool> Running = new();

    private readonly string _line;
    private readonly Command _command;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly Channel<string> _unread = Channel.CreateUnbounded<string>();
    private readonly Channel<string> _unreadErrors = Channel.CreateUnbounded<string>();
    private readonly Task<Outcome> _exit;

    static Child() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var child in Running.Keys)
            child.Kill();
    };

    private Child(string line, Command command)
    {
        _line = line;
        _command = command;
        Running.TryAdd(this, true);
        _exit = WaitAsync();
    }

    /// <summary>Starts a program. It inherits the environment without MY_TIMER_ADDRESS and the collector's settings, which are given as wanted.</summary>
    public static Child Start(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        string[] given = [.. arguments];
        var command = Command.Run(file, given, options => options
            .ThrowOnError(false)
            .DisposeOnExit(false)
            .StartInfo(info =>
            {
                foreach (var name in info.Environment.Keys.Where(IsForeign).ToList())
                    info.Environment.Remove(name);
                foreach (var (name, value) in environment ?? new Dictionary<string, string>())
                    info.Environment[name] = value;
            }));
        return new Child(string.Join(' ', [file, .. given]), command);
    }

    /// <summary>A setting that would have a spec measure something other than the library as it was published.</summary>
    private static bool IsForeign(string name) =>
        name == "MY_TIMER_ADDRESS" || name.StartsWith("DOTNET_GC", StringComparison.OrdinalIgnoreCase);

    /// <summary>The id of the process.</summary>
    public int ProcessId => _command.ProcessId;

    /// <summary>The next line of standard output that begins so.</summary>
    public Task<string> LineAsync(string beginning) =>
        NextAsync(_unread.Reader, $"'{beginning}...'", line => line.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>The next line of standard error that contains this.</summary>
    public Task<string> ErrorAsync(string part) =>
        NextAsync(_unreadErrors.Reader, $"'...{part}...' on stderr", line => line.Contains(part, StringComparison.Ordinal));

    /// <summary>Sends a signal to the process.</summary>
    public async Task SignalAsync(Signal signal)
    {
        if (!await _command.TrySignalAsync(CommandSignal.FromSystemValue((int)signal)))
            throw new InvalidOperationException($"had ended before {signal}\n{this}");
    }

    /// <summary>Waits for the end; kills what overstays the deadline.</summary>
    public Task<Outcome> ExitAsync() => ExitAsync(Deadline.Default);

    /// <summary>The same for what takes longer by its nature.</summary>
    public async Task<Outcome> ExitAsync(TimeSpan deadline)
    {
        try
        {
            return await _exit.WaitAsync(deadline);
        }
        catch (TimeoutException)
        {
            Kill();
            throw new TimeoutException($"still running after {deadline.TotalSeconds:0} s\n{this}");
        }
    }

    /// <summary>Kills the process and everything it started.</summary>
    public void Kill()
    {
        try
        {
            _command.Process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended first.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_exit.IsCompleted)
            Kill();

        await ExitAsync();
        Running.TryRemove(this, out _);
        ((IDisposable)_command).Dispose();
    }

    /// <summary>The command and what it has printed so far.</summary>
    public override string ToString() => Outcome.Describe(_line, _output, _errors);

    private async Task<string> NextAsync(ChannelReader<string> lines, string what, Func<string, bool> isIt)
    {
        using var deadline = new CancellationTokenSource(Deadline.Default);
        try
        {
            await foreach (var line in lines.ReadAllAsync(deadline.Token))
            {
                if (isIt(line))
                    return line;
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"no line {what} within {Deadline.Default.TotalSeconds:0} s\n{this}");
        }

        throw new InvalidOperationException($"ended without a line {what}\n{await ExitAsync()}");
    }

    private async Task<Outcome> WaitAsync()
    {
        var output = CollectAsync(_command.StandardOutput, _output, _unread.Writer);
        var errors = CollectAsync(_command.StandardError, _errors, _unreadErrors.Writer);
        var result = await _command.Task;
        var elapsed = _clock.Elapsed;
        await Task.WhenAll(output, errors);
        return new Outcome(_line, result.ExitCode, [.. _output], [.. _errors], elapsed);
    }

    private static async Task CollectAsync(TextReader reader, ConcurrentQueue<string> lines, ChannelWriter<string> unread)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lines.Enqueue(line);
            unread.TryWrite(line);
        }

        unread.Complete();
    }
}
