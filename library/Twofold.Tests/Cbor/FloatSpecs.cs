using Twofold.Cbor;

namespace Twofold.Tests.Cbor;

/// <summary>Floats of every width are read; the shortest that keeps the value is written (RFC 8949 §4.2.1, appendix A).</summary>
public sealed class FloatSpecs
{
    public static TheoryData<string, double> Encodings => new()
    {
        { "F90000", 0.0 },
        { "F98000", -0.0 },
        { "F93C00", 1.0 },
        { "FB3FF199999999999A", 1.1 },
        { "F93E00", 1.5 },
        { "F97BFF", 65504.0 },
        { "FA47C35000", 100000.0 },
        { "FA7F7FFFFF", 3.4028234663852886e+38 },
        { "FB7E37E43C8800759C", 1.0e+300 },
        { "F90001", 5.960464477539063e-8 },
        { "F90400", 0.00006103515625 },
        { "F9C400", -4.0 },
        { "FBC010666666666666", -4.1 },
        { "F97C00", double.PositiveInfinity },
        { "F97E00", double.NaN },
        { "F9FC00", double.NegativeInfinity },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void A_float_is_written_in_the_shortest_width_and_read_back(string hex, double value)
    {
        var buffer = new ByteBuffer();
        new CborWriter(buffer).WriteDouble(value);
        Assert.Equal(hex, Convert.ToHexString(buffer.Span));
        AssertReads(hex, value);
    }

    [Theory]
    [InlineData("FA7F800000", double.PositiveInfinity)]
    [InlineData("FAFF800000", double.NegativeInfinity)]
    [InlineData("FB7FF8000000000000", double.NaN)]
    [InlineData("FA3F800000", 1.0)]
    [InlineData("FB3FF0000000000000", 1.0)]
    [InlineData("C1F93C00", 1.0)]
    public void A_float_is_read_in_any_width(string hex, double value) => AssertReads(hex, value);

    [Fact]
    public void A_wider_float_is_rounded_to_32_bits_and_refused_beyond_their_range()
    {
        var near = new CborReader(Convert.FromHexString("FB3FF199999999999A"));
        Assert.Equal(1.1f, near.ReadSingle());

        var far = new CborReader(Convert.FromHexString("FB7E37E43C8800759C"));
        far.ReadSingle();
        Assert.Equal("expected a float of 32 bits, found 1E+300", far.Error);
    }

    [Theory]
    [InlineData("6131", "expected a float, found text")]
    [InlineData("F5", "expected a float, found a boolean")]
    [InlineData("F93C", "the data ends at byte 2 within an item")]
    public void Items_that_are_not_floats_are_refused(string hex, string error)
    {
        var reader = new CborReader(Convert.FromHexString(hex));
        reader.ReadDouble();
        Assert.Equal(error, reader.Error);
    }

    private static void AssertReads(string hex, double value)
    {
        var reader = new CborReader(Convert.FromHexString(hex));
        var read = reader.ReadDouble();
        reader.End();

        // Bit by bit, because 0 equals -0. All NaNs count as equal.
        Assert.True(double.IsNaN(value) ? double.IsNaN(read) : BitConverter.DoubleToInt64Bits(value) == BitConverter.DoubleToInt64Bits(read), $"{hex} is read as {read}");
        Assert.False(reader.Failed);
    }
}
