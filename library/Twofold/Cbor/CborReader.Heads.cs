using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Twofold.Cbor;

public ref partial struct CborReader
{
    private const int ShortArgument = 24;
    private const int LongestInfo = 27;
    private const int IndefiniteInfo = 31;
    private const byte Break = 0xFF;

    /// <summary>
    /// Reads a head of one byte that includes the argument, the most common kind. Returns false without moving for any other head.
    /// After a failure the reader is at the end, so it returns false as well.
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

    /// <summary>Reads a whole string whose head has one or two bytes. Returns false without moving for any other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryShortString(CborMajor major, out ReadOnlySpan<byte> bytes)
    {
        var data = _data;
        var position = _position;
        if ((uint)position < (uint)data.Length)
        {
            var length = data[position++] - ((int)major << 5);
            if ((uint)length >= ShortArgument)
                length = length == ShortArgument && position < data.Length ? data[position++] : int.MaxValue;

            if (length <= data.Length - position)
            {
                bytes = MemoryMarshal.CreateReadOnlySpan(ref At(position), length);
                _position = position + length;
                return true;
            }
        }

        bytes = default;
        return false;
    }

    /// <summary>The byte at a position. Not checked: the caller does that immediately before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ref byte At(int position) => ref Unsafe.Add(ref MemoryMarshal.GetReference(_data), position);

    /// <summary>Skips tags and returns where the item itself begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SkipTags()
    {
        if (IsTag)
            SkipAnyTags();

        return _position;
    }

    /// <summary>The same; also returns the innermost tag, or 0 if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SkipTags(out ulong tag)
    {
        tag = IsTag ? SkipAnyTags() : 0;
        return _position;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong SkipAnyTags()
    {
        var tag = 0UL;
        while (IsTag)
            TryHead(out _, out _, out tag);

        return tag;
    }

    private readonly bool IsTag => _position < _data.Length && _data[_position] >> 5 == (int)CborMajor.Tag;

    /// <summary>Reads an item's head: major type, additional information, argument (RFC 8949 §3).</summary>
    private bool TryHead(out CborMajor major, out int info, out ulong argument)
    {
        var data = _data;
        var position = _position;
        _headStart = position;
        if ((uint)position >= (uint)data.Length)
        {
            FailTruncated();
            (major, info, argument) = (default, 0, 0);
            return false;
        }

        var initial = data[position];
        _position = position + 1;
        major = (CborMajor)(initial >> 5);
        info = initial & 0x1F;
        argument = (uint)info;
        return info < ShortArgument || TryArgument(major, info, out argument);
    }

    private bool TryArgument(CborMajor major, int info, out ulong argument)
    {
        argument = 0;
        if (info > LongestInfo)
            return IsIndefinite(major, info);

        var size = 1 << (info - ShortArgument);
        var rest = _data[_position..];
        if (rest.Length < size)
        {
            FailTruncated();
            return false;
        }

        _position += size;
        argument = rest.Length >= sizeof(ulong)
            ? BinaryPrimitives.ReadUInt64BigEndian(rest) >> (8 * (sizeof(ulong) - size))
            : ReadBigEndian(rest[..size]);
        return major != CborMajor.Simple || size > 1 || IsSimple(argument);
    }

    private static ulong ReadBigEndian(ReadOnlySpan<byte> bytes)
    {
        var value = 0UL;
        foreach (var next in bytes)
            value = value << 8 | next;

        return value;
    }

    private bool IsIndefinite(CborMajor major, int info)
    {
        if (info == IndefiniteInfo && major is (CborMajor.Bytes or CborMajor.Text or CborMajor.Array or CborMajor.Map))
            return true;

        FailAt(_headStart, info == IndefiniteInfo && major == CborMajor.Simple
            ? $"unexpected break at byte {_headStart}"
            : $"reserved additional information {info} at byte {_headStart}");
        return false;
    }

    private bool IsSimple(ulong value)
    {
        if (value >= 32)
            return true;

        FailAt(_headStart, $"simple value {value} in two bytes at byte {_headStart}");
        return false;
    }
}
