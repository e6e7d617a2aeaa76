using Twofold.Protocol;
using Twofold.Transports;

namespace Twofold.Tests.Server;

public sealed class AddressSpecs
{
    [Theory]
    [InlineData("unix:/tmp/t.sock", "unix:/tmp/t.sock", true)]
    [InlineData("unix:relative.sock", "unix:relative.sock", true)]
    [InlineData("unix:/with:colon", "unix:/with:colon", true)]
    [InlineData("tcp:127.0.0.1:7000", "tcp:127.0.0.1:7000", true)]
    [InlineData("tcp:127.1.2.3:0", "tcp:127.1.2.3:0", true)]
    [InlineData("tcp:[::1]:7000", "tcp:[::1]:7000", true)]
    [InlineData("tcp:0.0.0.0:65535", "tcp:0.0.0.0:65535", false)]
    [InlineData("tcp:[::]:1", "tcp:[::]:1", false)]
    [InlineData("tcp:192.0.2.1:1", "tcp:192.0.2.1:1", false)]
    [InlineData("tcp:[::ffff:127.0.0.1]:0", "tcp:127.0.0.1:0", true)]
    [InlineData("tcp:[::ffff:0.0.0.0]:1", "tcp:0.0.0.0:1", false)]
    [InlineData("tcp:[fe80::1%7]:1", "tcp:[fe80::1%7]:1", false)]
    [InlineData("tcp:[fe80::1%lo]:1", "tcp:[fe80::1%1]:1", false)]
    public void An_address_is_parsed_and_recognized_as_local_or_remote(string text, string formatted, bool isLocal)
    {
        var address = Address.Parse(text);
        Assert.Equal(formatted, address.ToString());
        Assert.Equal(isLocal, address.IsLocal);
    }

    [Theory]
    [InlineData("", "not an address:  (use unix:PATH or tcp:HOST:PORT)")]
    [InlineData("foo", "not an address: foo (use unix:PATH or tcp:HOST:PORT)")]
    [InlineData("UNIX:/tmp/x", "not an address: UNIX:/tmp/x (use unix:PATH or tcp:HOST:PORT)")]
    [InlineData("http://localhost", "not an address: http://localhost (use unix:PATH or tcp:HOST:PORT)")]
    [InlineData("unix:", "not an address: unix: has no path (use unix:PATH)")]
    [InlineData("tcp:", "not an address: tcp: (use tcp:HOST:PORT, with a port from 0 to 65535)")]
    [InlineData("tcp:127.0.0.1", "not an address: tcp:127.0.0.1 (use tcp:HOST:PORT, with a port from 0 to 65535)")]
    [InlineData("tcp::7000", "not an address: tcp::7000 (use tcp:HOST:PORT, with a port from 0 to 65535)")]
    [InlineData("tcp:127.0.0.1:", "not an address: tcp:127.0.0.1: (use tcp:HOST:PORT, with a port from 0 to 65535)")]
    [InlineData("tcp:127.0.0.1:65536", "not an address: tcp:127.0.0.1:65536 (use tcp:HOST:PORT, with a port from 0 to 65535)")]
    [InlineData("tcp:127.0.0.1:-1", "not an address: tcp:127.0.0.1:-1 (use tcp:HOST:PORT, with a port from 0 to 65535)")]
    [InlineData("tcp:127.0.0.1: 80", "not an address: tcp:127.0.0.1: 80 (use tcp:HOST:PORT, with a port from 0 to 65535)")]
    [InlineData("tcp:127.0.0.1:+80", "not an address: tcp:127.0.0.1:+80 (use tcp:HOST:PORT, with a port from 0 to 65535)")]
    [InlineData("tcp:127.0.0.1:http", "not an address: tcp:127.0.0.1:http (use tcp:HOST:PORT, with a port from 0 to 65535)")]
    [InlineData("tcp:::1:7000", "not an address: tcp:::1:7000 (an IPv6 address goes into brackets: tcp:[::1]:PORT)")]
    [InlineData("tcp:[fe80::1]:0", "not an address: tcp:[fe80::1]:0 (a link-local address needs its interface, as in [fe80::1%eth0])")]
    [InlineData("tcp:[fe80::1%none]:0", "not an address: tcp:[fe80::1%none]:0 (what follows % must be an interface, of a link-local address)")]
    [InlineData("tcp:[::1%lo]:0", "not an address: tcp:[::1%lo]:0 (what follows % must be an interface, of a link-local address)")]
    public void Text_that_is_not_an_address_gets_an_error_with_the_right_form(string text, string message) =>
        Assert.Equal(message, Assert.Throws<ServerException>(() => Address.Parse(text)).Message);

    [Fact]
    public void A_path_that_is_too_long_for_the_system_gets_an_error_with_its_length()
    {
        var longest = Address.LongestPath;
        Assert.Equal(longest, Address.Parse("unix:" + new string('x', longest)).UnixPath!.Length);

        var path = new string('x', longest - 1) + "\u00fc";
        Assert.Equal(
            $"path too long: {path} has {longest + 1} bytes, a unix socket's path may have {longest}",
            Assert.Throws<ServerException>(() => Address.Parse("unix:" + path)).Message);
    }

    [Fact]
    public void A_host_name_that_is_too_long_gets_an_error() =>
        Assert.StartsWith("cannot resolve ", Assert.Throws<ServerException>(() => Address.Parse($"tcp:{new string('x', 300)}:1")).Message);
}
