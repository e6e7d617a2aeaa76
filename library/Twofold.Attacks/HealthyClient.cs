using System.Diagnostics;
using System.Net.Sockets;

namespace Twofold.Attacks;

/// <summary>A client that keeps every rule and makes a small call every two milliseconds, on a thread of its own.</summary>
internal sealed class HealthyClient : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(2);

    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly byte[] _request;

    private HealthyClient(Socket socket, byte[] request)
    {
        _socket = socket;
        _socket.SendTimeout = _socket.ReceiveTimeout = (int)s_patience.TotalMilliseconds;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _request = request;
    }

    /// <summary>The socket, for what the system knows about the other side.</summary>
    public Socket Socket => _socket;

    /// <summary>Connects.</summary>
    /// <exception cref="AttackException">The server does not take the connection.</exception>
    public static async Task<HealthyClient> ConnectAsync(Target target, Call call)
    {
        using var deadline = new CancellationTokenSource(s_patience);
        try
        {
            return new HealthyClient(await target.ConnectAsync(deadline.Token), call.Frame());
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            throw new AttackException($"cannot connect to {target.Address}: {(e is SocketException ? e.Message : "no answer")}", e);
        }
    }

    /// <summary>Makes the call.</summary>
    /// <exception cref="AttackException">There was no good reply; the message says what there was.</exception>
    public TimeSpan Call()
    {
        var clock = Stopwatch.StartNew();
        try
        {
            _stream.Write(_request);
            var head = new byte[8];
            _stream.ReadExactly(head);
            var (status, size) = Replies.Parse(head);
            var body = new byte[size];
            _stream.ReadExactly(body);
            return status == 0 ? clock.Elapsed : throw new AttackException($"status {status}: {new Reply(status, body).Text}");
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new AttackException(clock.Elapsed >= s_patience ? $"no reply within {s_patience.TotalSeconds} s" : "the server closed the connection", e);
        }
    }

    /// <summary>Calls until the task has ended.</summary>
    public Task<Latencies> CallDuringAsync(Task attack) => Task.Factory.StartNew(
        () =>
        {
            var latencies = new List<TimeSpan>();
            try
            {
                do
                {
                    latencies.Add(Call());
                    Thread.Sleep(s_pause);
                }
                while (!attack.IsCompleted);
                return new Latencies(latencies, null);
            }
            catch (AttackException e)
            {
                return new Latencies(latencies, e.Message);
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    public void Dispose() => _stream.Dispose();
}

/// <summary>How long the calls of a healthy client took.</summary>
internal sealed class Latencies
{
    private readonly TimeSpan[] _sorted;

    public Latencies(IEnumerable<TimeSpan> latencies, string? failure)
    {
        _sorted = [.. latencies.Order()];
        Failure = failure;
    }

    /// <summary>Why a call had no good reply, or null.</summary>
    public string? Failure { get; }

    public int Count => _sorted.Length;

    public double Median => At(50);

    public double Percentile99 => At(99);

    public double Longest => At(100);

    private double At(int percent) => _sorted.Length == 0 ? double.NaN : _sorted[(_sorted.Length - 1) * percent / 100].TotalMilliseconds;
}
