using System.Formats.Cbor;
using Reader = Twofold.Cbor.CborReader;

namespace Twofold.Tests.Cbor.Differential;

/// <summary>The typed reads that must refuse an item of each kind.</summary>
internal static class OtherKinds
{
    private static readonly CborReaderState[] s_numbers =
    [
        CborReaderState.UnsignedInteger, CborReaderState.NegativeInteger,
        CborReaderState.HalfPrecisionFloat, CborReaderState.SinglePrecisionFloat, CborReaderState.DoublePrecisionFloat,
    ];

    private static readonly CborReaderState[] s_bytes = [CborReaderState.ByteString, CborReaderState.StartIndefiniteLengthByteString];
    private static readonly CborReaderState[] s_texts = [CborReaderState.TextString, CborReaderState.StartIndefiniteLengthTextString];

    private static readonly (CborReaderState[] Takes, TypedReads.Read Read)[] s_reads =
    [
        ([CborReaderState.Boolean], (ref reader) => reader.ReadBoolean()),
        (s_numbers, (ref reader) => reader.ReadInt32()),
        (s_numbers, (ref reader) => reader.ReadInt64()),
        (s_numbers, (ref reader) => reader.ReadUInt64()),
        (s_numbers, (ref reader) => reader.ReadDouble()),
        (s_numbers, (ref reader) => reader.ReadSingle()),
        (s_bytes, (ref reader) => reader.ReadBytes()),
        (s_texts, (ref reader) => reader.ReadText()),
        (s_texts, (ref reader) => reader.ReadUtf8()),
        ([CborReaderState.StartArray], (ref reader) => reader.BeginArray()),
        ([CborReaderState.StartArray, CborReaderState.Null, CborReaderState.SimpleValue], (ref reader) => reader.BeginList()),
        ([CborReaderState.StartMap], (ref reader) => reader.BeginMap()),
    ];

    /// <summary>
    /// Whether every read of another kind refuses the item at the reader, and TryNull does not find a null. All numbers are one kind. A
    /// bignum is both a number and bytes.
    /// </summary>
    public static bool Refuse(Reader start, CborReaderState state, bool isBignum)
    {
        foreach (var (takes, read) in s_reads)
        {
            var reader = start;
            if (Array.IndexOf(takes, state) >= 0 || (isBignum && takes == s_numbers))
                continue;

            read(ref reader);
            if (!reader.Failed)
                return false;
        }

        return state is CborReaderState.Null or CborReaderState.SimpleValue || !start.TryNull();
    }
}
