using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading.Channels;
using CliWrap;

namespace Twofold.E2E.Harness;

/// <summary>A signal that asks a process to end.</summary>
internal enum Signal
{
    /// <summary>SIGINT, as Ctrl-C sends it.</summary>
    Interrupt = 2,

    /// <summary>SIGTERM.</summary>
    Terminate = 15,
}

/// <summary>A running process whose output is read continuously. Disposing kills it and everything it started.</summary>
internal sealed class Child : IAsyncDisposable
{
    /// <summary>The exit code of a process that SIGKILL ended.</summary>
    private const int Killed = 128 + 9;

    private static readonly ConcurrentDictionary<Child, bool> Running = new();

    private readonly string _line;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lines _output = new();
    private readonly Lines _errors = new();
    private readonly CancellationTokenSource _kill = new();
    private readonly Task<Outcome> _exit;

    static Child() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var child in Running.Keys)
            child.Kill();
    };

    private Child(string line, Command command)
    {
        _line = line;
        var running = command
            .WithStandardOutputPipe(PipeTarget.ToDelegate(_output.Add))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(_errors.Add))
            .ExecuteAsync(_kill.Token);
        ProcessId = running.ProcessId;
        Running.TryAdd(this, true);
        _exit = WaitAsync(running);
    }

    /// <summary>
    /// Starts a program. It inherits the environment, except for MY_TIMER_ADDRESS, MY_TIMER_TOKEN and the settings of the garbage collector,
    /// which <paramref name="environment"/> may set.
    /// </summary>
    public static Child Start(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        string[] given = [.. arguments];
        var variables = Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsForeign).ToDictionary(name => name, _ => (string?)null);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            variables[name] = value;

        return new Child(
            string.Join(' ', [file, .. given]),
            Cli.Wrap(file).WithArguments(given).WithEnvironmentVariables(variables).WithValidation(CommandResultValidation.None));
    }

    /// <summary>Whether a variable would change the behavior of the published library in a spec.</summary>
    private static bool IsForeign(string name) =>
        name is "MY_TIMER_ADDRESS" or "MY_TIMER_TOKEN" || name.StartsWith("DOTNET_GC", StringComparison.OrdinalIgnoreCase);

    /// <summary>The id of the process.</summary>
    public int ProcessId { get; }

    /// <summary>The next line of standard output that begins with this text.</summary>
    public Task<string> LineAsync(string beginning) =>
        NextAsync(_output, $"'{beginning}...'", line => line.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>The next line of standard error that contains this text.</summary>
    public Task<string> ErrorAsync(string part) =>
        NextAsync(_errors, $"'...{part}...' on stderr", line => line.Contains(part, StringComparison.Ordinal));

    /// <summary>Sends a signal to the process.</summary>
    public void Send(Signal signal)
    {
        if (_exit.IsCompleted || SendSignal(ProcessId, (int)signal) != 0)
            throw new InvalidOperationException($"had ended before {signal}\n{this}");
    }

    /// <summary>Waits for the end; kills the process at the deadline.</summary>
    public Task<Outcome> ExitAsync() => ExitAsync(Deadline.Default);

    /// <summary>The same with a longer deadline.</summary>
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
    public void Kill() => _kill.Cancel();

    public async ValueTask DisposeAsync()
    {
        if (!_exit.IsCompleted)
            Kill();

        await ExitAsync();
        Running.TryRemove(this, out _);
        _kill.Dispose();
    }

    /// <summary>The command and what it has printed so far.</summary>
    public override string ToString() => Outcome.Describe(_line, _output.All, _errors.All);

    private async Task<string> NextAsync(Lines lines, string what, Func<string, bool> isIt)
    {
        using var deadline = new CancellationTokenSource(Deadline.Default);
        try
        {
            await foreach (var line in lines.UnreadAsync(deadline.Token))
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

    private async Task<Outcome> WaitAsync(CommandTask<CommandResult> running)
    {
        try
        {
            var result = await running;
            return Ended(result.ExitCode, result.RunTime);
        }
        catch (OperationCanceledException)
        {
            return Ended(Killed, _clock.Elapsed);
        }
        finally
        {
            _output.Complete();
            _errors.Complete();
        }
    }

    private Outcome Ended(int exitCode, TimeSpan elapsed) => new(_line, exitCode, [.. _output.All], [.. _errors.All], elapsed);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int SendSignal(int process, int signal);

    /// <summary>The lines of one stream: all lines, and those that no wait has consumed yet.</summary>
    private sealed class Lines
    {
        private readonly ConcurrentQueue<string> _all = new();
        private readonly Channel<string> _unread = Channel.CreateUnbounded<string>();

        public IEnumerable<string> All => _all;

        public void Add(string line)
        {
            _all.Enqueue(line);
            _unread.Writer.TryWrite(line);
        }

        public void Complete() => _unread.Writer.Complete();

        public IAsyncEnumerable<string> UnreadAsync(CancellationToken cancel) => _unread.Reader.ReadAllAsync(cancel);
    }
}
