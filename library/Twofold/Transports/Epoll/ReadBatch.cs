using System.Runtime.InteropServices;

namespace Twofold.Transports.Epoll;

/// <summary>
/// Peers that have events at the same time: all are read, then the requests of all run, then all replies are sent. Each
/// of these steps finds its code in the caches, from which the kernel and the requests otherwise evict each other. For one loop's thread.
/// </summary>
internal sealed unsafe class ReadBatch
{
    /// <summary>How many bytes of a peer are read at once.</summary>
    public const int ReadSize = 64 * 1024;

    // A reply waits for the requests of the other peers in its batch: more of them would gain little.
    private const int MostPeers = 8;

    private readonly EpollConnection[] _peers = new EpollConnection[MostPeers];
    private readonly int[] _counts = new int[MostPeers];
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(2 * ReadSize, pinned: true);
    private int _size;

    /// <summary>Adds a peer. A batch that is full runs at once.</summary>
    public void Add(EpollConnection peer)
    {
        _peers[_size++] = peer;
        if (_size == MostPeers)
            Run();
    }

    /// <summary>Runs the batch, and begins the next one.</summary>
    public void Run()
    {
        for (var answered = 0; answered < _size;)
            answered = ReadAndAnswer(answered);

        for (var i = 0; i < _size; i++)
        {
            var peer = _peers[i];
            _peers[i] = null!;
            peer.Send();
        }

        _size = 0;
    }

    /// <summary>Reads as many peers, beginning with one, as there is room for, and runs their requests; the number of the next.</summary>
    private int ReadAndAnswer(int first)
    {
        var end = first;
        for (var used = 0; end < _size && used <= ReadSize; end++)
        {
            _counts[end] = _peers[end].Read((byte*)Marshal.UnsafeAddrOfPinnedArrayElement(_buffer, used), ReadSize);
            used += Math.Max(_counts[end], 0);
        }

        var start = 0;
        for (var i = first; i < end; i++)
        {
            var size = Math.Max(_counts[i], 0);
            _peers[i].Answer(_counts[i], _buffer.AsSpan(start, size));
            start += size;
        }

        return end;
    }
}
