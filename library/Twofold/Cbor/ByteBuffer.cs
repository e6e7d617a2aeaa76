using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Twofold.Calls;

namespace Twofold.Cbor;

/// <summary>A growable run of bytes, written at its end and consumed at its start. Not thread-safe.</summary>
/// <param name="account">Counts the memory that it takes; null if nobody does.</param>
public sealed class ByteBuffer(Account? account = null)
{
    private const int KeptCapacity = 64 * 1024;

    // What an array takes beside its bytes, with something to spare: a large one of a power of two would need twice its size of the heap's range.
    private const int Head = 64;

    private byte[] _bytes = [];
    private int _start;
    private int _end;

    /// <summary>The number of bytes written and not consumed.</summary>
    public int Length => _end - _start;

    /// <summary>These bytes; valid until the next write.</summary>
    public ReadOnlySpan<byte> Span => _bytes.AsSpan(_start, Length);

    /// <summary>The same bytes as memory; valid until some are consumed or truncated. Writes do not invalidate it.</summary>
    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(_start, Length);

    /// <summary>
    /// Returns room for at least <paramref name="size"/> bytes at the end; <see cref="Advance"/> commits those that were used.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Reserve(int size)
    {
        if (_bytes.Length - _end < size)
            Grow(size);

        return _bytes.AsSpan(_end);
    }

    /// <summary>Counts reserved bytes as written.</summary>
    public void Advance(int size) => _end += size;

    /// <summary>Appends this many bytes with undefined content, for the caller to fill in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Append(int size)
    {
        if (_bytes.Length - _end < size)
            Grow(size);

        var start = _end;
        _end = start + size;
        return _bytes.AsSpan(start, size);
    }

    /// <summary>The number of bytes that fit at the end without growing.</summary>
    internal int Room => _bytes.Length - _end;

    /// <summary>Where the next byte goes. Not checked: call it only after a check of <see cref="Room"/>.</summary>
    internal ref byte End => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), _end);

    /// <summary>Reserves this many bytes to be filled in later through <see cref="Patch"/>, and returns where they begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Skip(int size)
    {
        if (Room < size)
            Grow(size);

        var start = Length;
        _end += size;
        return start;
    }

    /// <summary>Appends a copy of the bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Append(bytes.Length));

    /// <summary>Moves all bytes to the end of another buffer of the same account, without a copy if that is empty.</summary>
    public void MoveTo(ByteBuffer other)
    {
        if (other.Length > 0)
            other.Append(Span);
        else
            (_bytes, _start, _end, other._bytes, other._start, other._end) = (other._bytes, 0, 0, _bytes, _start, _end);

        Release();
    }

    /// <summary>Makes room for exactly this many bytes in all, if there is less.</summary>
    public void EnsureCapacity(int size)
    {
        if (_bytes.Length - _start < size)
            Resize(size);
    }

    /// <summary>The bytes from <paramref name="start"/> on, for the caller to patch.</summary>
    public Span<byte> Patch(int start, int length) => _bytes.AsSpan(_start + start, length);

    /// <summary>Removes everything after the first <paramref name="length"/> bytes.</summary>
    public void Truncate(int length) => _end = _start + length;

    /// <summary>Drops the first <paramref name="count"/> bytes. Moves the rest only once it is the smaller part.</summary>
    public void Consume(int count)
    {
        _start += count;
        if (_start == _end)
            Clear();
        else if (_start > _end / 2)
            Compact();
    }

    /// <summary>Drops everything, and releases memory that only a large message needed.</summary>
    public void Clear()
    {
        _start = _end = 0;
        if (_bytes.Length > KeptCapacity)
            Release();
    }

    /// <summary>Drops everything, and gives back the memory.</summary>
    public void Release()
    {
        account?.AddBuffer(-_bytes.Length);
        _bytes = [];
        _start = _end = 0;
    }

    private void Compact()
    {
        Span.CopyTo(_bytes);
        _end -= _start;
        _start = 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int size)
    {
        var needed = checked(Length + size);
        var doubled = (int)Math.Min(Math.Max(256L - Head, (_bytes.Length * 2L) + Head), Array.MaxLength);
        Resize(Math.Max(needed, doubled));
    }

    private void Resize(int size)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(size);
        Span.CopyTo(bytes);
        account?.AddBuffer(bytes.Length - _bytes.Length);
        (_bytes, _start, _end) = (bytes, 0, Length);
    }
}
