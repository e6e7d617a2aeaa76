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
        var start = _position;
        if (!TryEnterShort(CborMajor.Map, bytesPerItem: 2, out var count))
        {
            count = EnterLong(CborMajor.Map, bytesPerItem: 2);
            start = _headStart;
        }

        return new CborItems { Remaining = count, Start = start };
    }

    /// <summary>Reads the head of an array; <see cref="NextItem"/> walks it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CborItems BeginArray()
    {
        var start = _position;
        if (!TryEnterShort(CborMajor.Array, bytesPerItem: 1, out var count))
        {
            count = EnterLong(CborMajor.Array, bytesPerItem: 1);
            start = _headStart;
        }

        return new CborItems { Remaining = count, Start = start };
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

    /// <summary>
    /// Whether the next key of a map is this one, which is then passed over and marked as <see cref="Claim"/> does. False, at the
    /// same place, for any other. Members are asked for in the order in which writers most likely have them, each at most once,
    /// before <see cref="NextKey"/> takes whatever else there is.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryKey(scoped ref CborItems items, int member, ReadOnlySpan<byte> key)
    {
        var data = _data;
        var position = _position;
        if (items.Remaining <= 0 || key.Length >= ShortArgument || data.Length - position <= key.Length)
            return false;
        if (data[position] != (byte)(((int)CborMajor.Text << 5) | key.Length) || !data.Slice(position + 1, key.Length).SequenceEqual(key))
            return false;

        _position = position + 1 + key.Length;
        items.Remaining--;
        items.Claimed |= 1UL << member;
        return true;
    }

    /// <summary>The next key of a map, as UTF-8; false ends the map. Pairs whose key is not text are skipped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NextKey(scoped ref CborItems items, out ReadOnlySpan<byte> key)
    {
        if (items.Remaining == 0)
        {
            _depth--;
            key = default;
            return false;
        }

        // Copies, so that the caller's own can stay in registers.
        var rest = items;
        var isNext = NextAnyKey(ref rest, out var found);
        items = rest;
        key = found;
        return isNext;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool NextAnyKey(scoped ref CborItems items, out ReadOnlySpan<byte> key)
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
            if (TryTextKey(out key))
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Claim(scoped ref CborItems items, int member)
    {
        if (items.Has(member))
        {
            FailDuplicate();
            return false;
        }

        items.Claimed |= 1UL << member;
        return true;
    }

    /// <summary>Fails if the map, which has been read to its end, lacks this member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Require(scoped in CborItems items, int member, string key)
    {
        if (!items.Has(member))
            FailMissing(items.Start, key);
    }

    /// <summary>Fails unless every byte has been read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End()
    {
        if (_position != _data.Length)
            FailTrailing();
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
                var items = new CborItems { Remaining = Enter(_headStart, info, argument, bytesPerItem: 1) };
                while (NextItem(ref items))
                    Skip();
                break;
            case CborMajor.Map:
                var pairs = new CborItems { Remaining = Enter(_headStart, info, argument, bytesPerItem: 2) };
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
    private bool TryEnterShort(CborMajor major, int bytesPerItem, out int count)
    {
        var start = _position;
        if (!TryShortHead(major, out count))
            return false;

        if (count * bytesPerItem <= _data.Length - _position && _depth < _maxDepth)
        {
            _depth++;
            return true;
        }

        _position = start;
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int EnterLong(CborMajor expected, int bytesPerItem)
    {
        var start = SkipTags();
        if (!TryHead(out var major, out var info, out var count))
            return 0;
        if (major == expected)
            return Enter(start, info, count, bytesPerItem);

        FailKind(start, expected == CborMajor.Map ? "a map" : "an array");
        return 0;
    }

    /// <summary>How many items or pairs follow the head that was read: <see cref="CborItems.Remaining"/>.</summary>
    private int Enter(int start, int info, ulong count, int bytesPerItem)
    {
        if (++_depth > _maxDepth)
        {
            FailAt(start, $"nesting over {_maxDepth} levels");
            return 0;
        }

        if (info == IndefiniteInfo)
            return CborItems.Indefinite;

        if (count <= (ulong)(_data.Length - _position) >> (bytesPerItem - 1))
            return (int)count;

        FailTruncated();
        return 0;
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
}
