using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Twofold.E2E.Harness;

namespace Twofold.E2E.Wire;

/// <summary>A server that misbehaves in a given way, towards one connection or all of them.</summary>
internal sealed class FakePeer : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Socket _listener;
    private readonly Task _serving;

    private readonly TaskCompletionSource<bool> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FakePeer(string transport, Behaviour behaviour, bool servesAll = false)
    {
        EndPoint endpoint = transport == "unix" ? new UnixDomainSocketEndPoint(_folder.File("s")) : new IPEndPoint(IPAddress.Loopback, 0);
        _listener = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        _listener.Bind(endpoint);
        _listener.Listen();
        Address = Endpoint.Of(_listener);
        _serving = servesAll ? ServeAllAsync(behaviour) : ServeAsync(behaviour);
    }

    /// <summary>What it does with a connection; it calls <paramref name="answered"/> when the first answer has been sent.</summary>
    private delegate Task Behaviour(NetworkStream stream, Action answered, CancellationToken end);

    /// <summary>When the first request has been read and answered, or when it is certain that nothing more of it will be read.</summary>
    public Task<bool> Answered => _answered.Task;

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>Reads a request, sends these bytes, and closes.</summary>
    public static FakePeer Answering(string transport, byte[] bytes) => new(transport, async (stream, _, end) =>
    {
        await ReadRequestAsync(stream, end);
        await stream.WriteAsync(bytes, end);
    });

    /// <summary>Reads a request, sends these bytes, and then keeps the connection open without sending more.</summary>
    public static FakePeer Holding(string transport, byte[] bytes) => new(transport, async (stream, _, end) =>
    {
        await ReadRequestAsync(stream, end);
        await stream.WriteAsync(bytes, end);
        await Task.Delay(Timeout.Infinite, end);
    });

    /// <summary>Answers every connection's first request with these bytes, and closes.</summary>
    public static FakePeer AnsweringAll(string transport, byte[] bytes) => new(transport, async (stream, _, end) =>
    {
        await ReadRequestAsync(stream, end);
        await stream.WriteAsync(bytes, end);
    }, servesAll: true);

    /// <summary>Reads a request before each of these answers, and then keeps the connection without a word.</summary>
    public static FakePeer Replying(string transport, params byte[][] answers) => new(transport, async (stream, answered, end) =>
    {
        foreach (var answer in answers)
        {
            await ReadRequestAsync(stream, end);
            await stream.WriteAsync(answer, end);
            answered();
        }

        await Task.Delay(Timeout.Infinite, end);
    });

    /// <summary>Reads the beginning of a request and then nothing more.</summary>
    public static FakePeer Unread(string transport) => new(transport, async (stream, answered, end) =>
    {
        await stream.ReadExactlyAsync(new byte[sizeof(uint)], end);
        answered();
        await Task.Delay(Timeout.Infinite, end);
    });

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving;
        _listener.Dispose();
        _folder.Dispose();
        _end.Dispose();
    }

    private static async Task ReadRequestAsync(NetworkStream stream, CancellationToken end)
    {
        for (var part = 0; part < 2; part++)
        {
            var length = new byte[sizeof(uint)];
            await stream.ReadExactlyAsync(length, end);
            await stream.ReadExactlyAsync(new byte[BinaryPrimitives.ReadUInt32BigEndian(length)], end);
        }
    }

    private async Task ServeAllAsync(Behaviour behaviour)
    {
        while (!_end.IsCancellationRequested)
            await ServeAsync(behaviour);
    }

    private async Task ServeAsync(Behaviour behaviour)
    {
        try
        {
            await using var stream = new NetworkStream(await _listener.AcceptAsync(_end.Token), ownsSocket: true);
            await behaviour(stream, () => _answered.TrySetResult(true), _end.Token);
        }
        catch (Exception over) when (over is OperationCanceledException or IOException or SocketException)
        {
            // The test is over, or the client hung up on us.
        }
    }
}
