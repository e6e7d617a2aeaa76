using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Twofold.Transports;

/// <summary>Where a server listens: <c>unix:PATH</c>, <c>tcp:HOST:PORT</c>, or a descriptor that listens already.</summary>
internal sealed record Address
{
    private const string UnixPrefix = "unix:";
    private const string TcpPrefix = "tcp:";
    private const string DescriptorPrefix = "fd:";

    // sockaddr_un has 108 bytes on Linux and 104 on macOS, and the path ends with a NUL.
    public static readonly int LongestPath = OperatingSystem.IsMacOS() ? 103 : 107;

    /// <summary>The socket's path, or null for TCP.</summary>
    public string? UnixPath { get; init; }

    /// <summary>Where to listen over TCP, or null.</summary>
    public IPEndPoint? EndPoint { get; init; }

    /// <summary>The descriptor that listens already, or null.</summary>
    public int? Descriptor { get; private init; }

    /// <summary>The address family of its socket.</summary>
    public AddressFamily Family => EndPoint?.AddressFamily ?? AddressFamily.Unix;

    /// <summary>Whether only this machine can connect.</summary>
    public bool IsLocal => EndPoint is null || IPAddress.IsLoopback(EndPoint.Address);

    /// <summary>Reads an address.</summary>
    /// <exception cref="ServerException">It is not one; the message says what is wrong with it.</exception>
    public static Address Parse(string text)
    {
        if (text.StartsWith(UnixPrefix, StringComparison.Ordinal))
            return ParseUnix(text, text[UnixPrefix.Length..]);
        if (text.StartsWith(TcpPrefix, StringComparison.Ordinal))
            return ParseTcp(text, text[TcpPrefix.Length..]);
        if (text.StartsWith(DescriptorPrefix, StringComparison.Ordinal))
            return ParseDescriptor(text, text[DescriptorPrefix.Length..]);

        throw new ServerException($"not an address: {text} (use unix:PATH or tcp:HOST:PORT)");
    }

    /// <summary>The address as text, with the port that was picked.</summary>
    public override string ToString() =>
        EndPoint is not null ? $"{TcpPrefix}{EndPoint}"
        : UnixPath is not null ? $"{UnixPrefix}{UnixPath}"
        : $"{DescriptorPrefix}{Descriptor}";

    private static Address ParseUnix(string text, string path)
    {
        if (path.Length == 0)
            throw new ServerException($"not an address: {text} has no path (use unix:PATH)");

        var size = Encoding.UTF8.GetByteCount(path);
        if (size > LongestPath)
            throw new ServerException($"path too long: {path} has {size} bytes, a unix socket's path may have {LongestPath}");

        return new Address { UnixPath = path };
    }

    private static Address ParseTcp(string text, string rest)
    {
        var colon = rest.LastIndexOf(':');
        if (colon <= 0 || !ushort.TryParse(rest[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            throw new ServerException($"not an address: {text} (use tcp:HOST:PORT, with a port from 0 to 65535)");

        return new Address { EndPoint = new IPEndPoint(Resolve(text, rest[..colon]), port) };
    }

    private static Address ParseDescriptor(string text, string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var descriptor)
            ? new Address { Descriptor = descriptor }
            : throw new ServerException($"not an address: {text} (use fd:N, with the number of a descriptor that listens)");

    private static IPAddress Resolve(string text, string host)
    {
        if (host.StartsWith('[') && host.EndsWith(']') && IPAddress.TryParse(host[1..^1], out var v6))
            return Check(text, host, v6);
        if (IPAddress.TryParse(host, out var literal) && literal.AddressFamily == AddressFamily.InterNetwork)
            return literal;
        if (host.Contains(':'))
            throw new ServerException($"not an address: {text} (an IPv6 address goes into brackets: tcp:[::1]:PORT)");

        try
        {
            return Dns.GetHostAddresses(host)[0];
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            throw new ServerException($"cannot resolve {host}: {e.Message}");
        }
    }

    private static IPAddress Check(string text, string host, IPAddress address)
    {
        // IPv6 is served without IPv4, so an IPv4 address in IPv6 form is what it stands for.
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (host.Contains('%') && (!address.IsIPv6LinkLocal || address.ScopeId == 0))
            throw new ServerException($"not an address: {text} (what follows % must be an interface, of a link-local address)");
        if (address.IsIPv6LinkLocal && address.ScopeId == 0)
            throw new ServerException($"not an address: {text} (a link-local address needs its interface, as in [fe80::1%eth0])");

        return address;
    }
}
