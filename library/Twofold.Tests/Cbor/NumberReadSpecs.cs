using System.Numerics;
using Twofold.Cbor;

namespace Twofold.Tests.Cbor;

/// <summary>A number is accepted in every encoding that converts exactly, and refused in any other.</summary>
public sealed class NumberReadSpecs
{
    private static readonly string[] s_integers = ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"];

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var read in NumberReads.All)
                rows.Add(read.Type, read.Hex, read.Outcome);

            return rows;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void A_number_is_read_or_refused(string type, string hex, string outcome)
    {
        var (again, error) = NumberReads.Read(type, hex);
        var expected = NumberReads.Written(new NumberRead(type, hex, outcome));
        Assert.Equal((expected, expected is null ? outcome : ""), (again, error));
    }

    [Fact]
    public void Every_integer_type_reads_the_same_value_from_an_integer_a_float_and_a_bignum()
    {
        var random = new Random(53);
        foreach (var type in s_integers)
        {
            for (var i = 0; i < 2000; i++)
            {
                var value = random.NextInt64(-9007199254740992, 9007199254740993) >> random.Next(54);
                var asInteger = NumberReads.Read(type, Hex(writer => writer.WriteInt64(value)));
                Assert.Equal(asInteger, NumberReads.Read(type, Hex(writer => writer.WriteDouble(value))));
                Assert.Equal(asInteger, NumberReads.Read(type, Bignum(value, zeros: i % 3)));
            }
        }
    }

    [Fact]
    public void A_float_accepts_only_integers_that_it_holds_exactly()
    {
        var random = new Random(24);
        for (var i = 0; i < 20_000; i++)
        {
            var value = random.NextInt64() >> random.Next(64) << random.Next(30);
            var integer = Hex(writer => writer.WriteInt64(value));
            AssertExact("double", integer, (Int128)(double)value == value, value);
            AssertExact("float", integer, (Int128)(double)(float)value == value, value);
            Assert.Equal(NumberReads.Read("double", integer), NumberReads.Read("double", Bignum(value, zeros: i % 3)));
        }
    }

    private static void AssertExact(string type, string integer, bool isExact, long value)
    {
        var (again, error) = NumberReads.Read(type, integer);
        if (isExact)
            Assert.Equal(Hex(writer => writer.WriteDouble(value)), again);
        else
            Assert.Equal($"expected a float of {(type == "float" ? 32 : 64)} bits, found {value}, which it cannot hold exactly", error);
    }

    private static string Bignum(long value, int zeros)
    {
        var digits = new BigInteger(value < 0 ? ~value : value).ToByteArray(isUnsigned: true, isBigEndian: true);
        return Convert.ToHexString([(byte)(value < 0 ? 0xc3 : 0xc2), (byte)(0x40 + digits.Length + zeros), .. new byte[zeros], .. digits]);
    }

    private static string Hex(Action<CborWriter> write)
    {
        var buffer = new ByteBuffer();
        write(new CborWriter(buffer));
        return Convert.ToHexStringLower(buffer.Span);
    }
}
