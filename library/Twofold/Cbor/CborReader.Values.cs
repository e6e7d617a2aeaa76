using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Twofold.Cbor;

public ref partial struct CborReader
{
    /// <summary>Passes over a null, and returns whether there was one.</summary>
    public bool TryNull()
    {
        SkipTags();
        if (Failed || _position >= _data.Length || _data[_position] is not (0xF6 or 0xF7))
            return false;

        _position++;
        return true;
    }

    /// <summary>Reads a boolean.</summary>
    public bool ReadBoolean()
    {
        var start = SkipTags();
        if (!TryHead(out var major, out var info, out _))
            return false;
        if (major != CborMajor.Simple || info is not (20 or 21))
            FailKind(start, "a boolean");

        return info == 21;
    }

    /// <summary>Reads an integer that fits 32 bits.</summary>
    public int ReadInt32() => (int)ReadInteger(int.MinValue, int.MaxValue);

    /// <summary>Reads an unsigned integer that fits 32 bits.</summary>
    public uint ReadUInt32() => (uint)ReadInteger(0, uint.MaxValue);

    /// <summary>Reads an integer that fits 64 bits.</summary>
    public long ReadInt64() => ReadInteger(long.MinValue, long.MaxValue);

    /// <summary>Reads an integer within bounds, which are part of the message if it is not.</summary>
    public long ReadInteger(long min, long max)
    {
        var start = _position;
        if (TryShortHead(CborMajor.Unsigned, out var small))
        {
            if (small < min || small > max)
                FailRange(start, CborMajor.Unsigned, (uint)small, min, (ulong)max);

            return small;
        }

        start = SkipTags();
        if (!TryInteger(start, out var major, out var argument))
            return 0;

        var value = major == CborMajor.Unsigned ? (long)argument : ~(long)argument;
        if (argument > long.MaxValue || value < min || value > max)
            FailRange(start, major, argument, min, (ulong)max);

        return value;
    }

    /// <summary>Reads an unsigned integer of 64 bits.</summary>
    public ulong ReadUInt64()
    {
        var start = SkipTags();
        if (!TryInteger(start, out var major, out var argument))
            return 0;
        if (major == CborMajor.Negative)
            FailRange(start, major, argument, 0, ulong.MaxValue);

        return argument;
    }

    /// <summary>Reads a float of any width.</summary>
    public double ReadDouble()
    {
        var start = SkipTags();
        if (!TryHead(out var major, out var info, out var argument))
            return 0;

        switch (major, info)
        {
            case (CborMajor.Simple, 25):
                return (double)BitConverter.UInt16BitsToHalf((ushort)argument);
            case (CborMajor.Simple, 26):
                return BitConverter.UInt32BitsToSingle((uint)argument);
            case (CborMajor.Simple, 27):
                return BitConverter.UInt64BitsToDouble(argument);
            default:
                FailKind(start, "a float");
                return 0;
        }
    }

    /// <summary>Reads a float of any width, rounded to 32 bits; one that only 64 bits can reach is out of range.</summary>
    public float ReadSingle()
    {
        var start = SkipTags();
        var value = ReadDouble();
        if (float.IsInfinity((float)value) && double.IsFinite(value))
            FailAt(start, "expected a float of 32 bits, found " + value.ToString("R", System.Globalization.CultureInfo.InvariantCulture));

        return (float)value;
    }

    /// <summary>Reads a byte string. One in chunks is put together.</summary>
    public byte[] ReadBytes()
    {
        var start = SkipTags();
        if (!TryHead(out var major, out var info, out var length))
            return [];
        if (major != CborMajor.Bytes)
        {
            FailKind(start, "bytes");
            return [];
        }

        if (info == IndefiniteInfo)
            return TakeChunks(CborMajor.Bytes).ToArray();

        return TryTake(length, out var bytes) ? bytes.ToArray() : [];
    }

    /// <summary>Reads text. A text in chunks is put together.</summary>
    public string ReadText()
    {
        var start = _position;
        if (TryShortString(CborMajor.Text, out var few))
            return ToShortText(start, few);

        start = SkipTags();
        if (!TryHead(out var major, out var info, out var length))
            return "";
        if (major != CborMajor.Text)
        {
            FailKind(start, "text");
            return "";
        }

        if (info == IndefiniteInfo)
            return ReadChunkedText(start);

        return TryTake(length, out var utf8) ? ToText(start, utf8) : "";
    }

    /// <summary>
    /// Reads text and hands out its UTF-8, valid as long as the data: for enums, which compare it and keep nothing.
    /// </summary>
    public ReadOnlySpan<byte> ReadUtf8()
    {
        var start = _position;
        if (TryShortString(CborMajor.Text, out var few))
            return CheckUtf8(start, few) ? few : default;

        start = SkipTags();
        if (_position < _data.Length && _data[_position] == (((int)CborMajor.Text << 5) | IndefiniteInfo))
            return Encoding.UTF8.GetBytes(ReadText());

        if (!TryHead(out var major, out _, out var length))
            return default;
        if (major != CborMajor.Text)
        {
            FailKind(start, "text");
            return default;
        }

        return TryTake(length, out var utf8) && CheckUtf8(start, utf8) ? utf8 : default;
    }

    /// <summary>The kind of the next item behind its tags, or Simple at the end of the data.</summary>
    internal CborMajor PeekMajor()
    {
        SkipTags();
        return _position < _data.Length ? (CborMajor)(_data[_position] >> 5) : CborMajor.Simple;
    }

    /// <summary>The text at the reader as it may be shown, without moving; null if it cannot be read.</summary>
    internal readonly string? PeekText()
    {
        var copy = this;
        var text = copy.ReadText();
        return copy.Failed ? null : text;
    }

    private bool TryInteger(int start, out CborMajor major, out ulong argument)
    {
        if (!TryHead(out major, out _, out argument))
            return false;
        if (major <= CborMajor.Negative)
            return true;

        FailKind(start, "an integer");
        return false;
    }

    private void FailRange(int start, CborMajor major, ulong argument, long min, ulong max)
    {
        var digits = major == CborMajor.Unsigned ? argument.ToString() : (-1 - (Int128)argument).ToString();
        FailAt(start, $"expected an integer from {min} to {max}, found {digits}");
    }

    /// <summary>The text key at the reader; false, with the key skipped, if it is of another kind.</summary>
    private bool TryKey(out ReadOnlySpan<byte> key)
    {
        _keyStart = _position;
        key = default;
        if (_position < _data.Length && _data[_position] >> 5 != (int)CborMajor.Text)
        {
            Skip();
            return false;
        }

        if (!TryHead(out _, out var info, out var length))
            return false;
        if (info == IndefiniteInfo)
        {
            key = TakeChunks(CborMajor.Text);
            return !Failed;
        }

        return TryTake(length, out key);
    }

    private string ReadChunkedText(int start)
    {
        var utf8 = TakeChunks(CborMajor.Text, validate: true);
        return Failed ? "" : ToText(start, utf8);
    }

    private string ToText(int start, ReadOnlySpan<byte> utf8) => CheckUtf8(start, utf8) ? Encoding.UTF8.GetString(utf8) : "";

    /// <summary>Checks and converts in one pass what is ASCII.</summary>
    [SkipLocalsInit]
    private string ToShortText(int start, ReadOnlySpan<byte> utf8)
    {
        Span<char> letters = stackalloc char[ShortArgument];
        return Ascii.ToUtf16(utf8, letters, out var count) == OperationStatus.Done ? new string(letters[..count]) : ToText(start, utf8);
    }

    private ReadOnlySpan<byte> TakeChunks(CborMajor kind, bool validate = false)
    {
        var whole = new ByteBuffer();
        while (!AtBreak())
        {
            if (!TryChunk(kind, out var chunk) || (validate && !CheckUtf8(_headStart, chunk)))
                return default;

            whole.Append(chunk);
        }

        return whole.Span;
    }

    private bool TryChunk(CborMajor kind, out ReadOnlySpan<byte> chunk)
    {
        chunk = default;
        if (!TryHead(out var major, out var info, out var length))
            return false;
        if (major != kind || info == IndefiniteInfo)
        {
            FailAt(_headStart, $"a chunk of another kind within a string at byte {_headStart}");
            return false;
        }

        return TryTake(length, out chunk);
    }

    private void SkipString(CborMajor kind, int info, ulong length)
    {
        if (info != IndefiniteInfo)
        {
            TryTake(length, out _);
            return;
        }

        while (!AtBreak() && TryChunk(kind, out _))
        {
        }
    }

    private bool TryTake(ulong length, out ReadOnlySpan<byte> bytes)
    {
        if (length > (ulong)(_data.Length - _position))
        {
            FailTruncated();
            bytes = default;
            return false;
        }

        bytes = _data.Slice(_position, (int)length);
        _position += (int)length;
        return true;
    }

    private bool CheckUtf8(int start, ReadOnlySpan<byte> utf8)
    {
        if (Utf8.IsValid(utf8))
            return true;

        FailAt(start, "invalid UTF-8");
        return false;
    }
}
