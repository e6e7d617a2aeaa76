using FixturesLibrary;
using Twofold.Generated.fixtures;
using Twofold.Cbor;

namespace Twofold.Fuzz;

/// <summary>Reads a document as a type of the fixtures: null, with what is written again, or why it is none.</summary>
internal delegate string? Codec(ReadOnlySpan<byte> document, ByteBuffer written);

/// <summary>The codecs by the names that C has for their structs, so that both can be asked for the same.</summary>
internal static class Codecs
{
    public static IReadOnlyDictionary<string, Codec> ByName { get; } = new Dictionary<string, Codec>
    {
        ["color"] = Read<Color, ColorCodec>,
        ["blob"] = Read<Blob, BlobCodec>,
        ["point"] = Read<Point, PointCodec>,
        ["lists"] = Read<Lists, ListsCodec>,
        ["number_lists"] = Read<NumberLists, NumberListsCodec>,
        ["owner"] = Read<Owner, OwnerCodec>,
        ["desk"] = Read<Desk, DeskCodec>,
        ["grids"] = Read<Grids, GridsCodec>,
        ["label"] = Read<Label, LabelCodec>,
        ["sparse"] = Read<Sparse, SparseCodec>,
        ["office"] = Read<Office, OfficeCodec>,
        ["company"] = Read<Company, CompanyCodec>,
        ["node"] = Read<Node, NodeCodec>,
        ["link"] = Read<Link, LinkCodec>,
        ["optionals"] = Read<Optionals, OptionalsCodec>,
        ["optional_numbers"] = Read<OptionalNumbers, OptionalNumbersCodec>,
        ["optional_lists"] = Read<OptionalLists, OptionalListsCodec>,
        ["scalars"] = Read<Scalars, ScalarsCodec>,
        ["keep_bytes_reply"] = Read<byte[], BytesCbor>,
        ["keep_memory_reply"] = Read<ReadOnlyMemory<byte>, MemoryCbor>,
        ["keep_optional_bytes_reply"] = Read<byte[]?, OptionalCbor<byte[], BytesCbor>>,
        ["keep_optional_color_reply"] = Read<Color?, OptionalValueCbor<Color, ColorCodec>>,
        ["keep_numbers_reply"] = Read<int[], ArrayCbor<int, Int32Cbor>>,
        ["keep_texts_reply"] = Read<List<string>, ListCbor<string, TextCbor>>,
        ["keep_points_reply"] = Read<IReadOnlyList<Point>, ReadOnlyListCbor<Point, PointCodec>>,
        ["keep_optional_list_reply"] = Read<List<Color>?, OptionalCbor<List<Color>, ListCbor<Color, ColorCodec>>>,
        ["count_down_reply"] = Read<int[], ArrayCbor<int, Int32Cbor>>,
        ["halve_later_reply"] = Read<int?, OptionalValueCbor<int, Int32Cbor>>,
        ["keep_optional_int32_reply"] = Read<int?, OptionalValueCbor<int, Int32Cbor>>,
        ["keep_optional_point_reply"] = Read<Point?, OptionalValueCbor<Point, PointCodec>>,
        ["keep_optionals_reply"] = Read<Optionals?, OptionalCbor<Optionals, OptionalsCodec>>,
        ["keep_optional_text_reply"] = Read<string?, OptionalCbor<string, TextCbor>>,
        ["on_count_event"] = Read<int, Int32Cbor>,
        ["on_everything_event"] = Read<OnEverythingPayload, OnEverythingPayloadCbor>,
        ["on_two_event"] = Read<OnTwoPayload, OnTwoPayloadCbor>,
        ["on_three_event"] = Read<OnThreePayload, OnThreePayloadCbor>,
        ["on_four_event"] = Read<OnFourPayload, OnFourPayloadCbor>,
        ["on_five_event"] = Read<OnFivePayload, OnFivePayloadCbor>,
        ["on_six_event"] = Read<OnSixPayload, OnSixPayloadCbor>,
        ["on_seven_event"] = Read<OnSevenPayload, OnSevenPayloadCbor>,
        ["on_passed_event"] = Read<long, Int64Cbor>,
        ["anything"] = Skip,
    };

    /// <summary>
    /// Structs with types whose codecs do not agree to the letter yet: a set drops what comes twice, a float of 16 bits is rounded in C# alone,
    /// and messages quote other parts of a value. In C they are read without a comparison.
    /// </summary>
    public static IReadOnlySet<string> NotCompared { get; } = new HashSet<string>
    {
        "collections", "page_of_point", "page_of_optional_string", "page_of_page_of_point", "framework_values", "optional_values", "value_lists",
        "keep_immutable_reply", "keep_set_reply", "keep_sequence_reply", "keep_text_page_reply", "no_array_reply",
        "keep_optional_date_reply", "keep_optional_decimal_reply", "keep_optional_uri_reply", "keep_durations_reply", "on_delivery_event",
    };

    private static string? Read<T, TCodec>(ReadOnlySpan<byte> document, ByteBuffer written)
        where TCodec : ICborCodec<T>
    {
        var reader = new CborReader(document);
        var value = TCodec.Read(ref reader);
        reader.End();
        if (reader.Failed)
            return reader.Error;

        TCodec.Write(new CborWriter(written), value);
        return null;
    }

    private static string? Skip(ReadOnlySpan<byte> document, ByteBuffer written)
    {
        var reader = new CborReader(document);
        reader.Skip();
        reader.End();
        return reader.Failed ? reader.Error : null;
    }
}
