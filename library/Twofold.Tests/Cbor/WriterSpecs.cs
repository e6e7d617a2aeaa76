using Twofold.Cbor;
using Twofold.Tests.Support;

namespace Twofold.Tests.Cbor;

public sealed class WriterSpecs
{
    private delegate void Writing(CborWriter writer);

    [Theory]
    [MemberData(nameof(AppendixA.Integers), MemberType = typeof(AppendixA))]
    public void Each_integer_of_the_standard_is_written_as_the_standard_writes_it(string hex, string meaning) =>
        AssertWrites(hex, writer => writer.WriteInt64(long.Parse(meaning, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(ulong.MaxValue, "1bffffffffffffffff")]
    [InlineData(0ul, "00")]
    public void Unsigned_integers_reach_64_bits(ulong value, string hex) => AssertWrites(hex, writer => writer.WriteUInt64(value));

    [Theory]
    [InlineData(long.MinValue, "3b7fffffffffffffff")]
    [InlineData(-4294967297L, "3b0000000100000000")]
    [InlineData(-4294967296L, "3affffffff")]
    [InlineData(4294967295L, "1affffffff")]
    [InlineData(65536L, "1a00010000")]
    [InlineData(65535L, "19ffff")]
    [InlineData(256L, "190100")]
    [InlineData(255L, "18ff")]
    public void Heads_are_as_short_as_they_can_be(long value, string hex) => AssertWrites(hex, writer => writer.WriteInt64(value));

    [Fact]
    public void Simple_values_strings_and_heads_are_written_as_the_standard_writes_them()
    {
        AssertWrites("f4f5f6", writer =>
        {
            writer.WriteBoolean(false);
            writer.WriteBoolean(true);
            writer.WriteNull();
        });
        AssertWrites("4401020304" + "40", writer =>
        {
            writer.WriteBytes([1, 2, 3, 4]);
            writer.WriteBytes([]);
        });
        AssertWrites("a0" + "b818" + "80" + "990100", writer =>
        {
            writer.WriteMap(0);
            writer.WriteMap(24);
            writer.WriteArray(0);
            writer.WriteArray(256);
        });
        AssertWrites("6449455446", writer => writer.WriteUtf8("IETF"u8));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Text_with_letters_of_any_width_has_the_right_head_around_every_boundary(int bytesPerLetter)
    {
        string letter = bytesPerLetter switch { 1 => "a", 2 => "\u00fc", 3 => "\u6c34", _ => "\U00010151" };
        foreach (var boundary in new[] { 0, 24, 256, 65536 })
        {
            for (var letters = Math.Max(0, (boundary / bytesPerLetter) - 2); letters <= boundary + 2; letters += letters < boundary - 3 && letters > (boundary / bytesPerLetter) + 2 ? 997 : 1)
            {
                var text = string.Concat(Enumerable.Repeat(letter, letters));
                var oracle = new System.Formats.Cbor.CborWriter();
                oracle.WriteTextString(text);
                Assert.Equal(oracle.Encode(), Write(writer => writer.WriteText(text)));
            }
        }
    }

    [Fact]
    public void Text_with_a_lone_surrogate_fails_the_method_and_writes_nothing()
    {
        var buffer = new ByteBuffer();
        new CborWriter(buffer).WriteText("before");
        var before = buffer.Span.ToArray();
        Assert.Throws<FfiException>(() => new CborWriter(buffer).WriteText("a\ud800b"));
        Assert.Equal(before, buffer.Span.ToArray());
    }

    [Fact]
    public void A_buffer_grows_keeps_its_bytes_and_gives_large_memory_back()
    {
        var buffer = new ByteBuffer();
        var expected = new List<byte>();
        for (var i = 0; i < 300; i++)
        {
            var piece = Enumerable.Repeat((byte)i, i).ToArray();
            buffer.Append(piece);
            expected.AddRange(piece);
        }

        Assert.Equal(expected, buffer.Span.ToArray());
        buffer.Consume(10_000);
        Assert.Equal(expected.Skip(10_000), buffer.Span.ToArray());
        buffer.Consume(buffer.Length);
        Assert.Equal(0, buffer.Length);

        buffer.Append(new byte[10_000_000]);
        buffer.Clear();
        Assert.InRange(buffer.Reserve(1).Length, 1, 64 * 1024);
    }

    private static byte[] Write(Writing write)
    {
        var buffer = new ByteBuffer();
        write(new CborWriter(buffer));
        return buffer.Span.ToArray();
    }

    private static void AssertWrites(string hex, Writing write) =>
        Assert.Equal(hex, Convert.ToHexStringLower(Write(write)));
}
