using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Twofold.Tests.Support;

namespace Twofold.Tests.Server;

/// <summary>The client's end of a real socket. Every operation has a deadline.</summary>
internal sealed class TestClient : IDisposable
{
    private readonly Socket _socket;

    public TestClient(string address) => _socket = Connect(address);

    /// <summary>A socket that is connected to a server.</summary>
    public static Socket Connect(string address)
    {
        EndPoint endPoint = address.StartsWith("unix:", StringComparison.Ordinal)
            ? new UnixDomainSocketEndPoint(address[5..])
            : IPEndPoint.Parse(address[4..]);
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Unspecified)
        {
            SendTimeout = (int)Deadline.Patience.TotalMilliseconds,
            ReceiveTimeout = (int)Deadline.Patience.TotalMilliseconds,
        };
        try
        {
            socket.Connect(endPoint);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public void Send(byte[] bytes) => Assert.Equal(bytes.Length, _socket.Send(bytes));

    public void Send(string method, object? payload = null) => Send(Wire.Request(method, payload));

    /// <summary>Closes the sending side; replies can still be read.</summary>
    public void EndInput() => _socket.Shutdown(SocketShutdown.Send);

    public Reply Read()
    {
        var head = ReadExactly(8);
        return new Reply(BinaryPrimitives.ReadInt32BigEndian(head), ReadExactly(BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(4))));
    }

    /// <summary>The next reply, or null if the server has closed the connection between two replies.</summary>
    public Reply? ReadUnlessClosed()
    {
        var first = new byte[1];
        if (IsAtEnd(first))
            return null;

        byte[] head = [.. first, .. ReadExactly(7)];
        return new Reply(BinaryPrimitives.ReadInt32BigEndian(head), ReadExactly(BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(4))));
    }

    public Reply Call(string method, object? payload = null)
    {
        Send(method, payload);
        return Read();
    }

    /// <summary>Whether the server has closed the connection and nothing is left to read.</summary>
    public bool IsAtEnd() => IsAtEnd(new byte[1]);

    public void Dispose() => _socket.Dispose();

    private bool IsAtEnd(byte[] next)
    {
        try
        {
            return _socket.Receive(next) == 0;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
        {
            return true;
        }
    }

    private byte[] ReadExactly(int size)
    {
        var bytes = new byte[size];
        for (var start = 0; start < size;)
        {
            var read = _socket.Receive(bytes, start, size - start, SocketFlags.None);
            Assert.True(read > 0, $"the server has closed after {start} of {size} bytes");
            start += read;
        }

        return bytes;
    }
}

/// <summary>A temporary folder for one spec, with a path short enough for a unix socket.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("tf").FullName;

    public string File(string name) => Path.Combine(_path, name);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
