using Twofold.Tests.Support;
using static Twofold.Tests.Support.Wire;

namespace Twofold.Tests.Cbor;

/// <summary>
/// Documents that are not a valid <see cref="MyTimerLibrary.ComplexRequest"/>: one for each kind of error and position.
/// </summary>
internal static class RefusedRequests
{
    private const string Messages = "68" + "6d65737361676573";
    private const string Tags = "64" + "74616773";
    private const string Echo = "a2" + "676d657373616765" + "6178" + "6764656c61794d73" + "00";

    public static readonly (string What, string Hex)[] All =
    [
        ("no bytes", ""),
        ("an array for the map", "80"),
        ("null", "f6"),
        ("undefined in a tag", "c1f7"),
        ("an empty map", "a0"),
        ("a missing list", $"a1{Messages}80"),
        ("a map for a list", $"a1{Messages}a0"),
        ("a missing member of an item", $"a2{Messages}82{Echo}a1676d657373616765" + $"6178{Tags}80"),
        ("the first of several missing members", $"a2{Messages}81a0{Tags}80"),
        ("text for a number in the third item", $"a2{Messages}83{Echo}{Echo}a2676d6573736167656178" + $"6764656c61794d7361" + $"78{Tags}80"),
        ("a boolean for text", $"a2{Messages}80{Tags}826161f5"),
        ("null for text", $"a2{Messages}80{Tags}81f6"),
        ("undefined for text", $"a2{Messages}80{Tags}81f7"),
        ("a simple value for text", $"a2{Messages}80{Tags}81f0"),
        ("bytes for text", $"a2{Messages}80{Tags}8140"),
        ("a float with a fraction for a number", $"a2{Messages}81a2676d6573736167656178" + $"6764656c61794d73f93e00{Tags}80"),
        ("a float beyond 2^53 for a number", $"a2{Messages}81a2676d6573736167656178" + $"6764656c61794d73fb4340000000000001{Tags}80"),
        ("infinity for a number", $"a2{Messages}81a2676d6573736167656178" + $"6764656c61794d73f97c00{Tags}80"),
        ("a float above the range of 32 bits", $"a3{Messages}80{Tags}80" + "6772657472696573fa4f000000"),
        ("a bignum below the range of 32 bits", $"a3{Messages}80{Tags}80" + "6772657472696573c34480000000"),
        ("a bignum over 64 bits", $"a3{Messages}80{Tags}80" + "6772657472696573c24a00010000000000000000"),
        ("a truncated bignum", $"a3{Messages}80{Tags}80" + "6772657472696573c242"),
        ("null for an item of a list", $"a2{Messages}81f6{Tags}80"),
        ("an integer above the range of 64 bits", $"a2{Messages}81a2676d6573736167656178" + $"6764656c61794d731b8000000000000000{Tags}80"),
        ("an integer below the range of 64 bits", $"a2{Messages}81a2676d6573736167656178" + $"6764656c61794d733bffffffffffffffff{Tags}80"),
        ("an integer above the range of 32 bits", $"a3{Messages}80{Tags}80" + "67726574726965731a80000000"),
        ("an integer below the range of 32 bits", $"a3{Messages}80{Tags}80" + "67726574726965733a80000000"),
        ("a duplicate key", $"a3{Messages}80{Tags}80{Tags}80"),
        ("a duplicate key, one of them in chunks", $"a3{Messages}80{Tags}80" + "7f627461626773ff80"),
        ("a duplicate key in an item", $"a2{Messages}81a3" + "676d6573736167656178" + "676d6573736167656178" + $"6764656c61794d7300{Tags}80"),
        ("text that is not UTF-8", $"a2{Messages}80{Tags}8162c328"),
        ("text with a surrogate", $"a2{Messages}80{Tags}8163eda080"),
        ("text whose second chunk is not UTF-8", $"a2{Messages}80{Tags}817f616161ff61c3ff"),
        ("truncated text", $"a2{Messages}80{Tags}8163616200"[..^2]),
        ("text with an announced length of 2^64-1", $"a2{Messages}80{Tags}817bffffffffffffffff"),
        ("a list with more announced items than bytes", $"a2{Messages}9affffffff{Echo}"),
        ("a truncated item", $"a2{Messages}9f{Echo}a2676d65737361"),
        ("a list without its break", $"a2{Messages}9f{Echo}"),
        ("a map without its break", $"bf{Messages}80{Tags}80"),
        ("bytes after the end", $"a2{Messages}80{Tags}80" + "00"),
        ("an unknown key whose value has a reserved head", $"a3" + "656c617465721c" + $"{Messages}80{Tags}80"),
        ("an unknown key whose value is a break", "a1656c61746572ff"),
        ("an unknown key whose value is a simple value below 32 in two bytes", "a1656c61746572f818"),
        ("an unknown key whose value has an invalid chunk", "a1656c61746572" + "5f6161ff"),
        ("an unknown key whose value is nested too deeply", "a1656c61746572" + Repeat("81", 64) + "00"),
        ("an unknown key whose value nests lists and maps", "a1656c61746572" + "82" + "00" + "a1" + "6161" + "81" + "1c"),
        ("a key that is a number", "a1" + "19ffff" + "1c"),
        ("a key that is the smallest number", "a1" + "3bffffffffffffffff" + "00"),
        ("a key that is bytes", $"a3{Messages}80{Tags}80" + "446e6f7465" + "f6"),
        ("a key that is bytes, in an item", $"a2{Messages}82{Echo}a2" + "476d657373616765" + "6178" + "4764656c61794d73" + $"00{Tags}80"),
        ("a key that is bytes without letters", "a1" + "4400ff0a27" + "00"),
        ("a key that is bytes with a quotation mark", "a1" + "43612762" + "00"),
        ("a key that is an empty byte string", "a1" + "40" + "00"),
        ("a key that is 32 bytes", "a1" + "5820" + Repeat("61", 32) + "00"),
        ("a key that is 33 bytes", "a1" + "5821" + Repeat("61", 33) + "00"),
        ("a key that is 33 bytes without letters", "a1" + "5821" + Repeat("f6", 33) + "00"),
        ("a key that is bytes in chunks", "a1" + "5f4161ff" + "00"),
        ("a key that is a truncated byte string", "a1" + "4361"),
        ("a key that is a list", "a1" + "820102" + "1c"),
        ("a key that is a malformed list", "a1" + "82011c"),
        ("a key that is a map", "a1" + "a0" + "00"),
        ("a key that is a float", "a1" + "f93c00" + "00"),
        ("a key that is null", "bf" + "f6" + "00" + "ff"),
        ("a key that is bytes in a tag", $"a3{Messages}80{Tags}80" + "c1446e6f7465" + "f6"),
        ("a key that is a break", "a1" + "ff" + "00"),
        ("a key that is a break in a tag", "bf" + "c1ff" + "ff"),
        ("a tag without a key", "a1" + "c1"),
        ("a duplicate key, one of them in a tag", $"a3{Messages}80{Tags}80c1{Tags}80"),
        ("a key in a tag", "a1" + "c16474616773" + "1c"),
        ("a key that is not UTF-8", "a1" + "62c328" + "1c"),
        ("a key with control characters", "a1" + "660a7fc28009" + "61" + "1c"),
        ("a key that is empty", "a1" + "60" + "1c"),
        ("a key that begins with dots", "a1" + "632e2e61" + "1c"),
        ("a key of 64 letters", "a1" + "7840" + Repeat("61", 64) + "1c"),
        ("a key of 65 letters", "a1" + "7841" + Repeat("61", 65) + "1c"),
        ("a key whose 64th letter is a surrogate pair in UTF-16", "a1" + "7843" + Repeat("61", 63) + "f0908591" + "1c"),
        ("a key in chunks, of more than 64 letters", "a1" + "7f" + "7820" + Repeat("61", 32) + "7821" + Repeat("c3bc", 16) + "62" + "60" + "6162ff" + "1c"),
        ("a key in chunks, of 70 letters", "a1" + "7f" + "7823" + Repeat("61", 35) + "7823" + Repeat("62", 35) + "60" + "ff" + "1c"),
        ("an empty key in the map of an empty key", "a1" + "60" + "a1" + "60" + "1c"),
    ];

    private static string Repeat(string hex, int times) => string.Concat(Enumerable.Repeat(hex, times));
}
