using System.Runtime.CompilerServices;

namespace Twofold.Cbor;

public ref partial struct CborReader
{
    /// <summary>
    /// Reads the head of a map like <see cref="BeginMap()"/>, and the key of member 0 like <see cref="TryKey"/>. Fast if the map has
    /// <paramref name="count"/> pairs and begins with that key, as most do.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CborItems BeginMap(int count, ReadOnlySpan<byte> key)
    {
        var start = _position;
        if (count >= ShortArgument || key.Length > ShortKey.Longest || _data.Length - start <= Math.Max(2 * count, 1 + key.Length)
            || At(start) != (byte)(((int)CborMajor.Map << 5) | count) || !ShortKey.IsAt(ref At(start + 1), key) || _depth >= _maxDepth)
        {
            return BeginOtherMap(key);
        }

        _position = start + 2 + key.Length;
        _depth++;
        return new CborItems { Remaining = count - 1, Start = start, Claimed = 1 };
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private CborItems BeginOtherMap(ReadOnlySpan<byte> key)
    {
        var items = BeginMap();
        TryKey(ref items, 0, key);
        return items;
    }

    /// <summary>
    /// Reads the next key of a map if it is this one, and marks it like <see cref="Claim"/>. Returns false without moving for any other.
    /// Callers try each member at most once, in the order that writers most likely use, and read the rest with <see cref="NextKey"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryKey(scoped ref CborItems items, int member, ReadOnlySpan<byte> key)
    {
        var position = _position;
        if (items.Remaining <= 0 || key.Length > ShortKey.Longest
            || _data.Length - position <= key.Length || !ShortKey.IsAt(ref At(position), key))
        {
            return false;
        }

        _position = position + 1 + key.Length;
        items.Remaining--;
        items.Claimed |= 1UL << member;
        return true;
    }

    /// <summary>
    /// Ends the map if no pairs are left and all <paramref name="count"/> members have been read. Otherwise the caller goes on with
    /// <see cref="NextKey"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryEndMap(scoped in CborItems items, int count)
    {
        if (items.Remaining != 0 || items.Claimed != ulong.MaxValue >> (64 - count))
            return false;

        _depth--;
        return true;
    }

    /// <summary>The next key of a map, as UTF-8; false ends the map. Fails at a key that is not text.</summary>
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
        key = default;
        return NextItem(ref items) && TryTextKey((int)items.Start, out key);
    }

    /// <summary>
    /// Marks a member of the map as read; <paramref name="member"/> is its number, below 64. Fails and returns false if it was
    /// read before.
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

    /// <summary>Fails if this member was missing. Called after the map has been read to its end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Require(scoped in CborItems items, int member, string key)
    {
        if (!items.Has(member))
            FailMissing((int)items.Start, key);
    }
}
