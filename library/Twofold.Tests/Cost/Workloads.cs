using System.Buffers.Binary;
using Twofold.Cbor;
using Twofold.Generated.fixtures;
using Twofold.Protocol;

namespace Twofold.Tests.Cost;

/// <summary>
/// The workloads whose cost is measured. This file is compiled twice: here, and with the counting copy of the runtime
/// (<see cref="CountedRuntime"/>).
/// </summary>
public static class Workloads
{
    // The stack limits the depth, not this.
    private const int AnyDepth = int.MaxValue;
    private const int Head = 8;

    // Much smaller than every input, so that each arrives in many pieces.
    private const int ReadSize = 1024;
    private const int Now = 1;

    private delegate void Reading(ref CborReader reader);

    /// <summary>Each returns the last message to the peer or the caller.</summary>
    public static IReadOnlyDictionary<string, Func<byte[], string>> ByName { get; } = new Dictionary<string, Func<byte[], string>>
    {
        ["skip"] = bytes => Read(bytes, (ref reader) => reader.Skip()),
        ["text"] = bytes => Read(bytes, (ref reader) => reader.ReadText()),
        ["utf8"] = bytes => Read(bytes, (ref reader) => reader.ReadUtf8()),
        ["bytes"] = bytes => Read(bytes, (ref reader) => reader.ReadBytes()),
        ["number"] = bytes => Read(bytes, (ref reader) => reader.ReadInt64()),
        ["keys"] = bytes => Read(bytes, Keys),
        ["a chain"] = bytes => Read(bytes, Chain),
        ["a connection"] = bytes => Converse(bytes, piece: ReadSize),
        ["a connection, byte by byte"] = bytes => Converse(bytes, piece: 1),
        ["a connection whose peer reads byte by byte"] = bytes => Converse(bytes, piece: ReadSize, take: 1),
        ["a connection that may leave nothing unread"] = bytes => Converse(bytes, piece: ReadSize, maxUnread: 1),
    };

    private static string Read(byte[] bytes, Reading read)
    {
        var reader = new CborReader(bytes, AnyDepth);
        read(ref reader);
        reader.End();
        return reader.Failed ? reader.Error : "";
    }

    private static void Keys(ref CborReader reader)
    {
        var members = reader.BeginMap();
        while (reader.NextKey(ref members, out _))
            reader.Skip();
    }

    /// <summary>Reads and writes a record that is nested in itself.</summary>
    private static void Chain(ref CborReader reader)
    {
        var link = LinkCodec.Read(ref reader);
        if (!reader.Failed)
            LinkCodec.Write(new CborWriter(new ByteBuffer()), link);
    }

    /// <summary>The status and the length of the last reply, or its text, and the number of replies.</summary>
    private static string Converse(byte[] bytes, int piece, int take = int.MaxValue, int? maxUnread = null)
    {
        var context = new FixturesContext();
        context.Open(FixturesLibrary.Fixtures.Create());
        var options = new ServerOptions { Address = "unix:unused" };
        var connection = new Connection(
            new FixturesService(context), maxUnread is { } most ? options with { MaxUnreadBytes = most } : options, () => { });
        var replies = new ReplyCount();
        for (var start = 0; start < bytes.Length; start += piece)
        {
            connection.Receive(bytes.AsSpan(start, Math.Min(piece, bytes.Length - start)), Now);
            while (connection.TakeOutput() is { IsEmpty: false } output)
            {
                var taken = output.Span[..Math.Min(take, output.Length)];
                replies.Add(taken);
                connection.Sent(taken.Length, Now);
                connection.Collect(Now);
            }
        }

        return replies.ToString();
    }

    /// <summary>Counts frames that arrive in any pieces, and keeps the last one.</summary>
    private sealed class ReplyCount
    {
        private readonly byte[] _head = new byte[Head];
        private byte[] _body = [];
        private int _have;
        private int _count;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            while (!bytes.IsEmpty)
            {
                var isHead = _have < Head;
                var target = isHead ? _head.AsSpan(_have) : _body.AsSpan(_have - Head);
                var size = Math.Min(target.Length, bytes.Length);
                bytes[..size].CopyTo(target);
                bytes = bytes[size..];
                _have += size;
                if (isHead && _have == Head)
                    _body = new byte[BinaryPrimitives.ReadInt32BigEndian(_head.AsSpan(4))];
                if (_have >= Head && _have == Head + _body.Length)
                    (_have, _count) = (0, _count + 1);
            }
        }

        public override string ToString()
        {
            var status = BinaryPrimitives.ReadInt32BigEndian(_head);
            return status == 0 ? $"{_count} replies" : $"{_count} replies, {status} {System.Text.Encoding.UTF8.GetString(_body)}";
        }
    }
}
