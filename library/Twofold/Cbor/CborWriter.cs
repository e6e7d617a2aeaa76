using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Twofold.Cbor;

/// <summary>
/// Appends CBOR to a buffer: definite lengths and shortest heads (RFC 8949 §4.2.1). Members of a map keep the order in
/// which they are written.
/// </summary>
/// <param name="buffer">The buffer to append to.</param>
/// <param name="objects">Assigns numbers to objects; without it objects cannot be written.</param>
public readonly ref partial struct CborWriter(ByteBuffer buffer, IObjectKeeper? objects = null)
{
    private const int LongestHead = 9;
    private const int ShortArgument = 24;
    private const ushort CanonicalNaN = 0x7E00;

    private readonly ByteBuffer _buffer = buffer;

    /// <summary>Writes the head of a map of <paramref name="count"/> pairs.</summary>
    public void WriteMap(int count) => WriteHead(CborMajor.Map, (uint)count);

    /// <summary>Writes the head of a map and its first key: both are constants.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteMap(int count, ReadOnlySpan<byte> key)
    {
        var buffer = _buffer;
        if (count < ShortArgument && key.Length <= ShortKey.Longest && buffer.Room > 1 + key.Length)
        {
            ref var end = ref buffer.End;
            end = (byte)(((int)CborMajor.Map << 5) | count);
            ShortKey.Write(ref Unsafe.Add(ref end, 1), key);
            buffer.Advance(2 + key.Length);
            return;
        }

        WriteLongMap(count, key);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteLongMap(int count, ReadOnlySpan<byte> key)
    {
        WriteMap(count);
        WriteUtf8(key);
    }

    /// <summary>Writes the head of an array of <paramref name="count"/> items.</summary>
    public void WriteArray(int count) => WriteHead(CborMajor.Array, (uint)count);

    /// <summary>Writes null.</summary>
    public void WriteNull() => WriteByte(0xF6);

    /// <summary>Writes a boolean.</summary>
    public void WriteBoolean(bool value) => WriteByte(value ? (byte)0xF5 : (byte)0xF4);

    /// <summary>Writes an integer.</summary>
    public void WriteInt64(long value)
    {
        if (value >= 0)
            WriteHead(CborMajor.Unsigned, (ulong)value);
        else
            WriteHead(CborMajor.Negative, (ulong)~value);
    }

    /// <summary>Writes an unsigned integer.</summary>
    public void WriteUInt64(ulong value) => WriteHead(CborMajor.Unsigned, value);

    /// <summary>Writes a float in the shortest width that keeps its value.</summary>
    public void WriteSingle(float value)
    {
        if (float.IsNaN(value) || (float)(Half)value == value)
            WriteHalf((Half)value);
        else
            WriteFloat(26, sizeof(uint), BitConverter.SingleToUInt32Bits(value));
    }

    /// <summary>Writes a float in the shortest width that keeps its value.</summary>
    public void WriteDouble(double value)
    {
        if (double.IsNaN(value) || (float)value == value)
            WriteSingle((float)value);
        else
            WriteFloat(27, sizeof(ulong), BitConverter.DoubleToUInt64Bits(value));
    }

    /// <summary>Writes the number under which an object is kept.</summary>
    /// <exception cref="FfiException">This destination cannot hold objects.</exception>
    public void WriteObject(object target)
    {
        // Room first: nobody would learn the number of an object that is kept already.
        _buffer.Reserve(LongestHead);
        WriteUInt64((objects ?? throw new FfiException("an object cannot be part of this")).Keep(target));
    }

    /// <summary>Writes a byte string.</summary>
    public void WriteBytes(ReadOnlySpan<byte> value)
    {
        WriteHead(CborMajor.Bytes, (uint)value.Length);
        _buffer.Append(value);
    }

    /// <summary>Writes a key. Keys are constants, so the compiler knows their length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteKey(ReadOnlySpan<byte> key)
    {
        var buffer = _buffer;
        if (key.Length <= ShortKey.Longest && buffer.Room > key.Length)
        {
            ShortKey.Write(ref buffer.End, key);
            buffer.Advance(1 + key.Length);
            return;
        }

        WriteUtf8(key);
    }

    /// <summary>Writes text that is UTF-8 already.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void WriteUtf8(ReadOnlySpan<byte> value)
    {
        WriteHead(CborMajor.Text, (uint)value.Length);
        _buffer.Append(value);
    }

    /// <summary>Writes text.</summary>
    /// <exception cref="FfiException">The text has a lone surrogate, which UTF-8 cannot carry.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void WriteText(string value)
    {
        if (value.Length < ShortArgument && value.Length < _buffer.Room)
        {
            ref var text = ref Unsafe.Add(ref _buffer.End, 1);
            if (ShortAscii.TryNarrow(value, ref text))
            {
                Unsafe.Subtract(ref text, 1) = (byte)(((int)CborMajor.Text << 5) | value.Length);
                _buffer.Advance(1 + value.Length);
                return;
            }
        }

        WriteLongText(value);
    }

    /// <summary>Most text is ASCII, with one byte per letter, so the head is known in advance.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteLongText(string value)
    {
        var span = _buffer.Reserve(LongestHead + value.Length);
        var head = PutHead(span, CborMajor.Text, (uint)value.Length);
        if (Ascii.FromUtf16(value, span[head..], out _) == OperationStatus.Done)
            _buffer.Advance(head + value.Length);
        else
            WriteUnicode(value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteUnicode(string value)
    {
        var span = _buffer.Reserve(LongestHead + 3 * value.Length);

        // The head's width depends on the length in UTF-8: guess it from the length in UTF-16.
        var head = HeadSize((uint)value.Length);
        if (Utf8.FromUtf16(value, span[head..], out _, out var size, replaceInvalidSequences: false) != OperationStatus.Done)
            throw new FfiException("the text of the reply has a lone surrogate, which UTF-8 cannot carry");

        if (HeadSize((uint)size) is var exact && exact != head)
            span.Slice(head, size).CopyTo(span[exact..]);

        PutHead(span, CborMajor.Text, (uint)size);
        _buffer.Advance(exact + size);
    }

    private void WriteHalf(Half value) =>
        WriteFloat(25, sizeof(ushort), Half.IsNaN(value) ? CanonicalNaN : BitConverter.HalfToUInt16Bits(value));

    private void WriteFloat(int info, int size, ulong bits)
    {
        var span = _buffer.Append(1 + size);
        span[0] = (byte)(((int)CborMajor.Simple << 5) | info);
        for (var i = 0; i < size; i++)
            span[1 + i] = (byte)(bits >> (8 * (size - 1 - i)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteByte(byte value)
    {
        _buffer.Append(1)[0] = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteHead(CborMajor major, ulong argument)
    {
        var buffer = _buffer;
        if (argument < ShortArgument && buffer.Room > 0)
        {
            buffer.End = (byte)(((int)major << 5) | (int)argument);
            buffer.Advance(1);
            return;
        }

        WriteLongHead(major, argument);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteLongHead(CborMajor major, ulong argument) =>
        _buffer.Advance(PutHead(_buffer.Reserve(LongestHead), major, argument));

    private static int HeadSize(ulong argument) => argument switch
    {
        < 24 => 1,
        <= byte.MaxValue => 2,
        <= ushort.MaxValue => 3,
        <= uint.MaxValue => 5,
        _ => 9,
    };

    private static int PutHead(Span<byte> span, CborMajor major, ulong argument)
    {
        var initial = (byte)((int)major << 5);
        if (argument < ShortArgument)
        {
            span[0] = (byte)(initial | (byte)argument);
            return 1;
        }

        if (argument <= byte.MaxValue)
        {
            span[0] = (byte)(initial | 24);
            span[1] = (byte)argument;
            return 2;
        }

        if (argument <= ushort.MaxValue)
        {
            span[0] = (byte)(initial | 25);
            BinaryPrimitives.WriteUInt16BigEndian(span[1..], (ushort)argument);
            return 3;
        }

        if (argument <= uint.MaxValue)
        {
            span[0] = (byte)(initial | 26);
            BinaryPrimitives.WriteUInt32BigEndian(span[1..], (uint)argument);
            return 5;
        }

        span[0] = (byte)(initial | 27);
        BinaryPrimitives.WriteUInt64BigEndian(span[1..], argument);
        return 9;
    }
}
