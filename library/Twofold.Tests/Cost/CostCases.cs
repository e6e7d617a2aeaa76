using static Twofold.Tests.Support.Wire;

namespace Twofold.Tests.Cost;

/// <summary>An input that grows.</summary>
/// <param name="Workload">The workload that runs on it: see <see cref="Workloads"/>.</param>
/// <param name="Build">The bytes of an input of a size.</param>
/// <param name="Outcome">The end of the text that the workload returns; # stands for the size.</param>
internal sealed record CostCase(string Workload, Func<int, byte[]> Build, string Outcome = "");

/// <summary>Input of any size that a peer could send to the codec or a connection.</summary>
internal static class CostCases
{
    private static readonly byte[] s_unknown = [0x68, .. "nobody's"u8, 0x00];
    private static readonly byte[] s_point = [0xa2, 0x61, 0x78, 0xf9, 0, 0, 0x61, 0x79, 0xfb, 0x3f, 0xf1, 9, 9, 9, 9, 9, 9];
    private static readonly byte[] s_touch = Request("touch", Map());
    private static readonly byte[] s_refused = Request("keep_int32", Map(("value", "none")));

    public static IReadOnlyDictionary<string, CostCase> ByName { get; } = new Dictionary<string, CostCase>
    {
        ["lists within lists"] = new("skip", n => Nested(n, [0x81], [0x00])),
        ["lists with a break within lists with a break"] = new("skip", n => [.. Times(n, [0x9f]), .. Times(n, [0xff])]),
        ["maps within maps"] = new("skip", n => Nested(n, [0xa1, 0x00], [0x00])),
        ["maps within keys"] = new("skip", n => [.. Times(n, [0xa1]), 0x00, .. Times(n, [0x00])]),
        ["records within records"] = new("a chain", n => Nested(n, [0xa2, 0x65, .. "value"u8, 0x00, 0x64, .. "next"u8], [0xf6])),
        ["an error within lists within lists"] = new("skip", n => Nested(n, [0x81], [0x1c]), "reserved additional information 28 at byte #"),
        ["lists that end too early"] = new("skip", n => [.. Times(n, [0x81])], "the data ends at byte # within an item"),
        ["tags before tags, skipped"] = new("skip", n => [.. Times(n, [0xc1]), 0x00]),
        ["tags before tags, read"] = new("number", n => [.. Times(n, [0xd9, 0xff, 0xff]), 0x00]),

        ["keys that nobody asks for"] = new("a connection", n => Call("touch", MapOf(n, Times(n, s_unknown))), "1 replies"),
        ["keys that are not text, skipped"] = new("a connection", n => Call("touch", [0xa1, 0x61, (byte)'x', .. MapOf(n, Times(n, [0x80, 0x00]))]), "1 replies"),
        ["a key that is not text behind many"] = new(
            "a connection", n => Call("touch", MapOf(n, [.. Times(n - 1, s_unknown), 0x05, 0x00])), "4 expected a text key, found the integer 5"),
        ["a key that is many bytes"] = new(
            "a connection",
            n => Call("touch", [0xa1, 0x5a, .. Length(n), .. Times(n, [0x61]), 0x00]),
            "4 expected a text key, found the bytes 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'..."),
        ["many tags before a key"] = new("a connection", n => Call("touch", [0xa1, .. Times(n, [0xc1]), 0x61, (byte)'x', 0x00]), "1 replies"),
        ["many tags before a bignum"] = new("a connection", n => Keep("keep_int64", [.. Times(n, [0xc1]), 0xc2, 0x41, 0x05]), "1 replies"),
        ["a bignum with many zeros"] = new("a connection", n => Keep("keep_int64", [0xc2, 0x5a, .. Length(n), .. Times(n, [0x00])]), "1 replies"),
        ["a bignum in many chunks"] = new("a connection", n => Keep("keep_int64", [0xc2, .. Chunks(0x5f, n, [0x41, 0x00])]), "1 replies"),
        ["a bignum of many bytes"] = new(
            "a connection",
            n => Keep("keep_double", [0xc2, 0x5a, .. Length(n), .. Times(n, [0x01])]),
            "4 value: expected a float, found a bignum of # bytes"),
        ["keys in chunks"] = new("a connection", n => Call("touch", MapOf(n, Times(n, [0x7f, 0x61, 0x61, 0x61, 0x61, 0xff, 0x00]))), "1 replies"),
        ["a key in many chunks"] = new("keys", n => [0xa1, 0x7f, .. Times(n, [0x61, 0x61]), 0xff, 0x00]),
        ["a key that comes a second time behind many"] = new(
            "a connection",
            n => Call("keep_int32", MapOf(n + 2, [0x65, .. "value"u8, 0x00, .. Times(n, s_unknown), 0x65, .. "value"u8, 0x00])),
            "4 value: duplicate key"),
        ["a key that comes again and again"] = new(
            "a connection", n => Call("keep_int32", MapOf(n, Times(n, [0x65, .. "value"u8, 0x00]))), "4 value: duplicate key"),
        ["an error behind many keys"] = new(
            "a connection", n => Call("touch", MapOf(n, [.. Times(n - 1, s_unknown), 0x61, 0x78, 0x1c])), "4 x: reserved additional information 28 at byte *"),

        ["many chunks of text"] = new("text", n => Chunks(0x7f, n, [0x61, 0x61])),
        ["many chunks of text, for an enum"] = new("utf8", n => Chunks(0x7f, n, [0x61, 0x61])),
        ["many chunks of bytes"] = new("bytes", n => Chunks(0x5f, n, [0x41, 0x00])),
        ["many chunks, skipped"] = new("skip", n => Chunks(0x5f, n, [0x41, 0x00])),
        ["many chunks with nothing in them"] = new("text", n => Chunks(0x7f, n, [0x60])),
        ["many chunks and an error"] = new("text", n => [0x7f, .. Times(n, [0x61, 0x61]), 0x61, 0xff, 0xff], "invalid UTF-8"),

        ["a long text"] = new("text", n => [0x7a, .. Length(n), .. Times(n, [0x61])]),
        ["a long text that is not ASCII"] = new("text", n => [0x7a, .. Length(2 * n), .. Times(n, [0xc3, 0xa9])]),
        ["a long text that goes wrong at its end"] = new("text", n => [0x7a, .. Length(n + 1), .. Times(n, [0x61]), 0xff], "invalid UTF-8"),
        ["long bytes"] = new("bytes", n => [0x5a, .. Length(n), .. Times(n, [0x00])]),
        ["a long text there and back"] = new("a connection", n => Keep("keep_text", [0x7a, .. Length(2 * n), .. Times(n, [0xc3, 0xa9])]), "1 replies"),
        ["long bytes there and back"] = new("a connection", n => Keep("keep_bytes", [0x5a, .. Length(n), .. Times(n, [0x00])]), "1 replies"),

        ["many numbers"] = new("a connection", n => Keep("keep_numbers", List(n, [0x19, 0x01, 0x00])), "1 replies"),
        ["many numbers before a break"] = new("a connection", n => Keep("keep_numbers", [0x9f, .. Times(n, [0x00]), 0xff]), "1 replies"),
        ["many texts"] = new("a connection", n => Keep("keep_texts", List(n, [0x61, 0x61])), "1 replies"),
        ["many records"] = new("a connection", n => Keep("keep_points", List(n, s_point)), "1 replies"),
        ["an error behind many records"] = new(
            "a connection", n => Keep("keep_points", [0x9a, .. Length(n + 1), .. Times(n, s_point), 0xa1, 0x61, 0x78, 0x60]), "4 value[#].x: expected a float, found text"),
        ["an error behind many items"] = new(
            "a connection", n => Keep("keep_texts", [0x9a, .. Length(n + 1), .. Times(n, [0x61, 0x61]), 0x00]), "4 value[#]: expected text, found an integer"),
        ["more items announced than there are"] = new(
            "a connection", n => Keep("keep_numbers", [0x9a, .. Length(n + 1), .. Times(n, [0x00])]), "within an item"),

        ["many requests"] = new("a connection", n => Times(n, s_touch), "# replies"),
        ["many requests, byte by byte"] = new("a connection, byte by byte", n => Times(n, s_touch), "# replies"),
        ["one long request, byte by byte"] = new("a connection, byte by byte", n => Keep("keep_bytes", [0x5a, .. Length(n), .. Times(n, [0x00])]), "1 replies"),
        ["many requests that are refused"] = new("a connection", n => Times(n, s_refused), "# replies, 4 value: expected an integer, found text"),
        ["a peer that reads byte by byte"] = new("a connection whose peer reads byte by byte", n => Times(n, s_refused), "# replies, 4 value: expected an integer, found text"),
        ["a peer whose every reply has to be read first"] = new("a connection that may leave nothing unread", n => Times(n, s_touch), "# replies"),
    };

    private static byte[] Times(int count, byte[] bytes)
    {
        var all = new byte[count * bytes.Length];
        for (var i = 0; i < count; i++)
            bytes.CopyTo(all, i * bytes.Length);

        return all;
    }

    private static byte[] Nested(int depth, byte[] open, byte[] inner) => [.. Times(depth, open), .. inner];

    private static byte[] Chunks(byte head, int count, byte[] chunk) => [head, .. Times(count, chunk), 0xff];

    private static byte[] List(int count, byte[] item) => [0x9a, .. Length(count), .. Times(count, item)];

    private static byte[] MapOf(int count, byte[] pairs) => [0xba, .. Length(count), .. pairs];

    private static byte[] Call(string method, byte[] payload) => Request(System.Text.Encoding.UTF8.GetBytes(method), payload);

    private static byte[] Keep(string method, byte[] value) => Call(method, [0xa1, 0x65, .. "value"u8, .. value]);
}
