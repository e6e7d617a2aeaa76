using System.Globalization;
using Twofold.Cbor;
using Twofold.Tests.Support;

namespace Twofold.Tests.Cbor;

public sealed class ReaderValueSpecs
{
    [Theory]
    [MemberData(nameof(AppendixA.All), MemberType = typeof(AppendixA))]
    public void Each_example_of_the_standard_is_read_as_its_diagnostic_notation(string hex, string meaning) =>
        Assert.Equal(meaning, new Diagnostic(Wire.Hex(hex)).Print());

    [Theory]
    [MemberData(nameof(AppendixA.Integers), MemberType = typeof(AppendixA))]
    public void Each_integer_of_the_standard_has_its_value(string hex, string meaning)
    {
        var reader = new CborReader(Wire.Hex(hex));
        Assert.Equal(long.Parse(meaning, CultureInfo.InvariantCulture), reader.ReadInt64());
        reader.End();
        Assert.False(reader.Failed, reader.Error);
    }

    [Theory]
    [InlineData("60", "")]
    [InlineData("6161", "a")]
    [InlineData("6449455446", "IETF")]
    [InlineData("62225c", "\"\\")]
    [InlineData("62c3bc", "\u00fc")]
    [InlineData("63e6b0b4", "\u6c34")]
    [InlineData("64f0908591", "\U00010151")]
    [InlineData("6100", "\0")]
    [InlineData("7f657374726561646d696e67ff", "streaming")]
    [InlineData("7fff", "")]
    [InlineData("7f60616160ff", "a")]
    [InlineData("7801" + "61", "a")]
    [InlineData("7b0000000000000001" + "61", "a")]
    [InlineData("c0d9ffff" + "6161", "a")]
    public void Text_is_read_in_one_piece_and_in_chunks(string hex, string text)
    {
        var reader = new CborReader(Wire.Hex(hex));
        Assert.Equal(text, reader.ReadText());
        reader.End();
        Assert.False(reader.Failed, reader.Error);

        var again = new CborReader(Wire.Hex(hex));
        Assert.Equal(text, System.Text.Encoding.UTF8.GetString(again.ReadUtf8()));
        again.End();
        Assert.False(again.Failed, again.Error);
    }

    [Theory]
    [InlineData("61ff")]
    [InlineData("62c328")]
    [InlineData("63eda080")]
    [InlineData("64f8888080")]
    [InlineData("61c3")]
    [InlineData("62c080")]
    [InlineData("7f61c361bcff")]
    public void Text_that_is_not_UTF8_is_refused_where_it_is_read_and_passed_where_it_is_skipped(string hex)
    {
        var reader = new CborReader(Wire.Hex(hex));
        Assert.Equal("", reader.ReadText());
        Assert.Equal("invalid UTF-8", reader.Error);

        var raw = new CborReader(Wire.Hex(hex));
        Assert.True(raw.ReadUtf8().IsEmpty);
        Assert.Equal("invalid UTF-8", raw.Error);

        var skipping = new CborReader(Wire.Hex(hex));
        skipping.Skip();
        skipping.End();
        Assert.False(skipping.Failed, skipping.Error);
    }

    [Theory]
    [InlineData("f4", false)]
    [InlineData("f5", true)]
    [InlineData("c1f5", true)]
    public void Booleans_have_their_value(string hex, bool value)
    {
        var reader = new CborReader(Wire.Hex(hex));
        Assert.Equal(value, reader.ReadBoolean());
        Assert.False(reader.Failed, reader.Error);
    }

    [Theory]
    [InlineData("f6", true)]
    [InlineData("f7", true)]
    [InlineData("c0c1f6", true)]
    [InlineData("f4", false)]
    [InlineData("00", false)]
    [InlineData("", false)]
    public void Null_and_undefined_are_read_as_null(string hex, bool isNull)
    {
        var reader = new CborReader(Wire.Hex(hex));
        Assert.Equal(isNull, reader.TryNull());
        Assert.False(reader.Failed);
        Assert.Equal(isNull, reader.Position == hex.Length / 2 && hex.Length > 0);
    }

    [Theory]
    [InlineData("1a7fffffff", 2147483647)]
    [InlineData("3a7fffffff", -2147483648)]
    public void Int32_reaches_its_bounds(string hex, int value)
    {
        var reader = new CborReader(Wire.Hex(hex));
        Assert.Equal(value, reader.ReadInt32());
        Assert.False(reader.Failed, reader.Error);
    }

    [Theory]
    [InlineData("1b7fffffffffffffff", 9223372036854775807)]
    [InlineData("3b7fffffffffffffff", -9223372036854775808)]
    [InlineData("1b0000000000000001", 1)]
    public void Int64_reaches_its_bounds_in_every_width(string hex, long value)
    {
        var reader = new CborReader(Wire.Hex(hex));
        Assert.Equal(value, reader.ReadInt64());
        Assert.False(reader.Failed, reader.Error);
    }

    [Theory]
    [InlineData("ReadInt32", "1a80000000", "expected an integer from -2147483648 to 2147483647, found 2147483648")]
    [InlineData("ReadInt32", "3a80000000", "expected an integer from -2147483648 to 2147483647, found -2147483649")]
    [InlineData("ReadUInt32", "20", "expected an integer from 0 to 4294967295, found -1")]
    [InlineData("ReadUInt32", "1b0000000100000000", "expected an integer from 0 to 4294967295, found 4294967296")]
    [InlineData("ReadInt64", "1b8000000000000000", "expected an integer from -9223372036854775808 to 9223372036854775807, found 9223372036854775808")]
    [InlineData("ReadInt64", "3b8000000000000000", "expected an integer from -9223372036854775808 to 9223372036854775807, found -9223372036854775809")]
    [InlineData("ReadInt64", "3bffffffffffffffff", "expected an integer from -9223372036854775808 to 9223372036854775807, found -18446744073709551616")]
    public void An_integer_out_of_range_is_refused_with_the_range(string read, string hex, string error)
    {
        var reader = new CborReader(Wire.Hex(hex));
        TypedReads.All.Single(item => item.Name == read).Read(ref reader);
        Assert.Equal(error, reader.Error);
    }

    [Theory]
    [InlineData("00", "an integer")]
    [InlineData("20", "an integer")]
    [InlineData("40", "bytes")]
    [InlineData("60", "text")]
    [InlineData("80", "an array")]
    [InlineData("a0", "a map")]
    [InlineData("f4", "a boolean")]
    [InlineData("f6", "null")]
    [InlineData("f7", "undefined")]
    [InlineData("f93c00", "a float")]
    [InlineData("fb3ff199999999999a", "a float")]
    [InlineData("f0", "a simple value")]
    [InlineData("f8ff", "a simple value")]
    [InlineData("c100", "an integer")]
    public void A_read_of_another_kind_names_the_kind_that_it_found(string hex, string kind)
    {
        var asText = new CborReader(Wire.Hex(hex));
        asText.ReadText();
        Assert.Equal(kind == "text" ? "" : $"expected text, found {kind}", asText.Error);

        var asInteger = new CborReader(Wire.Hex(hex));
        asInteger.ReadInt64();
        Assert.Equal(IsWhole(kind, hex) ? "" : $"expected an integer, found {kind}{(kind == "a float" ? " with a fraction" : "")}", asInteger.Error);

        var asBoolean = new CborReader(Wire.Hex(hex));
        asBoolean.ReadBoolean();
        Assert.Equal(kind == "a boolean" ? "" : $"expected a boolean, found {kind}", asBoolean.Error);

        var asMap = new CborReader(Wire.Hex(hex));
        asMap.BeginMap();
        Assert.Equal(kind == "a map" ? "" : $"expected a map, found {kind}", asMap.Error);

        var asArray = new CborReader(Wire.Hex(hex));
        asArray.BeginArray();
        Assert.Equal(kind == "an array" ? "" : $"expected an array, found {kind}", asArray.Error);
    }

    private static bool IsWhole(string kind, string hex) => kind == "an integer" || hex == "f93c00";

    [Fact]
    public void The_first_failure_sticks_and_every_later_read_is_a_default()
    {
        var reader = new CborReader(Wire.Hex("05" + "6161" + "07" + "f5"));
        Assert.Equal("", reader.ReadText());
        var (error, offset) = (reader.Error, reader.ErrorOffset);

        Assert.Equal("", reader.ReadText());
        Assert.Equal(0, reader.ReadInt64());
        Assert.Equal(0, reader.ReadInt32());
        Assert.Equal(0u, reader.ReadUInt32());
        Assert.False(reader.ReadBoolean());
        Assert.False(reader.TryNull());
        Assert.True(reader.ReadUtf8().IsEmpty);
        var items = reader.BeginArray();
        Assert.False(reader.NextItem(ref items));
        items = reader.BeginList();
        Assert.False(reader.NextItem(ref items));
        Assert.Equal(0, reader.ReadDouble());
        Assert.Equal(0, reader.ReadSingle());
        Assert.Equal(0ul, reader.ReadUInt64());
        var members = reader.BeginMap();
        Assert.False(reader.NextKey(ref members, out _));
        reader.Require(in members, 0, "key");
        reader.Skip();
        reader.End();

        Assert.Equal("expected text, found an integer", error);
        Assert.Equal(error, reader.Error);
        Assert.Equal(offset, reader.ErrorOffset);
    }
}
