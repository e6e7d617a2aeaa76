using System.Globalization;
using Twofold.Cbor;
using Twofold.Tests.Support;

namespace Twofold.Tests.Cbor;

/// <summary>An item, and what a member of a numeric type reads from it.</summary>
/// <param name="Type">The member's type, named like the read functions of C.</param>
/// <param name="Hex">The item.</param>
/// <param name="Outcome">The value, or the error.</param>
internal sealed record NumberRead(string Type, string Hex, string Outcome);

/// <summary>Numbers in every encoding that a member accepts, at the bounds of its range and beyond them.</summary>
internal static class NumberReads
{
    private const string Int8 = "expected an integer from -128 to 127, found";
    private const string UInt8 = "expected an integer from 0 to 255, found";
    private const string Int32 = "expected an integer from -2147483648 to 2147483647, found";
    private const string Int64 = "expected an integer from -9223372036854775808 to 9223372036854775807, found";
    private const string UInt64 = "expected an integer from 0 to 18446744073709551615, found";
    private const string Fraction = "expected an integer, found a float with a fraction";
    private const string Beyond = "expected an integer, found a float beyond 2^53";
    private const string NotFinite = "expected an integer, found a float that is not finite";

    public static readonly NumberRead[] All =
    [
        .. Rows("double", IntegersAsDoubles),
        .. Rows("float", IntegersAsFloats),
        .. Rows("int64", FloatsAsInt64),
        .. Rows("int8", FloatsAsInt8),
        .. Rows("uint8", FloatsAsUInt8),
        .. Rows("int32", FloatsAsInt32),
        .. Rows("uint64", FloatsAsUInt64),
        .. Rows("int64", BignumsAsInt64),
        .. Rows("uint64", BignumsAsUInt64),
        .. Rows("int8", BignumsAsInt8),
        .. Rows("uint8", BignumsAsUInt8),
    ];

    private static (string Hex, string Outcome)[] IntegersAsDoubles =>
    [
        ("00", "0"),
        ("02", "2"),
        ("17", "23"),
        ("18ff", "255"),
        ("20", "-1"),
        ("38ff", "-256"),
        ("c102", "2"),
        ("1b0000000000000002", "2"),
        ("1b0020000000000000", "9007199254740992"),
        ("1b0020000000000001", "expected a float of 64 bits, found 9007199254740993, which it cannot hold exactly"),
        ("1b0020000000000002", "9007199254740994"),
        ("3b001fffffffffffff", "-9007199254740992"),
        ("3b0020000000000000", "expected a float of 64 bits, found -9007199254740993, which it cannot hold exactly"),
        ("1b8000000000000000", "9.223372036854775808E18"),
        ("1bfffffffffffff800", "18446744073709549568"),
        ("1bfffffffffffff801", "expected a float of 64 bits, found 18446744073709549569, which it cannot hold exactly"),
        ("1bffffffffffffffff", "expected a float of 64 bits, found 18446744073709551615, which it cannot hold exactly"),
        ("3bfffffffffffffffe", "expected a float of 64 bits, found -18446744073709551615, which it cannot hold exactly"),
        ("3bffffffffffffffff", "-18446744073709551616"),
        ("c24105", "5"),
        ("c34105", "-6"),
        ("c348ffffffffffffffff", "-18446744073709551616"),
        ("c2490100000000000000" + "00", "expected a float, found a bignum of 9 bytes"),
        ("4105", "expected a float, found bytes"),
        ("f6", "expected a float, found null"),
        ("6131", "expected a float, found text"),
        ("f5", "expected a float, found a boolean"),
    ];

    private static (string Hex, string Outcome)[] IntegersAsFloats =>
    [
        ("02", "2"),
        ("20", "-1"),
        ("1a01000000", "16777216"),
        ("1a01000001", "expected a float of 32 bits, found 16777217, which it cannot hold exactly"),
        ("1a01000002", "16777218"),
        ("3a00ffffff", "-16777216"),
        ("3a01000000", "expected a float of 32 bits, found -16777217, which it cannot hold exactly"),
        ("1bffffff0000000000", "18446742974197923840"),
        ("1bffffff8000000000", "expected a float of 32 bits, found 18446743523953737728, which it cannot hold exactly"),
        ("3bffffffffffffffff", "-18446744073709551616"),
        ("c24401000000", "16777216"),
        ("c24401000001", "expected a float of 32 bits, found 16777217, which it cannot hold exactly"),
        ("fb4170000010000000", "16777216"),
        ("fb7e37e43c8800759c", "expected a float of 32 bits, found 1E+300"),
    ];

    private static (string Hex, string Outcome)[] FloatsAsInt64 =>
    [
        ("f90000", "0"),
        ("f98000", "0"),
        ("fa80000000", "0"),
        ("fb8000000000000000", "0"),
        ("f93c00", "1"),
        ("f9bc00", "-1"),
        ("f97bff", "65504"),
        ("fa4b800000", "16777216"),
        ("fb4270000000000000", "1099511627776"),
        ("c1f94500", "5"),
        ("fb4340000000000000", "9007199254740992"),
        ("fb433fffffffffffff", "9007199254740991"),
        ("fb4340000000000001", Beyond),
        ("fbc340000000000000", "-9007199254740992"),
        ("fbc340000000000001", Beyond),
        ("fb7e37e43c8800759c", Beyond),
        ("fb43e0000000000000", Beyond),
        ("f93e00", Fraction),
        ("f90001", Fraction),
        ("fa3f8ccccd", Fraction),
        ("fb3ff199999999999a", Fraction),
        ("fb0000000000000001", Fraction),
        ("fb8000000000000001", Fraction),
        ("fb432fffffffffffff", Fraction),
        ("f97e00", NotFinite),
        ("fb7ff8000000000000", NotFinite),
        ("f97c00", NotFinite),
        ("faff800000", NotFinite),
    ];

    private static (string Hex, string Outcome)[] FloatsAsInt8 =>
    [
        ("f957f0", "127"),
        ("f95800", $"{Int8} 128"),
        ("f9d800", "-128"),
        ("fbc060200000000000", $"{Int8} -129"),
        ("fb4340000000000000", $"{Int8} 9007199254740992"),
    ];

    private static (string Hex, string Outcome)[] FloatsAsUInt8 =>
    [
        ("f95bf8", "255"),
        ("fa43800000", $"{UInt8} 256"),
        ("f98000", "0"),
        ("f9bc00", $"{UInt8} -1"),
    ];

    private static (string Hex, string Outcome)[] FloatsAsInt32 =>
    [
        ("fb41dfffffffc00000", "2147483647"),
        ("fa4f000000", $"{Int32} 2147483648"),
        ("facf000000", "-2147483648"),
    ];

    private static (string Hex, string Outcome)[] FloatsAsUInt64 =>
    [
        ("fb4340000000000000", "9007199254740992"),
        ("f9bc00", $"{UInt64} -1"),
        ("fb43f0000000000000", Beyond),
        ("f93800", Fraction),
    ];

    private static (string Hex, string Outcome)[] BignumsAsInt64 =>
    [
        ("c24105", "5"),
        ("c34105", "-6"),
        ("c240", "0"),
        ("c340", "-1"),
        ("c2420005", "5"),
        ("c24c000000000000000000000005", "5"),
        ("d8024105", "5"),
        ("db00000000000000034105", "-6"),
        ("c1c24105", "5"),
        ("c25f41014100ff", "256"),
        ("c25fff", "0"),
        ("c2487fffffffffffffff", "9223372036854775807"),
        ("c2488000000000000000", $"{Int64} 9223372036854775808"),
        ("c3487fffffffffffffff", "-9223372036854775808"),
        ("c3488000000000000000", $"{Int64} -9223372036854775809"),
        ("c348ffffffffffffffff", $"{Int64} -18446744073709551616"),
        ("c249010000000000000000", "expected an integer, found a bignum of 9 bytes"),
        ("c34b0000ff0000000000000000", "expected an integer, found a bignum of 9 bytes"),
        ("c25f4901000000000000000041" + "00ff", "expected an integer, found a bignum of 10 bytes"),
        ("c205", "5"),
        ("4105", "expected an integer, found bytes"),
        ("c14105", "expected an integer, found bytes"),
        ("c2c14105", "expected an integer, found bytes"),
        ("c44105", "expected an integer, found bytes"),
        ("c26105", "expected an integer, found text"),
        ("c242" + "05", "the data ends at byte 3 within an item"),
        ("c25f4105", "the data ends at byte 4 within an item"),
        ("c25f6105ff", "a chunk of another kind within a string at byte 2"),
    ];

    private static (string Hex, string Outcome)[] BignumsAsUInt64 =>
    [
        ("c248ffffffffffffffff", "18446744073709551615"),
        ("c24900ffffffffffffffff", "18446744073709551615"),
        ("c340", $"{UInt64} -1"),
    ];

    private static (string Hex, string Outcome)[] BignumsAsInt8 =>
    [
        ("c2417f", "127"),
        ("c24180", $"{Int8} 128"),
        ("c3417f", "-128"),
        ("c34180", $"{Int8} -129"),
    ];

    private static (string Hex, string Outcome)[] BignumsAsUInt8 =>
    [
        ("c241ff", "255"),
        ("c2420100", $"{UInt8} 256"),
        ("c240", "0"),
        ("c340", $"{UInt8} -1"),
    ];

    /// <summary>Reads an item as a member of the type. Returns the value, encoded again in the shortest form, or the error.</summary>
    public static (string? Hex, string Error) Read(string type, string hex) => type switch
    {
        "int8" => Read<sbyte, Int8Cbor>(hex),
        "uint8" => Read<byte, UInt8Cbor>(hex),
        "int16" => Read<short, Int16Cbor>(hex),
        "uint16" => Read<ushort, UInt16Cbor>(hex),
        "int32" => Read<int, Int32Cbor>(hex),
        "uint32" => Read<uint, UInt32Cbor>(hex),
        "int64" => Read<long, Int64Cbor>(hex),
        "uint64" => Read<ulong, UInt64Cbor>(hex),
        "float" => Read<float, Float32Cbor>(hex),
        "double" => Read<double, Float64Cbor>(hex),
        _ => throw new ArgumentException($"there is no number of type {type}", nameof(type)),
    };

    /// <summary>The value of an outcome, in the shortest form; null if the outcome is an error.</summary>
    public static string? Written(NumberRead read)
    {
        var buffer = new ByteBuffer();
        var writer = new CborWriter(buffer);
        if (read.Type is "float" or "double")
        {
            if (!double.TryParse(read.Outcome, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                return null;

            writer.WriteDouble(number);
        }
        else if (ulong.TryParse(read.Outcome, CultureInfo.InvariantCulture, out var unsigned))
        {
            writer.WriteUInt64(unsigned);
        }
        else if (long.TryParse(read.Outcome, CultureInfo.InvariantCulture, out var signed))
        {
            writer.WriteInt64(signed);
        }
        else
        {
            return null;
        }

        return Convert.ToHexStringLower(buffer.Span);
    }

    private static IEnumerable<NumberRead> Rows(string type, (string Hex, string Outcome)[] rows) =>
        rows.Select(row => new NumberRead(type, row.Hex, row.Outcome));

    private static (string? Hex, string Error) Read<T, TCodec>(string hex)
        where TCodec : ICborCodec<T>
    {
        var reader = new CborReader(Wire.Hex(hex));
        var value = TCodec.Read(ref reader);
        reader.End();
        if (reader.Failed)
            return (null, reader.Error);

        var buffer = new ByteBuffer();
        TCodec.Write(new CborWriter(buffer), value);
        return (Convert.ToHexStringLower(buffer.Span), "");
    }
}
