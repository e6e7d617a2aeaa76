using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Twofold.E2E.Harness;

/// <summary>A running haproxy with the configuration of the example, except for its addresses.</summary>
internal sealed partial class Haproxy : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private readonly Child _child;

    private Haproxy(TempFolder folder, Child child, string address)
    {
        _folder = folder;
        _child = child;
        Address = address;
    }

    /// <summary>The example, from the root of the repository.</summary>
    public static string Example => "examples/ipc/haproxy.cfg";

    /// <summary>The program.</summary>
    public static Executable Program { get; } = Executable.OnPath("haproxy", "https://www.haproxy.org");

    /// <summary>Where clients connect.</summary>
    public string Address { get; }

    /// <summary>Starts it in front of servers over tcp, which replace those of the example in order, and waits until it is ready.</summary>
    public static async Task<Haproxy> StartAsync(params string[] servers)
    {
        var folder = new TempFolder();
        try
        {
            var configuration = folder.File("haproxy.cfg");
            await File.WriteAllTextAsync(configuration, Render(await File.ReadAllTextAsync(Repo.At(Example)), folder.File("s"), servers));

            // In this mode it notifies its service manager when it listens (sd_notify(3)).
            using var manager = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            manager.Bind(new UnixDomainSocketEndPoint(folder.File("notify")));
            var child = Program.Start(["-Ws", "-f", configuration], new Dictionary<string, string> { ["NOTIFY_SOCKET"] = folder.File("notify") });
            try
            {
                await ReadyAsync(manager).Within($"haproxy to listen\n{child}");
                return new Haproxy(folder, child, $"unix:{folder.File("s")}");
            }
            catch
            {
                await child.DisposeAsync();
                throw;
            }
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Waits until haproxy reports a server, by its name in the example, as "UP" or "DOWN".</summary>
    public Task<string> IsAsync(string server, string state) => _child.ErrorAsync($"Server my_timers/{server} is {state}");

    public async ValueTask DisposeAsync()
    {
        await _child.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>What it has printed so far.</summary>
    public override string ToString() => _child.ToString();

    private static string Render(string example, string socket, string[] servers)
    {
        var next = 0;
        var places = ServerAddress().Count(example);
        if (places != servers.Length || BindAddress().Count(example) != 1)
            throw new InvalidDataException($"{Example} has {places} servers and not {servers.Length}, or not one bind");

        return BindAddress().Replace(
            ServerAddress().Replace(example, match => $"{match.Groups[1]}{servers[next++]["tcp:".Length..]}"),
            match => $"{match.Groups[1]}unix@{socket}");
    }

    private static async Task<bool> ReadyAsync(Socket manager)
    {
        var message = new byte[4096];
        while (true)
        {
            var size = await manager.ReceiveAsync(message, SocketFlags.None);
            if (Encoding.UTF8.GetString(message, 0, size).Split('\n').Contains("READY=1"))
                return true;
        }
    }

    [GeneratedRegex(@"^( *server +\w+ +)\S+", RegexOptions.Multiline)]
    private static partial Regex ServerAddress();

    [GeneratedRegex(@"^( *bind +)\S+", RegexOptions.Multiline)]
    private static partial Regex BindAddress();
}
