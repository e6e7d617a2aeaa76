using System.Net.Sockets;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E.Wire;

/// <summary>One request and its reply, for thousands of clients: blocking, without a codec or a task.</summary>
internal static class Exchange
{
    private static readonly byte[] s_request = Frame.Request("twice", """{"value": 21}""");
    private static readonly byte[] s_reply = [0, 0, 0, 0, 0, 0, 0, 2, 0x18, 42];

    /// <summary>Connects to a unix socket, and waits if the server's backlog is full.</summary>
    public static Socket Connect(string path)
    {
        var patience = (int)Deadline.Default.TotalMilliseconds;
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { SendTimeout = patience, ReceiveTimeout = patience };
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Makes one call to the fixtures, which double a number.</summary>
    public static void Run(Socket socket)
    {
        socket.Send(s_request);
        Span<byte> reply = stackalloc byte[s_reply.Length];
        for (var size = 0; size < reply.Length;)
        {
            var count = socket.Receive(reply[size..]);
            Assert.True(count > 0, $"the server closed the connection {size} bytes into a reply");
            size += count;
        }

        Assert.True(reply.SequenceEqual(s_reply), $"got {Convert.ToHexString(reply)}");
    }
}
