using System.Buffers.Binary;
using System.Net.Sockets;

namespace Twofold.Attacks;

/// <summary>A connection of the attacker. It counts what it does; that the server closes it is a result and no failure.</summary>
internal sealed class AttackPeer : IDisposable
{
    private readonly Socket _socket;
    private readonly Tally _tally;
    private readonly CancellationToken _over;
    private readonly byte[] _buffer = new byte[64 << 10];
    private readonly byte[] _head = new byte[8];
    private int _headSize;
    private uint _bodyLeft;
    private int _isClosed;

    private AttackPeer(Socket socket, Tally tally, CancellationToken over) => (_socket, _tally, _over) = (socket, tally, over);

    /// <summary>Whether the server has closed it.</summary>
    public bool IsClosed => Volatile.Read(ref _isClosed) != 0;

    public SafeSocketHandle Handle => _socket.SafeHandle;

    /// <summary>Connects; null if the server does not take the connection.</summary>
    public static async Task<AttackPeer?> ConnectAsync(Target target, Tally tally, CancellationToken over)
    {
        try
        {
            var socket = await target.ConnectAsync(over);
            tally.AddConnected();
            return new AttackPeer(socket, tally, over);
        }
        catch (Exception e) when (e is SocketException or IOException or AttackException)
        {
            tally.AddClosed();
            return null;
        }
    }

    /// <summary>Sends all of it; false if the server has closed the connection.</summary>
    public Task<bool> SendAsync(byte[] bytes) => SendAsync(bytes.AsMemory());

    /// <summary>Sends all of it; false if the server has closed the connection.</summary>
    public Task<bool> SendAsync(ReadOnlyMemory<byte> bytes) => TryAsync(async () =>
    {
        while (bytes.Length > 0)
        {
            var size = await _socket.SendAsync(bytes[..Math.Min(bytes.Length, 256 << 10)], SocketFlags.None, _over);
            _tally.AddSent(size);
            bytes = bytes[size..];
        }

        return true;
    });

    /// <summary>Reads one reply and counts it; false if there is none. What was read beyond it is kept.</summary>
    public async Task<bool> ReceiveAsync(int replies = 1)
    {
        while (replies > 0)
        {
            var count = await ReadAsync();
            if (count < 0)
                return false;

            replies -= count;
        }

        return true;
    }

    /// <summary>Reads and counts replies until the connection is closed or the attack is over.</summary>
    public async Task DrainAsync()
    {
        while (await ReadAsync() >= 0)
        {
        }
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Counts the replies that begin in the next bytes; -1 at the end.</summary>
    private async Task<int> ReadAsync()
    {
        var size = 0;
        return await TryAsync(async () => (size = await _socket.ReceiveAsync(_buffer.AsMemory(), SocketFlags.None, _over)) > 0)
            ? CountReplies(_buffer.AsSpan(0, size))
            : -1;
    }

    private int CountReplies(ReadOnlySpan<byte> bytes)
    {
        var replies = 0;
        while (bytes.Length > 0)
        {
            if (_headSize < _head.Length)
            {
                var size = Math.Min(bytes.Length, _head.Length - _headSize);
                bytes[..size].CopyTo(_head.AsSpan(_headSize));
                _headSize += size;
                bytes = bytes[size..];
                if (_headSize < _head.Length)
                    break;

                _bodyLeft = BinaryPrimitives.ReadUInt32BigEndian(_head.AsSpan(4));
                _tally.AddReply(BinaryPrimitives.ReadInt32BigEndian(_head));
                replies++;
            }

            var skipped = (int)Math.Min((uint)bytes.Length, _bodyLeft);
            _bodyLeft -= (uint)skipped;
            bytes = bytes[skipped..];
            if (_bodyLeft == 0)
                _headSize = 0;
        }

        return replies;
    }

    private async Task<bool> TryAsync(Func<Task<bool>> step)
    {
        try
        {
            if (await step())
                return true;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            // The server has closed it.
        }

        if (Interlocked.Exchange(ref _isClosed, 1) == 0)
            _tally.AddClosed();
        return false;
    }
}
