using Twofold.Protocol;
using Twofold.Tests.Support;
using Twofold.Transports;

namespace Twofold.Tests.Server;

/// <summary>Peers that are not sockets, served by the transport for streams of any kind.</summary>
public sealed class StreamTransportSpecs
{
    private readonly InProcessListener _listener = new();

    [Fact]
    public void An_in_process_stream_is_served_like_a_socket() => Deadline.Run(() =>
    {
        using var transport = Start(maxConnections: 1);
        using var peer = _listener.Connect();
        Write(peer, Wire.Request("say", "first"));
        Write(peer, [.. Wire.Request("say", "second"), .. Wire.Request("refuse", "third")]);
        peer.EndOutput();

        Assert.Equal(["OK 656669727374", "OK 667365636F6E64", "4 no such argument"], ReadToEnd(peer).Select(reply => reply.ToString()));
        Assert.True(transport.WaitForEnd(Deadline.Patience, CancellationToken.None));
    });

    [Fact]
    public void A_peer_over_the_limit_gets_an_error() => Deadline.Run(() =>
    {
        using var transport = Start(maxConnections: 1);
        using var first = _listener.Connect();
        Write(first, Wire.Request("say", "x"));
        Assert.NotEqual(0, Read(first, new byte[64]));

        using var second = _listener.Connect();
        Assert.Equal(["9 connection limit (1) reached"], ReadToEnd(second).Select(reply => reply.ToString()));
        transport.BeginStop();
        transport.Abort();
    });

    [Fact]
    public void A_transport_that_stops_answers_calls_in_flight_and_ends() => Deadline.Run(() =>
    {
        var service = new ScriptedService();
        using var transport = Start(maxConnections: 1, service);
        using var peer = _listener.Connect();
        Write(peer, Wire.Request("slow", (object?)null));
        Deadline.Until(() => service.Waiting == 1, "the call runs");

        transport.BeginStop();
        service.Finish("late");
        Assert.Equal(["OK 646C617465"], ReadToEnd(peer).Select(reply => reply.ToString()));
        peer.EndOutput();
        Assert.True(transport.WaitForEnd(Deadline.Patience, CancellationToken.None));
    });

    private StreamTransport Start(int maxConnections, ScriptedService? service = null) =>
        new(_listener, wake => new Connection(service ?? new ScriptedService(), Peer.Options, wake), new AdmissionRules(maxConnections));

    private static void Write(IByteStream stream, byte[] bytes) => Assert.Equal(bytes.Length, Deadline.Wait(stream.WriteAsync(bytes).AsTask()));

    private static int Read(IByteStream stream, byte[] buffer) => Deadline.Wait(stream.ReadAsync(buffer).AsTask());

    private static List<Reply> ReadToEnd(IByteStream stream)
    {
        var (received, buffer) = (new List<byte>(), new byte[64]);
        while (Read(stream, buffer) is > 0 and var size)
            received.AddRange(buffer.AsSpan(0, size));

        return Wire.Replies(received.ToArray());
    }
}
