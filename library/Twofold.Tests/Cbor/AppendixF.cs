namespace Twofold.Tests.Cbor;

/// <summary>The malformed items of RFC 8949, appendix F.1, grouped by fault.</summary>
internal static class AppendixF
{
    private static readonly (string Fault, string Items)[] s_faults =
    [
        ("the input ends in a head",
            "18 19 1a 1b 1901 1a0102 1b01020304050607 38 58 78 98 9a01ff00 b8 d8 f8 f900 fa0000 fb000000"),
        ("a definite string with short data", "41 61 5affffffff00 5bffffffffffffffff010203 7affffffff00 7b7fffffffffffffff010203"),
        ("a definite array or map with too few items", "81 818181818181818181 8200 a1 a20102 a100 a2000000"),
        ("a tag without content", "c0"),
        ("an indefinite string that is not closed", "5f4100 7f6100"),
        ("an indefinite array or map that is not closed", "9f 9f0102 bf bf01020102 819f 9f8000 9f9f9f9f9fffffffff 9f819f819f9fffffff"),
        ("reserved additional information",
            "1c 1d 1e 3c 3d 3e 5c 5d 5e 7c 7d 7e 9c 9d 9e bc bd be dc dd de fc fd fe"),
        ("a simple value in two bytes that fits one", "f800 f801 f818 f81f"),
        ("a chunk of another kind", "5f00ff 5f21ff 5f6100ff 5f80ff 5fa0ff 5fc000ff 5fe0ff 7f4100ff"),
        ("a chunk that is indefinite itself", "5f5f4100ffff 7f7f6100ffff"),
        ("a break on its own", "ff"),
        ("a break within a definite array, map or tag", "81ff 8200ff a1ff a1ff00 a100ff a20000ff 9f81ff 9f829f819f9fffffffff"),
        ("a break in place of a value", "bf00ff bf000000ff"),
        ("an indefinite integer or tag", "1f 3f df"),
    ];

    public static TheoryData<string, string> All()
    {
        var table = new TheoryData<string, string>();
        foreach (var (fault, items) in s_faults)
        {
            foreach (var hex in items.Split(' '))
                table.Add(hex, fault);
        }

        return table;
    }
}
