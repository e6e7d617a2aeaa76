using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Twofold.Attacks;

/// <summary>The server that is attacked.</summary>
/// <param name="Address">As it was given.</param>
/// <param name="EndPoint">Where to connect.</param>
/// <param name="Token">What each connection presents first, or null.</param>
internal sealed record Target(string Address, EndPoint EndPoint, string? Token = null)
{
    private const string Forms = "use unix:PATH or tcp:HOST:PORT";

    /// <summary>Whether only this machine can be meant.</summary>
    public bool IsLocal => EndPoint is UnixDomainSocketEndPoint || (EndPoint is IPEndPoint ip && IPAddress.IsLoopback(ip.Address));

    /// <summary>Reads <c>unix:PATH</c> or <c>tcp:HOST:PORT</c>.</summary>
    /// <exception cref="AttackException">It is not an address; the message says why.</exception>
    public static Target Parse(string address, string? token = null) => address.Split(':', 2) switch
    {
        ["unix", { Length: > 0 } path] => new Target(address, Unix(path), token),
        ["tcp", var rest] => new Target(address, Tcp(address, rest), token),
        _ => throw new AttackException($"not an address: {address} ({Forms})"),
    };

    /// <summary>Connects, and presents the token.</summary>
    public async Task<Socket> ConnectAsync(CancellationToken cancel)
    {
        var socket = new Socket(EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            if (EndPoint is IPEndPoint)
                socket.NoDelay = true;
            await socket.ConnectAsync(EndPoint, cancel);
            if (Token is not null)
                await PresentAsync(socket, Token, cancel);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task PresentAsync(Socket socket, string token, CancellationToken cancel)
    {
        await socket.SendAsync(Requests.Frame("$hello", Requests.Encode($$"""{"token": {{Requests.Quote(token)}}}""")), cancel);
        await using var stream = new NetworkStream(socket, ownsSocket: false);
        switch (await Replies.ReadAsync(stream, cancel))
        {
            case null: throw new AttackException("the server closed the connection when it got the token");
            case { Status: not 0 } refusal: throw new AttackException($"the server refuses the token: {refusal.Text}");
        }
    }

    private static UnixDomainSocketEndPoint Unix(string path)
    {
        try
        {
            return new UnixDomainSocketEndPoint(path);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new AttackException($"path too long: {path}", e);
        }
    }

    private static IPEndPoint Tcp(string address, string rest)
    {
        var colon = rest.LastIndexOf(':');
        if (colon <= 0 || !ushort.TryParse(rest[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port == 0)
            throw new AttackException($"not an address: {address} ({Forms}, with a port from 1 to 65535)");

        var host = rest[..colon].Trim('[', ']');
        try
        {
            return new IPEndPoint(IPAddress.TryParse(host, out var ip) ? ip : Dns.GetHostAddresses(host)[0], port);
        }
        catch (SocketException e)
        {
            throw new AttackException($"unknown host: {host} ({e.Message})", e);
        }
    }
}
