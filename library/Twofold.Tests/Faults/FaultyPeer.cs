using System.Net.Sockets;
using System.Text;
using Twofold.Tests.Server;
using Twofold.Tests.Support;

namespace Twofold.Tests.Faults;

/// <summary>A client that may lose its connection at any time, and then opens another.</summary>
internal sealed class FaultyPeer(string address) : IDisposable
{
    private TestClient? _client;

    /// <summary>Whether the connection was lost since it was last asked for.</summary>
    public bool IsLost => _client is null;

    /// <summary>Sends requests at once, and returns the frames that come until each is answered, or the connection is lost.</summary>
    public List<Reply> Call(params byte[][] requests)
    {
        var frames = new List<Reply>();
        try
        {
            _client ??= new TestClient(address);
            _client.Send([.. requests.SelectMany(request => request)]);
            while (frames.Count(frame => frame.Status >= 0) < requests.Length)
            {
                if (_client.ReadUnlessClosed() is not { } frame)
                {
                    Dispose();
                    break;
                }

                frames.Add(frame);
            }
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown or SocketError.NotConnected)
        {
            Dispose();
        }

        return frames;
    }

    /// <summary>Whether a call is answered, on another connection if this one was lost.</summary>
    public bool IsServed()
    {
        // Whether a connection goes on after its last reply may be known only now.
        var request = Wire.Request("count_touches", Wire.Map());
        return Call(request) is [.., { Status: 0 }] || (IsLost && Call(request) is [.., { Status: 0 }]);
    }

    /// <summary>Reads until the server ends, and then closes too.</summary>
    public Deadline.Running FollowToEnd() => Deadline.Start(() =>
    {
        try
        {
            while (_client?.ReadUnlessClosed() is not null)
            {
            }
        }
        catch (SocketException)
        {
            // Closed at once, without an end.
        }

        Dispose();
    });

    public void Dispose()
    {
        _client?.Dispose();
        _client = null;
    }
}
