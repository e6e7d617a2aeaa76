using System.Globalization;
using Twofold.E2E.Harness;

namespace Twofold.Demo;

/// <summary>The results of every client over every transport, as a table.</summary>
internal sealed class Summary
{
    private const int Width = 15;

    private readonly List<Client> _clients = [];
    private readonly Dictionary<(Client Client, string Transport), string> _cells = [];
    private readonly Dictionary<Client, Need> _skipped = [];
    private int _passed;
    private int _failed;

    /// <summary>Whether every client that could run passed, and at least one did. In CI all of them must be able to run.</summary>
    public bool AllPassed => _passed > 0 && _failed == 0 && (_skipped.Count == 0 || !Platform.IsCi);

    /// <summary>Adds a client that ran.</summary>
    public void Ran(Client client, string transport, bool passed, TimeSpan elapsed) =>
        Add(client, transport, passed, string.Create(CultureInfo.InvariantCulture, $"{(passed ? "ok" : "FAILED")} {elapsed.TotalMilliseconds,4:0} ms"));

    /// <summary>Adds a client that should be able to run, but was not built.</summary>
    public void NotBuilt(Client client, string transport) => Add(client, transport, passed: false, "NOT BUILT");

    /// <summary>Adds a client that cannot run without a program.</summary>
    public void Skipped(Client client, Need need)
    {
        Remember(client);
        _skipped[client] = need;
    }

    /// <summary>Clients are rows, transports are columns.</summary>
    public override string ToString()
    {
        var transports = _cells.Keys.Select(cell => cell.Transport).Distinct().ToArray();
        return string.Join('\n', [
            Line("client", transports),
            .. _clients.Select(client => _skipped.TryGetValue(client, out var need)
                ? Line(client.Name, [$"skipped: needs {need}"])
                : Line(client.Name, transports.Select(transport => _cells.GetValueOrDefault((client, transport), "-"))))]);
    }

    private void Add(Client client, string transport, bool passed, string cell)
    {
        Remember(client);
        _cells[(client, transport)] = cell;
        _passed += passed ? 1 : 0;
        _failed += passed ? 0 : 1;
    }

    private void Remember(Client client)
    {
        if (!_clients.Contains(client))
            _clients.Add(client);
    }

    private static string Line(string first, IEnumerable<string> cells) =>
        string.Concat(cells.Prepend(first).Select(cell => cell.PadRight(Width))).TrimEnd();
}
