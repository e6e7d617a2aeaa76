using System.Buffers.Binary;
using Twofold.Calls;

namespace Twofold.Protocol;

public sealed partial class Connection
{
    // What the peer has yet to present; null as soon as it has, and if it need not.
    private Token? _awaited;

    /// <summary>What the peer must present before anything else; null if nothing.</summary>
    internal Token? Token
    {
        init => _awaited = value;
    }

    internal Service Service => _service;

    /// <summary>How the request begins that a peer with a token sends first.</summary>
    private static ReadOnlySpan<byte> HelloHead => "\0\0\0\u0006$hello"u8;

    /// <summary>Takes what a <c>$hello</c> presents. Once a peer is authenticated its later tokens are not compared.</summary>
    internal CallError Authenticate(string? token)
    {
        if (_awaited is null)
            return default;
        if (token is null)
            return new CallError(Status.Unauthenticated, "the $hello has no token: this server requires its token");
        if (!_awaited.Matches(token))
            return new CallError(Status.Unauthenticated, "wrong token: present the one that the server was started with");

        _awaited = null;
        return default;
    }

    /// <summary>What <see cref="ProcessFrames"/> does, for a peer that has not presented its token: the first request must do so.</summary>
    private int ProcessHello(ReadOnlySpan<byte> bytes, long now)
    {
        // From the first byte on, so that a peer which sends it piece by piece does not get more time.
        BeginHello(now);
        var known = Math.Min(bytes.Length, HelloHead.Length);
        if (!bytes[..known].SequenceEqual(HelloHead[..known]))
            return EndHello(Status.Unauthenticated, "the first request must be $hello with the token of the server", bytes.Length, now);

        var head = HelloHead.Length + sizeof(uint);
        if (bytes.Length < head)
            return 0;

        var payloadLength = BinaryPrimitives.ReadUInt32BigEndian(bytes[HelloHead.Length..]);
        if (payloadLength > HelloFacts.MaxHelloBytes)
        {
            return EndHello(
                Status.TooLarge, $"payload of {payloadLength} bytes exceeds the limit of {HelloFacts.MaxHelloBytes} before authentication", bytes.Length, now);
        }

        var size = head + (int)payloadLength;
        if (bytes.Length < size)
            return 0;

        Handle(bytes[..size], HelloHead.Length - sizeof(uint));
        _frameStarted = Never;
        if (_awaited is null)
            return size + ProcessFrames(bytes[size..], now);

        Stop(now);
        return bytes.Length;
    }

    /// <summary>An unfinished <c>$hello</c> is like an unfinished frame, also before its first byte.</summary>
    private void BeginHello(long now)
    {
        if (_awaited is not null && _frameStarted == Never && !IsClosing)
            _frameStarted = now;
    }

    private int EndHello(Status status, string message, int size, long now)
    {
        EndWith(status, message, now);
        _frameStarted = Never;
        return size;
    }

    /// <summary>A first request that cannot be read does not authenticate anyone.</summary>
    private static CallError Unauthenticated(CallError error) =>
        error.Status == Status.InvalidArgument ? new CallError(Status.Unauthenticated, error.Message) : error;
}
