using Twofold.Model.Types;
using static Twofold.Tests.Support.Wire;

namespace Twofold.Tests.Shapes;

/// <summary>Items that values of framework types refuse, each with the message.</summary>
internal static class BadValues
{
    public const string AnyDate = "a date from 0001-01-01 to 9999-12-31";
    public const string AnyTime = "an RFC 3339 time in the years 1 to 9999, in steps of 100 ns";
    public const string AnyDecimal = "a decimal of at most 96 bits and 28 places";

    private static readonly (object?, string) s_notUtf8 = (Hex("61ff"), "invalid UTF-8");

    public static (object? Item, string Problem)[] Chars { get; } = Texts("a text of one UTF-16 unit", "", "ab", "\U0001F600");

    public static (object? Item, string Problem)[] Uuids { get; } =
    [
        .. Texts("a UUID", "", "x", "d8254c6f1b4e4f0a9d0a3c5f5f1f0e11", "{d8254c6f-1b4e-4f0a-9d0a-3c5f5f1f0e11}", "d8254c6f-1b4e-4f0a-9d0a-3c5f5f1f0e1g", " d8254c6f-1b4e-4f0a-9d0a-3c5f5f1f0e1"),
        (Hex("4100"), "expected a UUID, found 1 bytes"),
        (Hex("40"), "expected a UUID, found 0 bytes"),
        s_notUtf8,
    ];

    public static (object? Item, string Problem)[] Dates { get; } =
    [
        .. Texts(
            AnyDate, "", "x", "2026-11-9", "2026-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-01-32", "0000-01-01", "10000-01-01", "+026-01-01", "2026/01/01", "2026-01-01T00:00:00Z"),
        (Hex("d8641a002cc0a1"), $"expected {AnyDate}, found 2932897 days"),
        (Hex("d8643b7fffffffffffffff"), $"expected {AnyDate}, found -9223372036854775808 days"),
        s_notUtf8,
    ];

    public static (object? Item, string Problem)[] Times { get; } =
    [
        .. Texts(
            AnyTime, "", "x", "2026-11-29", "2026-11-29T12:30:00", "2026-11-29T12:30Z", "2026-11-29T24:00:00Z", "2026-11-29T12:60:00Z", "2026-11-29T12:30:60Z", "2026-11-29T12:30:00.Z",
            "2026-11-29T12:30:00.12345678Z", "2026-11-29T12:30:00+0100", "2026-11-29T12:30:00+15:00", "2026-11-29T12:30:00+01:60", "2026-02-30T12:30:00Z",
            "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00", "10000-01-01T00:00:00Z", "2026-11-29T12:30:00Zz"),
        (Hex("c11b0000003afff44180"), $"expected {AnyTime}, found 253402300800 seconds"),
        (Hex("c1f97c00"), $"expected {AnyTime}, found Infinity seconds"),
        (Hex("c1f97e00"), $"expected {AnyTime}, found NaN seconds"),
        s_notUtf8,
    ];

    public static (object? Item, string Problem)[] Decimals { get; } =
    [
        .. Texts("a decimal", "", "x", "abc", "-", ".5", "5.", "+5", "1e", "1e+", "1 ", "0x10", "1,5", "NaN", "--1", "1.5.2"),
        .. Texts(
            AnyDecimal, "79228162514264337593543950336", "1234567890123456789012345678901234567890", "1e29", "1e-29", "0.00000000000000000000000000001", "1e99999"),
        (Hex("c482182001"), $"expected {AnyDecimal}, found 1E32"),
        (Hex("c48220c250ffffffffffffffffffffffffffffffff"), $"expected {AnyDecimal}, found 340282366920938463463374607431768211455E-1"),
        (Hex("c48220c25101ffffffffffffffffffffffffffffffff"), $"expected {AnyDecimal}, found a bignum of 17 bytes"),
        (Hex("c48100"), "expected a decimal, found an array that is not an exponent and a mantissa"),
        (Hex("c483000102"), "expected a decimal, found an array that is not an exponent and a mantissa"),
        (Hex("820001"), "expected a decimal, found an array"),
        s_notUtf8,
    ];

    /// <summary>Whether a text is accepted or refused by what it says, and not by its kind.</summary>
    public static bool IsWritten(TypeModel type) => type is UuidType or DateType or TimestampType or StringType { Form: StringForm.Decimal };

    private static (object? Item, string Problem)[] Texts(string expected, params string[] texts) =>
        [.. texts.Select(text => ((object?)text, $"expected {expected}, found text \"{text}\""))];
}
