using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using Twofold.Text;

namespace Twofold.Cbor;

public ref partial struct CborReader
{
    /// <summary>Reads a byte string, and joins its chunks.</summary>
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

        return TakeString(CborMajor.Bytes, info, length).ToArray();
    }

    /// <summary>Reads text, and joins its chunks.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public string ReadText()
    {
        // The common case: a few letters of ASCII.
        var data = _data;
        var position = _position;
        if ((uint)position < (uint)data.Length)
        {
            var length = data[position] - ((int)CborMajor.Text << 5);
            if ((uint)length < ShortArgument && length < data.Length - position
                && ShortAscii.Widen(ref At(position + 1), length) is { } text)
            {
                _position += 1 + text.Length;
                return text;
            }
        }

        return ReadOtherText();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private string ReadOtherText()
    {
        var start = _position;
        return TryShortString(CborMajor.Text, out var utf8) ? ToText(start, utf8) : ReadLongText();
    }

    /// <summary>
    /// Reads text and returns its UTF-8, valid as long as the data: for enums, which compare it and do not keep it.
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

    /// <summary>The text at the reader as messages quote it, without moving; null if it cannot be read.</summary>
    internal readonly string? PeekText()
    {
        var copy = this;
        var text = copy.ReadUtf8();
        return copy.Failed ? null : Printable.Shorten(text);
    }

    /// <summary>Reads a text key. A key of another kind is a failure at the map.</summary>
    private bool TryTextKey(int mapStart, out ReadOnlySpan<byte> key)
    {
        key = default;
        _keyStart = SkipTags();
        if (!TryHead(out var major, out var info, out var argument))
            return false;
        if (major != CborMajor.Text)
        {
            FailKey(mapStart, major, info, argument);
            return false;
        }

        if (info == IndefiniteInfo)
        {
            key = TakeChunks(CborMajor.Text);
            return !Failed;
        }

        return TryTake(argument, out key);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private string ReadLongText()
    {
        var start = SkipTags();
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

    private string ReadChunkedText(int start)
    {
        var utf8 = TakeChunks(CborMajor.Text, validate: true);
        return Failed ? "" : ToText(start, utf8);
    }

    /// <summary>Most text is ASCII, which is also Latin-1: that conversion does not have to inspect the bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private string ToText(int start, ReadOnlySpan<byte> utf8) =>
        Ascii.IsValid(utf8) ? Encoding.Latin1.GetString(utf8) : ToUnicodeText(start, utf8);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private string ToUnicodeText(int start, ReadOnlySpan<byte> utf8) => CheckUtf8(start, utf8) ? Encoding.UTF8.GetString(utf8) : "";

    /// <summary>The content of the string whose head has been read, its chunks joined; empty after a failure.</summary>
    private ReadOnlySpan<byte> TakeString(CborMajor kind, int info, ulong length)
    {
        if (info == IndefiniteInfo)
            return TakeChunks(kind);

        TryTake(length, out var bytes);
        return bytes;
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
