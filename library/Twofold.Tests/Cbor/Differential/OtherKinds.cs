using System.Formats.Cbor;
using Reader = Twofold.Cbor.CborReader;

namespace Twofold.Tests.Cbor.Differential;

/// <summary>The typed reads that must refuse an item, by its kind.</summary>
internal static class OtherKinds
{
    private static readonly CborReaderState[] s_integers = [CborReaderState.UnsignedInteger, CborReaderState.NegativeInteger];

    private static readonly CborReaderState[] s_floats =
        [CborReaderState.HalfPrecisionFloat, CborReaderState.SinglePrecisionFloat, CborReaderState.DoublePrecisionFloat];

    private static readonly CborReaderState[] s_bytes = [CborReaderState.ByteString, CborReaderState.StartIndefiniteLengthByteString];
    private static readonly CborReaderState[] s_texts = [CborReaderState.TextString, CborReaderState.StartIndefiniteLengthTextString];

    private static readonly (CborReaderState[] Takes, TypedReads.Read Read)[] s_reads =
    [
        ([CborReaderState.Boolean], (ref reader) => reader.ReadBoolean()),
        (s_integers, (ref reader) => reader.ReadInt32()),
        (s_integers, (ref reader) => reader.ReadInt64()),
        (s_integers, (ref reader) => reader.ReadUInt64()),
        (s_floats, (ref reader) => reader.ReadDouble()),
        (s_floats, (ref reader) => reader.ReadSingle()),
        (s_bytes, (ref reader) => reader.ReadBytes()),
        (s_texts, (ref reader) => reader.ReadText()),
        (s_texts, (ref reader) => reader.ReadUtf8()),
        ([CborReaderState.StartArray], (ref reader) => reader.BeginArray()),
        ([CborReaderState.StartMap], (ref reader) => reader.BeginMap()),
    ];

    /// <summary>Whether every read of another kind refuses the item that the reader stands at, and an optional sees no null in it.</summary>
    public static bool Refuse(Reader start, CborReaderState state)
    {
        foreach (var (takes, read) in s_reads)
        {
            var reader = start;
            if (Array.IndexOf(takes, state) >= 0)
                continue;

            read(ref reader);
            if (!reader.Failed)
                return false;
        }

        return state is CborReaderState.Null or CborReaderState.SimpleValue || !start.TryNull();
    }
}
