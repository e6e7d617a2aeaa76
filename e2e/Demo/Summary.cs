using System.Globalization;
using Twofold.E2E.Harness;

namespace Twofold.Demo;

/// <summary>What every client did over every transport, as a table.</summary>
internal sealed class Summary
{
    private const int Width = 15;

    private readonly Dictionary<(string Client, string Transport), string> _cells = [];

    /// <summary>Whether no client failed or is missing.</summary>
    public bool AllPassed { get; private set; } = true;

    /// <summary>Takes down a client that ran.</summary>
    public void Ran(Client client, string transport, bool passed, TimeSpan elapsed)
    {
        AllPassed &= passed;
        _cells[(client.Name, transport)] = string.Create(
            CultureInfo.InvariantCulture, $"{(passed ? "ok" : "FAILED")} {elapsed.TotalMilliseconds,4:0} ms");
    }

    /// <summary>Takes down a client that could not run.</summary>
    public void Missing(Client client, string transport)
    {
        AllPassed = false;
        _cells[(client.Name, transport)] = "MISSING";
    }

    /// <summary>Clients are rows, transports are columns.</summary>
    public override string ToString()
    {
        var clients = _cells.Keys.Select(cell => cell.Client).Distinct();
        var transports = _cells.Keys.Select(cell => cell.Transport).Distinct().ToArray();
        return string.Join('\n', [
            Line("client", transports),
            .. clients.Select(client => Line(client, transports.Select(transport => _cells.GetValueOrDefault((client, transport), "-"))))]);
    }

    private static string Line(string first, IEnumerable<string> cells) =>
        string.Concat(cells.Prepend(first).Select(cell => cell.PadRight(Width))).TrimEnd();
}
