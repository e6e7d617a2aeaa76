using System.Runtime.CompilerServices;

namespace Twofold.Cbor;

/// <summary>
/// Reads CBOR (RFC 8949) from a span, and allocates only the strings that it returns. The first failure sticks: every later
/// read returns a default at once, so callers check <see cref="Failed"/> where it matters and not after each item. Skipped
/// items must be well-formed; items that are read must be valid.
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

    /// <summary>Reads the head of a list: an array, or null for an empty one. <see cref="NextItem"/> walks it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CborItems BeginList()
    {
        var start = _position;
        return TryEnterShort(CborMajor.Array, bytesPerItem: 1, out var count)
            ? new CborItems { Remaining = count, Start = start }
            : BeginOtherList();
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
    private CborItems BeginOtherList()
    {
        if (!TryNull())
            return BeginArray();

        // After the last item, leave its nesting level.
        _depth++;
        return default;
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
