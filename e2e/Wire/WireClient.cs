using System.Buffers.Binary;
using System.Net.Sockets;
using Twofold.E2E.Harness;

namespace Twofold.E2E.Wire;

/// <summary>
/// The harness's own client: sends any bytes, receives frame by frame. One receive at a time; sending is independent of it.
/// </summary>
internal sealed class WireClient : IDisposable
{
    private const uint LargestBody = 16 << 20;

    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private string? _failure;

    private WireClient(Socket socket)
    {
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>The events that arrived during waits for replies.</summary>
    public List<Frame> Events { get; } = [];

    /// <summary>Connects to a server.</summary>
    public static async Task<WireClient> ConnectAsync(string address) => new(await Endpoint.ConnectAsync(address));

    /// <summary>Sends all requests, or pieces of them, in one write.</summary>
    public async Task SendAsync(params byte[][] requests)
    {
        byte[] bytes = [.. requests.SelectMany(request => request)];
        using var deadline = new CancellationTokenSource(Deadline.Default);
        await _stream.WriteAsync(bytes, deadline.Token);
    }

    /// <summary>Sends a request in a loop, without reading, until the server closes. Returns the number of bytes that it took.</summary>
    public async Task<long> SendUntilClosedAsync(byte[] request)
    {
        using var deadline = new CancellationTokenSource(Deadline.Default);
        long taken = 0;
        try
        {
            while (true)
                taken += await _socket.SendAsync(request.AsMemory((int)(taken % request.Length)), SocketFlags.None, deadline.Token);
        }
        catch (SocketException closed) when (closed.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown or SocketError.ConnectionAborted)
        {
            return taken;
        }
    }

    /// <summary>Signals that no more requests follow; replies can still be received.</summary>
    public void EndSending() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Sends one request and receives the reply.</summary>
    public async Task<Frame> CallAsync(string method, string json = "{}")
    {
        await SendAsync(Frame.Request(method, json));
        return await ReplyAsync();
    }

    /// <summary>The next reply. Events that come before it are kept.</summary>
    public async Task<Frame> ReplyAsync()
    {
        while (true)
        {
            var frame = await FrameAsync();
            if (frame.Status != EventStatus.Event)
                return frame;

            Events.Add(frame);
        }
    }

    /// <summary>The next frame of either kind.</summary>
    public async Task<Frame> FrameAsync() =>
        await ReceiveAsync("a frame")
        ?? throw new EndOfStreamException("the server closed the connection instead of sending a frame");

    /// <summary>The next bytes, without regard to frames.</summary>
    public async Task<byte[]> BytesAsync(int count)
    {
        using var deadline = new CancellationTokenSource(Deadline.Default);
        var bytes = new byte[count];
        return bytes[..await _stream.ReadAtLeastAsync(bytes, count, throwOnEndOfStream: false, deadline.Token)];
    }

    /// <summary>All remaining bytes up to the end of the connection.</summary>
    public async Task<byte[]> RestAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline.Default);
        using var rest = new MemoryStream();
        await _stream.CopyToAsync(rest, deadline.Token);
        return rest.ToArray();
    }

    /// <summary>Waits until the server closes the connection. Any further frame is an error.</summary>
    public async Task ClosedAsync()
    {
        try
        {
            if (await ReceiveAsync("the end of the connection") is { } frame)
                throw new InvalidOperationException($"expected the connection to be closed, got {frame}");
        }
        catch (IOException reset) when (reset.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            // The server closed before it read all of our bytes.
        }
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>The next frame. After a failure there is none: what comes late would pass for what is asked for next.</summary>
    private async Task<Frame?> ReceiveAsync(string what)
    {
        if (_failure is not null)
            throw new InvalidOperationException($"the connection is closed: {_failure}");

        try
        {
            return await ReadAsync().Within(what);
        }
        catch (Exception failure)
        {
            _failure = failure.Message;
            _stream.Dispose();
            throw;
        }
    }

    private async Task<Frame?> ReadAsync()
    {
        var head = new byte[8];
        var size = await _stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false);
        if (size == 0)
            return null;
        if (size < head.Length)
            throw new EndOfStreamException($"the server closed the connection {size} bytes into a frame");

        var length = BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(4));
        if (length > LargestBody)
            throw new InvalidDataException($"the server announced {length} bytes");

        var body = new byte[length];
        await _stream.ReadExactlyAsync(body);
        return new Frame((Status)BinaryPrimitives.ReadInt32BigEndian(head), body);
    }
}
