using System.Formats.Cbor;
using System.Numerics;
using System.Text;
using Reader = Twofold.Cbor.CborReader;

namespace Twofold.Tests.Cbor.Differential;

/// <summary>Reads a well-formed document with both codecs, item by item, and fails where they differ.</summary>
internal sealed class Lockstep(DifferencesSeen differences)
{
    private const int Proofs = 100;

    private byte[] _bytes = [];
    private CborReader _oracle = new(ReadOnlyMemory<byte>.Empty, CborConformanceMode.Lax);

    private delegate Int128 ReadInteger(ref Reader reader);

    private int OraclePosition => _bytes.Length - _oracle.BytesRemaining;

    // Error messages are checked in some of the documents only: each message takes a walk from the beginning.
    private bool LooksAtErrors => _bytes.Length % 16 == 0;

    /// <summary>Compares all of a document, which the oracle accepts.</summary>
    public void Compare(byte[] bytes)
    {
        _bytes = bytes;
        _oracle = new CborReader(bytes, CborConformanceMode.Lax);
        var ours = new Reader(bytes);
        CompareItem(ref ours);
        ours.End();
        Check(!ours.Failed, "the end");
    }

    private void CompareItem(ref Reader ours)
    {
        Check(ours.Position == OraclePosition, "the place");
        var start = ours;
        if (_oracle.PeekState() == CborReaderState.Tag)
            Differ(Difference.TagsPassedOver, OraclePosition, reader => reader.ReadInt64());
        CborTag? tag = null;
        while (_oracle.PeekState() == CborReaderState.Tag)
            tag = _oracle.ReadTag();

        var state = _oracle.PeekState();
        var isBignum = tag is CborTag.UnsignedBigNum or CborTag.NegativeBigNum
            && state is CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString;
        switch (state)
        {
            case CborReaderState.UnsignedInteger:
                CompareInteger(ref ours, _oracle.ReadUInt64());
                break;
            case CborReaderState.NegativeInteger:
                CompareInteger(ref ours, -1 - (Int128)_oracle.ReadCborNegativeIntegerRepresentation());
                break;
            case var _ when isBignum:
                CompareBignum(ref ours, start, tag == CborTag.NegativeBigNum);
                break;
            case CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString:
                Check(ours.ReadBytes().AsSpan().SequenceEqual(_oracle.ReadByteString()), "bytes");
                break;
            case CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString:
                CompareText(ref ours);
                break;
            case CborReaderState.StartArray:
                CompareArray(ref ours);
                break;
            case CborReaderState.StartMap:
                CompareMap(ref ours);
                break;
            case CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat or CborReaderState.DoublePrecisionFloat:
                CompareFloat(ref ours, state);
                break;
            case CborReaderState.Boolean:
                Check(ours.ReadBoolean() == _oracle.ReadBoolean(), "a boolean");
                break;
            case CborReaderState.Null:
                _oracle.ReadNull();
                Check(ours.TryNull(), "null");
                break;
            default:
                CompareSimple(ref ours, _oracle.ReadSimpleValue());
                break;
        }

        Check(!ours.Failed && ours.Position == OraclePosition, $"the end of {state}");
        var skipping = start;
        skipping.Skip();
        Check(!skipping.Failed && skipping.Position == ours.Position, $"the end of {state} when it is skipped");
        Check(OtherKinds.Refuse(start, state, isBignum), "what other kinds of read are refused");
    }

    private void CompareInteger(ref Reader ours, Int128 value)
    {
        CompareIntegers(ours, value);
        CompareFloats(ours, value);
        Differ(Difference.IntegerReadAsFloat, ours.Position, reader => reader.ReadDouble());
        ours.Skip();
    }

    /// <summary>A bignum is read as bytes too, since tags are skipped.</summary>
    private void CompareBignum(ref Reader ours, Reader start, bool isNegative)
    {
        var bytes = _oracle.ReadByteString();
        Check(ours.ReadBytes().AsSpan().SequenceEqual(bytes), "the bytes of a bignum");
        var magnitude = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        if (magnitude <= ulong.MaxValue)
        {
            var value = isNegative ? -1 - (Int128)magnitude : (Int128)magnitude;
            CompareIntegers(start, value);
            CompareFloats(start, value);
            Differ(Difference.BignumReadAsInteger, start.Position, reader => reader.ReadInt64());
            return;
        }

        Check(IsBeyond(start, (ref reader) => reader.ReadInt64()), "a bignum over 64 bits");
        Check(IsBeyond(start, (ref reader) => reader.ReadUInt64()), "a bignum over 64 bits, unsigned");
        Check(IsBeyond(start, (ref reader) => reader.ReadDouble()), "a bignum over 64 bits, for a float");
    }

    private static bool IsBeyond(Reader ours, TypedReads.Read read)
    {
        read(ref ours);
        return ours.Failed;
    }

    private void CompareFloats(Reader ours, Int128 value)
    {
        var asDouble = ours;
        var number = asDouble.ReadDouble();
        var isExact = (Int128)(double)value == value;
        Check(isExact == !asDouble.Failed && (!isExact || number == (double)value), "an integer as a float");

        var single = ours.ReadSingle();
        isExact = (Int128)(float)value == value;
        Check(isExact == !ours.Failed && (!isExact || single == (float)value), "an integer as a float of 32 bits");
    }

    private void CompareIntegers(Reader ours, Int128 value)
    {
        CompareInteger(ours, value, int.MinValue, int.MaxValue, (ref reader) => reader.ReadInt32());
        CompareInteger(ours, value, 0, uint.MaxValue, (ref reader) => reader.ReadUInt32());
        CompareInteger(ours, value, long.MinValue, long.MaxValue, (ref reader) => reader.ReadInt64());
        CompareInteger(ours, value, 0, ulong.MaxValue, (ref reader) => reader.ReadUInt64());
        CompareInteger(ours, value, byte.MinValue, byte.MaxValue, (ref reader) => reader.ReadInteger(byte.MinValue, byte.MaxValue));
    }

    private void CompareInteger(Reader ours, Int128 value, Int128 least, Int128 most, ReadInteger read)
    {
        var result = read(ref ours);
        if (value >= least && value <= most)
            Check(!ours.Failed && result == value, "an integer");
        else
            Check(ours.Failed && (!LooksAtErrors || ours.Error.EndsWith($"expected an integer from {least} to {most}, found {value}", StringComparison.Ordinal)), "the range");
    }

    /// <summary>
    /// The lax oracle replaces invalid UTF-8 with U+FFFD, so its strict mode decides whether a text with U+FFFD was valid.
    /// </summary>
    private void CompareText(ref Reader ours)
    {
        var start = OraclePosition;
        var expected = _oracle.ReadTextString();
        var isValid = !expected.Contains('\uFFFD', StringComparison.Ordinal) || IsValidText(start);
        var utf8 = ours;
        var bytes = utf8.ReadUtf8();
        Check(isValid == !utf8.Failed && (!isValid || Encoding.UTF8.GetString(bytes) == expected), "text as UTF-8");

        var text = ours;
        var found = text.ReadText();
        Check(isValid == !text.Failed && (!isValid || found == expected), "text");
        ours.Skip();
    }

    private bool IsValidText(int start) => !Oracle.Refuses(_bytes, start, CborConformanceMode.Strict, reader => reader.ReadTextString());

    private void CompareArray(ref Reader ours)
    {
        _oracle.ReadStartArray();
        var items = ours.BeginArray();
        while (_oracle.PeekState() != CborReaderState.EndArray)
        {
            Check(ours.NextItem(ref items), "another item");
            CompareItem(ref ours);
        }

        _oracle.ReadEndArray();
        Check(!ours.NextItem(ref items), "the end of an array");
    }

    private void CompareMap(ref Reader ours)
    {
        var keys = ours;
        var expectedKeys = new List<string>();
        var areText = true;
        _oracle.ReadStartMap();
        var items = ours.BeginMap();
        while (_oracle.PeekState() != CborReaderState.EndMap)
        {
            Check(ours.NextItem(ref items), "another pair");
            areText &= AddKey(expectedKeys, OraclePosition);
            CompareItem(ref ours);
            CompareItem(ref ours);
        }

        _oracle.ReadEndMap();
        Check(!ours.NextItem(ref items), "the end of a map");
        CompareKeys(keys, expectedKeys, areText);
    }

    /// <summary>Adds the key that begins at the offset, after its tags, if it is text.</summary>
    private bool AddKey(List<string> keys, int start)
    {
        var oracle = new CborReader(_bytes.AsMemory(start), CborConformanceMode.Lax, allowMultipleRootLevelValues: true);
        while (oracle.PeekState() == CborReaderState.Tag)
            oracle.ReadTag();

        var isText = oracle.PeekState() is CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString;
        if (isText)
            keys.Add(RawText(oracle));

        return isText;
    }

    /// <summary>Compares the keys up to the first that is not text, which must fail.</summary>
    private void CompareKeys(Reader ours, List<string> expected, bool areText)
    {
        var count = 0;
        var pairs = ours.BeginMap();
        while (ours.NextKey(ref pairs, out var key))
        {
            Check(count < expected.Count && Convert.ToHexString(key) == expected[count], "a key");
            count++;
            ours.Skip();
        }

        Check(ours.Failed == !areText && (count == expected.Count || !areText), "the keys");
        Check(areText || !LooksAtErrors || ours.Error.Contains("expected a text key, found ", StringComparison.Ordinal), "what is wrong with a key");
    }

    /// <summary>The bytes of a text, valid or not: its chunks, concatenated.</summary>
    private static string RawText(CborReader oracle)
    {
        if (oracle.PeekState() == CborReaderState.TextString)
            return Convert.ToHexString(oracle.ReadDefiniteLengthTextStringBytes().Span);

        var chunks = new StringBuilder();
        oracle.ReadStartIndefiniteLengthTextString();
        while (oracle.PeekState() != CborReaderState.EndIndefiniteLengthTextString)
            chunks.Append(Convert.ToHexString(oracle.ReadDefiniteLengthTextStringBytes().Span));

        return chunks.ToString();
    }

    /// <summary>Compares bit by bit, so that 0 differs from -0 and NaNs keep their payload.</summary>
    private void CompareFloat(ref Reader ours, CborReaderState state)
    {
        var single = ours;
        var whole = ours;
        var start = OraclePosition;
        var value = _oracle.ReadDouble();
        Check(BitConverter.DoubleToInt64Bits(ours.ReadDouble()) == BitConverter.DoubleToInt64Bits(value), "a float");

        var rounded = single.ReadSingle();
        var isReachable = !double.IsFinite(value) || float.IsFinite((float)value);
        Check(isReachable == !single.Failed, "whether a float fits 32 bits");
        Check(!isReachable || BitConverter.SingleToInt32Bits(rounded) == BitConverter.SingleToInt32Bits((float)value), "a float of 32 bits");
        if (state == CborReaderState.DoublePrecisionFloat)
            Differ(Difference.DoubleReadAsSingle, start, reader => reader.ReadSingle());
        if (Math.Abs(value) <= 1L << 53 && double.IsInteger(value))
        {
            CompareIntegers(whole, (Int128)value);
            Differ(Difference.FloatReadAsInteger, start, reader => reader.ReadInt64());
        }
        else
        {
            Check(IsBeyond(whole, (ref reader) => reader.ReadInt64()) && IsBeyond(whole, (ref reader) => reader.ReadUInt64()), "a float that is not an integer");
        }
    }

    private void CompareSimple(ref Reader ours, CborSimpleValue value)
    {
        if (value != CborSimpleValue.Undefined)
        {
            ours.Skip();
            return;
        }

        Check(ours.TryNull(), "undefined");
        Differ(Difference.UndefinedIsNull, OraclePosition - 1, reader => reader.ReadNull());
    }

    /// <summary>
    /// Counts an item that only the oracle refuses. Verified only the first few times, since each refusal is a slow exception.
    /// </summary>
    private void Differ(Difference difference, int start, Action<CborReader> read)
    {
        if (differences.Note(difference) <= Proofs)
            Check(Oracle.Refuses(_bytes, start, CborConformanceMode.Lax, read), $"{difference}, which the oracle accepts too");
    }

    private void Check(bool isSame, string what)
    {
        if (!isSame)
            Assert.Fail($"{Convert.ToHexString(_bytes)}: the codecs do not agree on {what} at byte {OraclePosition}");
    }
}
