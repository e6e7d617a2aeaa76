using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Twofold.Cbor;

/// <summary>
/// Reads CBOR (RFC 8949) from a span, without allocating anything but the strings that are asked for. The first failure
/// sticks: every later read returns a default at once, so callers check <see cref="Failed"/> where it matters and not
/// after each item. What is skipped must be well-formed; what is read must be valid.
/// </summary>
public ref partial struct CborReader
{
    /// <summary>How deep arrays and maps may nest, unless the constructor says otherwise.</summary>
    public const int DefaultMaxDepth = 64;

    private const int IndefiniteInfo = 31;
    private const int ShortArgument = 24;
    private const byte Break = 0xFF;

    private readonly ReadOnlySpan<byte> _data;
    private readonly int _maxDepth;
    private int _position;
    private int _depth;

    // Where the current head and the current key begin, and the first failure.
    private int _headStart;
    private int _keyStart;
    private int _errorOffset;
    private string? _error;
    private string? _missing;

    /// <summary>Starts at the first byte.</summary>
    /// <param name="data">The document.</param>
    /// <param name="maxDepth">How deep arrays and maps may nest. Each level takes some of the thread's stack.</param>
    public CborReader(ReadOnlySpan<byte> data, int maxDepth = DefaultMaxDepth)
    {
        _data = data;
        _maxDepth = maxDepth;
    }

    /// <summary>The offset of the next byte.</summary>
    public readonly int Position => _position;

    /// <summary>Reads the head of a map; <see cref="NextKey"/> walks it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CborItems BeginMap()
    {
        // Put together where it is used: a struct that is returned costs more than all the rest of this.
        var items = default(CborItems);
        if (!TryEnterShort(CborMajor.Map, bytesPerItem: 2, ref items))
            items = BeginLongMap();

        return items;
    }

    /// <summary>Reads the head of an array; <see cref="NextItem"/> walks it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CborItems BeginArray()
    {
        var items = default(CborItems);
        if (!TryEnterShort(CborMajor.Array, bytesPerItem: 1, ref items))
            items = BeginLongArray();

        return items;
    }

    private CborItems BeginLongMap()
    {
        var start = SkipTags();
        if (!TryHead(out var major, out var info, out var count))
            return default;
        if (major != CborMajor.Map)
        {
            FailKind(start, "a map");
            return default;
        }

        return Enter(start, info, count, bytesPerItem: 2);
    }

    private CborItems BeginLongArray()
    {
        var start = SkipTags();
        if (!TryHead(out var major, out var info, out var count))
            return default;
        if (major != CborMajor.Array)
        {
            FailKind(start, "an array");
            return default;
        }

        return Enter(start, info, count, bytesPerItem: 1);
    }

    /// <summary>Whether another item follows; false ends the array.</summary>
    public bool NextItem(scoped ref CborItems items)
    {
        if (Failed)
            return false;

        if (items.Remaining > 0)
        {
            items.Remaining--;
            return true;
        }

        if (items.Remaining == CborItems.Indefinite && !AtBreak())
            return !Failed;

        _depth--;
        return false;
    }

    /// <summary>The next key of a map, as UTF-8; false ends the map. Pairs whose key is not text are skipped.</summary>
    public bool NextKey(scoped ref CborItems items, out ReadOnlySpan<byte> key)
    {
        _keyStart = _position;
        if (items.Remaining > 0 && TryShortString(CborMajor.Text, out key))
        {
            items.Remaining--;
            return true;
        }

        return NextLongKey(ref items, out key);
    }

    private bool NextLongKey(scoped ref CborItems items, out ReadOnlySpan<byte> key)
    {
        while (NextItem(ref items))
        {
            if (TryKey(out key))
                return true;
            if (Failed)
                break;

            Skip();
        }

        key = default;
        return false;
    }

    /// <summary>
    /// Marks a member of the map as read: <paramref name="member"/> is its number, below 64. Fails, and returns false, if
    /// it was there before.
    /// </summary>
    public bool Claim(scoped ref CborItems items, int member)
    {
        if (items.Has(member))
        {
            FailAt(_keyStart, "duplicate key");
            return false;
        }

        items.Claimed |= 1UL << member;
        return true;
    }

    /// <summary>Fails if the map, which has been read to its end, lacks this member.</summary>
    public void Require(scoped in CborItems items, int member, string key)
    {
        if (!items.Has(member) && !Failed)
        {
            FailAt(items.Start, "missing");
            _missing = key;
        }
    }

    /// <summary>Fails unless every byte has been read.</summary>
    public void End()
    {
        if (!Failed && _position != _data.Length)
            FailAt(_position, $"trailing bytes at byte {_position}");
    }

    /// <summary>Skips one item, which must be well-formed.</summary>
    public void Skip()
    {
        if (!TryHead(out var major, out var info, out var argument))
            return;

        switch (major)
        {
            case CborMajor.Bytes or CborMajor.Text:
                SkipString(major, info, argument);
                break;
            case CborMajor.Array:
                var items = Enter(_headStart, info, argument, bytesPerItem: 1);
                while (NextItem(ref items))
                    Skip();
                break;
            case CborMajor.Map:
                var pairs = Enter(_headStart, info, argument, bytesPerItem: 2);
                while (NextItem(ref pairs))
                {
                    Skip();
                    Skip();
                }

                break;
            case CborMajor.Tag:
                SkipTags();
                Skip();
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryEnterShort(CborMajor major, int bytesPerItem, scoped ref CborItems items)
    {
        var start = _position;
        if (!TryShortHead(major, out var count))
            return false;

        if (count * bytesPerItem <= _data.Length - _position && _depth < _maxDepth)
        {
            _depth++;
            items.Start = start;
            items.Remaining = count;
            return true;
        }

        _position = start;
        return false;
    }

    private CborItems Enter(int start, int info, ulong count, int bytesPerItem)
    {
        if (++_depth > _maxDepth)
        {
            FailAt(start, $"nesting over {_maxDepth} levels");
            return default;
        }

        if (info == IndefiniteInfo)
            return new CborItems { Remaining = CborItems.Indefinite, Start = start };

        if (count > (ulong)(_data.Length - _position) >> (bytesPerItem - 1))
        {
            FailTruncated();
            return default;
        }

        return new CborItems { Remaining = (int)count, Start = start };
    }

    private bool AtBreak()
    {
        if (_position >= _data.Length)
        {
            FailTruncated();
            return false;
        }

        if (_data[_position] != Break)
            return false;

        _position++;
        return true;
    }

    /// <summary>
    /// Reads a head that is one byte, with the argument in it, as nearly all are. False, at the same place, for any other; after
    /// a failure the reader is at the end, so that there is none.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryShortHead(CborMajor major, out int argument)
    {
        var data = _data;
        var position = _position;
        if ((uint)position < (uint)data.Length)
        {
            argument = data[position] - ((int)major << 5);
            if ((uint)argument < ShortArgument)
            {
                _position = position + 1;
                return true;
            }
        }

        argument = 0;
        return false;
    }

    /// <summary>Reads a whole string whose head is one byte; false, at the same place, for any other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryShortString(CborMajor major, out ReadOnlySpan<byte> bytes)
    {
        var data = _data;
        var position = _position;
        if ((uint)position < (uint)data.Length)
        {
            var length = data[position] - ((int)major << 5);
            if ((uint)length < ShortArgument && length < data.Length - position)
            {
                bytes = data.Slice(position + 1, length);
                _position = position + 1 + length;
                return true;
            }
        }

        bytes = default;
        return false;
    }

    /// <summary>Passes over tags, which nothing here asks for, and returns where the item itself begins.</summary>
    private int SkipTags()
    {
        while (!Failed && _position < _data.Length && _data[_position] >> 5 == (int)CborMajor.Tag)
        {
            if (!TryHead(out _, out _, out _))
                break;
        }

        return _position;
    }

    /// <summary>Reads an item's head: major type, additional information, argument (RFC 8949 §3).</summary>
    private bool TryHead(out CborMajor major, out int info, out ulong argument)
    {
        _headStart = _position;
        if (Failed || _position >= _data.Length)
        {
            FailTruncated();
            (major, info, argument) = (default, 0, 0);
            return false;
        }

        var initial = _data[_position++];
        major = (CborMajor)(initial >> 5);
        info = initial & 0x1F;
        argument = (uint)info;
        return info < 24 || TryArgument(major, info, out argument);
    }

    private bool TryArgument(CborMajor major, int info, out ulong argument)
    {
        argument = 0;
        if (info == IndefiniteInfo && (major is CborMajor.Bytes or CborMajor.Text or CborMajor.Array or CborMajor.Map))
            return true;

        if (info > 27)
        {
            FailAt(_headStart, info == IndefiniteInfo && major == CborMajor.Simple
                ? $"unexpected break at byte {_headStart}"
                : $"reserved additional information {info} at byte {_headStart}");
            return false;
        }

        var size = 1 << (info - 24);
        if (_data.Length - _position < size)
        {
            FailTruncated();
            return false;
        }

        var bytes = _data.Slice(_position, size);
        _position += size;
        argument = size switch
        {
            1 => bytes[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(bytes),
            4 => BinaryPrimitives.ReadUInt32BigEndian(bytes),
            _ => BinaryPrimitives.ReadUInt64BigEndian(bytes),
        };

        if (major == CborMajor.Simple && size == 1 && argument < 32)
        {
            FailAt(_headStart, $"simple value {argument} in two bytes at byte {_headStart}");
            return false;
        }

        return true;
    }
}
