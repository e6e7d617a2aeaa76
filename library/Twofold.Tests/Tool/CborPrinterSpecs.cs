using System.Text.RegularExpressions;
using Twofold.Tests.Generator;
using Twofold.Tests.Support;
using Twofold.Tool.Printers.C;
using Twofold.Tool.Printers.CborC;

namespace Twofold.Tests.Tool;

/// <summary>The printed functions that write requests and read replies in C; the C programs of the fixtures test that they work.</summary>
public sealed partial class CborPrinterSpecs
{
    [Fact]
    public void A_parameter_may_have_the_name_of_a_parameter_that_every_generated_function_has()
    {
        var printed = Print("[Ffi] public void One(int writer) { } [Ffi] public void Two(string writer, byte[] reader) { }");
        Assert.Contains("sample_one_cbor_request(sample_cbor_writer *writer_, int32_t writer)", printed);
        Assert.Contains("sample_cbor_write_int(writer_, writer);", printed);
        Assert.Contains("sample_two_cbor_frame(sample_cbor_writer *writer_, const char *writer, const uint8_t *reader, size_t reader_size)", printed);
        Assert.Contains("sample_two_cbor_request(writer_, writer, reader, reader_size);", printed);
    }

    [Fact]
    public void Optional_members_are_bits_of_a_64_bit_mask()
    {
        var members = Enumerable.Range(0, 64).Select(i => $"int{(i % 2 == 1 ? "?" : "")} M{i}");
        var printed = Print("[Ffi] public void Put(Much much) { }", $"public record Much({string.Join(", ", members)});");
        Assert.Contains("sample_cbor_begin_members(reader, &members, keys, 64, UINT64_C(0xaaaaaaaaaaaaaaaa));", printed);
        Assert.Contains("    case 63: value->has_m63 = !sample_cbor_accept_null(reader) && sample_cbor_read_int32(reader, &value->m63); break;", printed);
    }

    [Fact]
    public void A_method_of_an_object_names_it_in_a_frame_and_not_in_process()
    {
        var printed = Print("[Ffi] public Part Open() => new();", "[Ffi] public class Part { [Ffi] public int Add(int number) => number; }");
        Assert.Contains("sample_part_add_cbor_request(sample_cbor_writer *writer, int32_t number)", printed);
        Assert.Contains("sample_part_add_cbor_frame(sample_cbor_writer *writer, uint64_t handle, int32_t number)", printed);
        Assert.Contains("sample_open_cbor_reply(sample_cbor_reader *reader, uint64_t *reply)", printed);
    }

    [Fact]
    public void Every_helper_is_printed_once_and_only_if_it_is_used()
    {
        var printed = Print(
            "[Ffi] public void Put(A a, B b) { } [Ffi] public string[] Get() => [];",
            "public record A(string[] Texts, C? C); public record B(string[][] Texts, C? C, C[] Cs); public record C(int X);");
        Assert.Equal(1, Count("sample_cbor_write_text_list(sample_cbor_writer *writer, "));
        Assert.Equal(1, Count("sample_cbor_read_text_list(sample_cbor_reader *reader, "));
        Assert.Equal(1, Count("sample_cbor_read_c_record_or_null(sample_cbor_reader *reader, "));
        Assert.Equal(0, Count("int32_list"));

        int Count(string text) => printed.Split(text).Length - 1;
    }

    [Fact]
    public void The_codec_calls_no_function_of_the_library()
    {
        var model = Generation.OfFolder(Path.Combine(Snapshot.Folder, "..", "Fixtures")).Model();
        var header = CborHeader.Text(model);
        var exports = Exported().Matches(CHeader.Text(model) + header).Select(match => match.Groups["name"].Value).ToHashSet();
        var called = Called().Matches(header[header.IndexOf(CborCodec.Print(new CNames(model)), StringComparison.Ordinal)..]).Select(match => match.Value);
        Assert.Contains("fixtures_label_free", exports);
        Assert.Contains("fixtures_keep_lists_cbor", exports);
        Assert.Empty(exports.Intersect(called));
    }

    private static string Print(string members, string types = "")
    {
        var model = Generation.OfMembers(members, types).Model();
        return CborTypes.Print(new CNames(model)) + CborCalls.Print(new CNames(model));
    }

    [GeneratedRegex(@"^FIXTURES_API [^(]*?\b(?<name>\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Exported();

    [GeneratedRegex(@"\w+(?=\()")]
    private static partial Regex Called();
}
