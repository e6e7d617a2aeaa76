namespace Twofold.E2E.Harness;

/// <summary>The programs that serve a timer. All must give the same answers.</summary>
internal static class Servers
{
    /// <summary>The relay over the library's CBOR symbols.</summary>
    public const string Relay = "server";

    private static readonly Lazy<IReadOnlyDictionary<string, Executable>> s_byName = new(() => ExampleProgram.OfKind(ProgramKind.Host).ToDictionary());

    /// <summary>By name, as the examples describe them: the library's own server, with each of its transports, and the relay.</summary>
    public static IReadOnlyDictionary<string, Executable> ByName => s_byName.Value;
}

/// <summary>A listening server: either started here, and stopped with this object, or already running.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const string Ready = "listening on ";

    private readonly Child? _child;
    private readonly TempFolder? _folder;

    private Server(string address, Child? child = null, TempFolder? folder = null)
    {
        Address = address;
        _child = child;
        _folder = folder;
    }

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>The process that was started here.</summary>
    public int ProcessId => Started.ProcessId;

    /// <summary>The path of its unix socket; null over tcp.</summary>
    public string? SocketPath => Address.StartsWith("unix:", StringComparison.Ordinal) ? Address["unix:".Length..] : null;

    /// <summary>A server that was started, and will be stopped, by someone else.</summary>
    public static Server Attached(string address) => new(address);

    /// <summary>Starts a server at a fresh socket path or on a free port; options come after the address.</summary>
    public static async Task<Server> StartAsync(Executable program, string transport, params string[] options)
    {
        var folder = new TempFolder();
        try
        {
            return await StartAsync(program, [transport == "unix" ? $"unix:{folder.File("s")}" : "tcp:127.0.0.1:0", .. options], folder: folder);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Starts a server with these arguments and waits until it listens.</summary>
    public static async Task<Server> StartAsync(
        Executable program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        TempFolder? folder = null)
    {
        var child = program.Start(arguments, environment);
        try
        {
            var line = await child.LineAsync(Ready);
            return new Server(line[Ready.Length..], child, folder);
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends a signal without waiting for the end.</summary>
    public void Send(Signal signal) => Started.Send(signal);

    /// <summary>Waits for the end.</summary>
    public Task<Outcome> ExitAsync() => Started.ExitAsync();

    /// <summary>Asks a server that was started here to end, and checks that it does so cleanly.</summary>
    public async Task StopAsync()
    {
        if (_child is null || !Platform.HasSignals)
            return;

        Send(Signal.Terminate);
        var outcome = await ExitAsync();
        if (outcome.ExitCode != 0)
            throw new InvalidOperationException($"SIGTERM must end the server with exit code 0\n{outcome}");
        if (SocketPath is { } path && File.Exists(path))
            throw new InvalidOperationException($"the server left its socket {path} behind\n{outcome}");
    }

    /// <summary>The same, after closing its clients, which would delay the stop.</summary>
    public Task StopAfterAsync(params IDisposable[] clients)
    {
        foreach (var client in clients)
            client.Dispose();
        return StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_child is not null)
            await _child.DisposeAsync();

        _folder?.Dispose();
    }

    /// <summary>What it has printed so far.</summary>
    public override string ToString() => _child?.ToString() ?? $"attached to {Address}";

    private Child Started => _child ?? throw new InvalidOperationException($"attached to {Address}, which was started elsewhere");
}
