using System.Runtime.CompilerServices;

namespace Twofold.Cbor;

/// <summary>A growable run of bytes. Not thread-safe.</summary>
public sealed class ByteBuffer
{
    private const int KeptCapacity = 64 * 1024;

    private byte[] _bytes = [];
    private int _length;

    /// <summary>The number of bytes written.</summary>
    public int Length => _length;

    /// <summary>The bytes written; valid until the next write.</summary>
    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    /// <summary>The bytes written; valid until the next write.</summary>
    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    /// <summary>Room for <paramref name="size"/> bytes at the end; <see cref="Advance"/> says how many were used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Reserve(int size)
    {
        if (_bytes.Length - _length < size)
            Grow(size);

        return _bytes.AsSpan(_length);
    }

    /// <summary>Counts reserved bytes as written.</summary>
    public void Advance(int size) => _length += size;

    /// <summary>Appends so many bytes, which the caller fills in: what stands there before has no meaning.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Append(int size)
    {
        var start = _length;
        if (_bytes.Length - start < size)
            Grow(size);

        _length = start + size;
        return _bytes.AsSpan(start, size);
    }

    /// <summary>Appends a copy of the bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Append(bytes.Length));

    /// <summary>The written bytes from <paramref name="start"/> on, to be patched.</summary>
    public Span<byte> Patch(int start, int length) => _bytes.AsSpan(start, length);

    /// <summary>Takes back everything after the first <paramref name="length"/> bytes.</summary>
    public void Truncate(int length) => _length = length;

    /// <summary>Drops the first <paramref name="count"/> bytes.</summary>
    public void Consume(int count)
    {
        _bytes.AsSpan(count, Length - count).CopyTo(_bytes);
        Truncate(Length - count);
        if (Length == 0)
            Clear();
    }

    /// <summary>Drops everything, and gives back memory that only a large message needed.</summary>
    public void Clear()
    {
        _length = 0;
        if (_bytes.Length > KeptCapacity)
            _bytes = [];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int size)
    {
        var needed = checked(Length + size);
        var doubled = (int)Math.Min(Math.Max(256L, _bytes.Length * 2L), Array.MaxLength);
        Array.Resize(ref _bytes, Math.Max(needed, doubled));
    }
}
