using System.Buffers.Binary;
using Twofold.Text;

namespace Twofold.Cbor;

/// <summary>Writes the values that have a tag of their own.</summary>
public readonly ref partial struct CborWriter
{
    private const byte TimeTag = 0;
    private const byte DecimalTag = 4;
    private const byte UriTag = 32;
    private const byte UuidTag = 37;
    private const ushort DateTag = 1004;
    private const int UuidSize = 16;

    /// <summary>Writes a UUID: 16 bytes in the order of RFC 4122.</summary>
    public void WriteUuid(Guid value)
    {
        WriteHead(CborMajor.Tag, UuidTag);
        WriteHead(CborMajor.Bytes, UuidSize);
        value.TryWriteBytes(_buffer.Append(UuidSize), bigEndian: true, out _);
    }

    /// <summary>Writes a date as text (RFC 8943).</summary>
    public void WriteDate(DateOnly value)
    {
        Span<byte> text = stackalloc byte[Rfc3339.Longest];
        WriteHead(CborMajor.Tag, DateTag);
        WriteUtf8(text[..Rfc3339.Format(value, text)]);
    }

    /// <summary>Writes a point in time as text (RFC 3339).</summary>
    public void WriteTime(DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[Rfc3339.Longest];
        WriteHead(CborMajor.Tag, TimeTag);
        WriteUtf8(text[..Rfc3339.Format(value, text)]);
    }

    /// <summary>Writes a decimal as an exponent of ten and a mantissa (RFC 8949 §3.4.4).</summary>
    public void WriteDecimal(decimal value)
    {
        var (mantissa, places) = DecimalText.Split(value);
        var isNegative = decimal.IsNegative(value) && mantissa != 0;
        WriteHead(CborMajor.Tag, DecimalTag);
        WriteArray(2);
        WriteInt64(-places);

        // A negative integer is stored as -1 minus its value.
        mantissa -= isNegative ? 1u : 0;
        if (mantissa <= ulong.MaxValue)
        {
            WriteHead(isNegative ? CborMajor.Negative : CborMajor.Unsigned, (ulong)mantissa);
            return;
        }

        Span<byte> digits = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(digits, mantissa);
        WriteHead(CborMajor.Tag, isNegative ? 3u : 2u);
        WriteBytes(digits.TrimStart((byte)0));
    }

    /// <summary>Writes a URI as it was given.</summary>
    public void WriteUri(Uri value)
    {
        WriteHead(CborMajor.Tag, UriTag);
        WriteText(value.OriginalString);
    }

    /// <summary>Writes a UTF-16 unit as text.</summary>
    /// <exception cref="FfiException">It is half of a surrogate pair, which UTF-8 cannot carry.</exception>
    public void WriteChar(char value)
    {
        if (!System.Text.Rune.TryCreate(value, out var rune))
            throw new FfiException("the reply has a lone surrogate, which UTF-8 cannot carry");

        Span<byte> text = stackalloc byte[4];
        WriteUtf8(text[..rune.EncodeToUtf8(text)]);
    }
}
