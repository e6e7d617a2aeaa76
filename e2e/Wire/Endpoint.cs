using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Twofold.E2E.Wire;

/// <summary>An address in the notation of the programs.</summary>
internal static class Endpoint
{
    /// <summary>Connects to <c>unix:PATH</c> or <c>tcp:HOST:PORT</c>.</summary>
    public static async Task<Socket> ConnectAsync(string address)
    {
        var socket = address.StartsWith("unix:", StringComparison.Ordinal)
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            using var deadline = new CancellationTokenSource(Harness.Deadline.Default);
            await socket.ConnectAsync(Parse(address), deadline.Token);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>A tcp address without a listener: its port was free a moment ago.</summary>
    public static string UnusedTcp()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return Of(probe);
    }

    /// <summary>The address that a socket is bound to.</summary>
    public static string Of(Socket socket) => socket.LocalEndPoint is IPEndPoint ip ? $"tcp:{ip}" : $"unix:{socket.LocalEndPoint}";

    private static EndPoint Parse(string address)
    {
        var (scheme, rest) = Cut(address, address.IndexOf(':', StringComparison.Ordinal));
        if (scheme == "unix")
            return new UnixDomainSocketEndPoint(rest);

        var (host, port) = Cut(rest, rest.LastIndexOf(':'));
        return new DnsEndPoint(host.Trim('[', ']'), int.Parse(port, CultureInfo.InvariantCulture));
    }

    private static (string Before, string After) Cut(string text, int at) => (text[..at], text[(at + 1)..]);
}
