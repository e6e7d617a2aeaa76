using System.Net.Sockets;
using System.Text;
using Twofold.Hosting;
using Twofold.Protocol;
using Twofold.Tests.Support;

namespace Twofold.Tests.Server;

/// <summary>Who may connect, over real sockets.</summary>
public abstract class AccessSpecs(Transport transport) : IDisposable
{
    private readonly TestFolder _folder = new();

    private string Unix => $"unix:{_folder.File("s")}";

    private static uint Self => Accounts.UserOf(Environment.UserName);

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _folder.Dispose();
    }

    [Fact]
    public void A_user_that_is_named_is_served() => Deadline.Run(() =>
    {
        NeedLinux();
        foreach (var users in new[] { $"{Self}", Environment.UserName, $"{Self + 1}, {Self} ,{Self + 2}" })
        {
            using var server = Start(Unix, options => options with { AllowUids = users });
            using var client = new TestClient(server.Address);
            Assert.Equal("x", client.Call("say", "x").Read().ReadTextString());
        }
    });

    [Fact]
    public void A_user_that_is_not_named_is_told_so_and_closed_and_runs_nothing() => Deadline.Run(() =>
    {
        NeedLinux();
        var service = new ScriptedService();
        using var server = Start(Unix, options => options with { AllowUids = $"{Self + 1}" }, service);
        for (var i = 0; i < 100; i++)
        {
            using var client = new TestClient(server.Address);
            Assert.Equal($"13 user {Self} may not connect: allow_uids of the server does not name it", client.Read().ToString());
            Assert.True(client.IsAtEnd());
        }

        using var sender = new TestClient(server.Address);
        try
        {
            sender.Send("say", "x");
        }
        catch (SocketException)
        {
            // It was closed before.
        }

        Assert.Equal(13, sender.Read().Status);
        Assert.True(sender.IsAtEnd());
        Assert.Equal(0, service.Calls);
    });

    [Theory]
    [InlineData("tcp:127.0.0.1:0")]
    [InlineData("tcp:[::1]:0")]
    public void Users_over_TCP_are_an_error_at_start(string address) => AssertFails(
        $"allow_uids needs a unix socket: over TCP, as on {address.Replace("localhost", "127.0.0.1", StringComparison.Ordinal)}, a peer has no user id; use token_path instead",
        address,
        options => options with { AllowUids = "0" });

    [Theory]
    [InlineData("no_such_user_here", "there is no user no_such_user_here")]
    [InlineData("0,no_such_user_here", "there is no user no_such_user_here")]
    [InlineData("-1", "there is no user -1")]
    [InlineData("4294967295", "there is no user 4294967295")]
    [InlineData("", "a name is empty; put one comma between two users")]
    [InlineData("0,", "a name is empty; put one comma between two users")]
    public void Users_that_do_not_exist_are_an_error_at_start(string users, string problem) =>
        AssertFails($"allow_uids is \"{users}\": {problem}", Unix, options => options with { AllowUids = users });

    [Theory]
    [InlineData("unix")]
    [InlineData("tcp:127.0.0.1:0")]
    [InlineData("tcp:[::1]:0")]
    public void A_peer_has_no_more_connections_than_its_limit_until_one_of_them_is_closed(string address) => Deadline.Run(() =>
    {
        if (address == "unix")
            NeedLinux();
        using var server = Start(address == "unix" ? Unix : address, options => options with { MaxConnectionsPerPeer = 2 });
        using var first = new TestClient(server.Address);
        using (var second = new TestClient(server.Address))
        {
            Assert.Equal(0, first.Call("say", "x").Status);
            Assert.Equal(0, second.Call("say", "x").Status);
            using var third = new TestClient(server.Address);
            Assert.Equal("9 connection limit of one peer (2) reached", third.Read().ToString());
            Assert.True(third.IsAtEnd());
        }

        Deadline.Until(() => IsServed(server.Address), "the place of the second connection is free again");
        Assert.Equal(0, first.Call("say", "x").Status);
    });

    [Fact]
    public void Another_address_has_its_own_limit() => Deadline.Run(() =>
    {
        NeedLinux();
        using var server = Start("tcp:127.0.0.1:0", options => options with { MaxConnectionsPerPeer = 1 });
        using var first = new TestClient(server.Address);
        Assert.Equal(0, first.Call("say", "x").Status);

        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 10_000 };
        other.Bind(System.Net.IPEndPoint.Parse("127.0.0.2:0"));
        other.Connect(System.Net.IPEndPoint.Parse(server.Address[4..]));
        other.Send(Wire.Request("say", "y"));
        var reply = new byte[10];
        Assert.Equal(10, other.Receive(reply));
        Assert.Equal("y", Wire.Replies(reply)[0].Read().ReadTextString());
    });

    [Theory]
    [InlineData("unix")]
    [InlineData("tcp:127.0.0.1:0")]
    public void A_server_with_a_token_serves_those_who_present_it(string address) => Deadline.Run(() =>
    {
        using var server = Start(address == "unix" ? Unix : address, options => options with { TokenPath = Token("s3cret\n") });
        using var right = new TestClient(server.Address);
        right.Send([.. Wire.Request("$hello", Wire.Map(("token", "s3cret"))), .. Wire.Request("say", "x")]);
        Assert.Equal(0, right.Read().Status);
        Assert.Equal("x", right.Read().Read().ReadTextString());

        using var wrong = new TestClient(server.Address);
        Assert.Equal("13 wrong token: present the one that the server was started with", wrong.Call("$hello", Wire.Map(("token", "s3cret\n"))).ToString());
        Assert.True(wrong.IsAtEnd());

        using var none = new TestClient(server.Address);
        Assert.Equal("13 the first request must be $hello with the token of the server", none.Call("say", "x").ToString());
        Assert.True(none.IsAtEnd());
    });

    [Fact]
    public void A_peer_that_does_not_present_the_token_in_time_is_closed() => Deadline.Run(() =>
    {
        using var server = Start(Unix, options => options with { TokenPath = Token("s3cret"), FrameTimeout = TimeSpan.FromMilliseconds(1) });
        using var client = new TestClient(server.Address);
        Assert.True(client.IsAtEnd());
    });

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("\n", "is empty")]
    [InlineData("\r\n", "is empty")]
    public void A_token_file_without_a_token_is_an_error_at_start(string content, string problem)
    {
        var path = Token(content);
        AssertFails($"the token file {path} {problem}; make one with: (umask 077; openssl rand -hex 32 > {path})", Unix, options => options with { TokenPath = path });
    }

    [Theory]
    [InlineData(4096, "\n", true)]
    [InlineData(4096, "\r\n", true)]
    [InlineData(4097, "", false)]
    [InlineData(4097, "\n", false)]
    [InlineData(100_000, "\r\n", false)]
    public void A_token_may_have_4096_bytes(int size, string end, bool starts)
    {
        var path = Token(new string('t', size) + end);
        if (starts)
        {
            Start(Unix, options => options with { TokenPath = path }).Dispose();
            return;
        }

        AssertFails($"the token in {path} has more than 4096 bytes; make one with: (umask 077; openssl rand -hex 32 > {path})", Unix, options => options with { TokenPath = path });
    }

    [Fact]
    public void A_token_that_is_not_text_or_not_there_is_an_error_at_start()
    {
        var path = Token("");
        File.WriteAllBytes(path, [0xFF, 0xFE]);
        AssertFails($"the token in {path} is not UTF-8 text; make one with: (umask 077; openssl rand -hex 32 > {path})", Unix, options => options with { TokenPath = path });
        var none = _folder.File("none");
        AssertFails($"the token file {none} does not exist; make one with: (umask 077; openssl rand -hex 32 > {none})", Unix, options => options with { TokenPath = none });
        var folder = Path.GetDirectoryName(path)!;
        Assert.StartsWith($"cannot read the token file {folder}: ", Failure(Unix, options => options with { TokenPath = folder }), StringComparison.Ordinal);
        Assert.StartsWith("cannot read the token file : ", Failure(Unix, options => options with { TokenPath = "" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead, "0640")]
    [InlineData(UnixFileMode.OtherRead, "0604")]
    [InlineData(UnixFileMode.OtherWrite, "0602")]
    public void A_token_file_that_others_can_open_is_an_error_at_start(UnixFileMode others, string mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes");
        var path = Token("s3cret");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | others);
        AssertFails($"other users may read the token file {path} (mode {mode}); run: chmod 600 {path}", Unix, options => options with { TokenPath = path });
    }

    private static void NeedLinux() => Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux says who the peer is");

    private static bool IsServed(string address)
    {
        try
        {
            using var client = new TestClient(address);
            return client.Call("say", "x").Status == 0;
        }
        catch (SocketException)
        {
            // Rejected and closed before the request was sent.
            return false;
        }
    }

    private string Token(string content)
    {
        var path = _folder.File("token");
        File.WriteAllText(path, content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }

    private SocketServer Start(string address, Func<ServerOptions, ServerOptions> change, Service? service = null) =>
        SocketServer.Start(service ?? new ScriptedService(), change(new ServerOptions { Transport = transport, Address = address }));

    private string Failure(string address, Func<ServerOptions, ServerOptions> change) =>
        Assert.Throws<ServerException>(() => Start(address, change)).Message;

    private void AssertFails(string message, string address, Func<ServerOptions, ServerOptions> change) => Assert.Equal(message, Failure(address, change));
}

/// <summary>Through the epoll loop.</summary>
public sealed class EpollAccessSpecs() : AccessSpecs(Transport.Epoll);

/// <summary>Through System.Net.Sockets.</summary>
public sealed class SocketsAccessSpecs() : AccessSpecs(Transport.Sockets);
