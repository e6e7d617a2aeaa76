using Twofold.Cbor;
using Twofold.Tests.Support;

namespace Twofold.Tests.Cbor;

/// <summary>The codec allocates only the strings, arrays and lists that it returns.</summary>
public sealed class CodecAllocationSpecs
{
    private const int Repetitions = 1_000;

    private static readonly string s_letters = new('x', 100);
    private static object? s_kept;

    [Theory, MemberData(nameof(AppendixA.All), MemberType = typeof(AppendixA))]
    public void Skipping_allocates_nothing(string hex, string meaning)
    {
        var bytes = Wire.Hex(hex);
        Assert.True(BytesPerRound(() => Read(bytes, (ref reader) => reader.Skip())) == 0, meaning);
    }

    [Theory]
    [InlineData("1864", "ReadInt32")]
    [InlineData("3b7fffffffffffffff", "ReadInt64")]
    [InlineData("c11a514b67b0", "ReadUInt32")]
    [InlineData("1bffffffffffffffff", "ReadUInt64")]
    [InlineData("f93e00", "ReadDouble")]
    [InlineData("fa47c35000", "ReadSingle")]
    [InlineData("fb3ff199999999999a", "ReadDouble")]
    [InlineData("f5", "ReadBoolean")]
    [InlineData("f6", "TryNull")]
    [InlineData("6449455446", "ReadUtf8")]
    [InlineData("7818494554464945544649455446494554464945544649455446", "ReadUtf8")]
    [InlineData("a26161016162820203", "a map")]
    [InlineData("bf61610161629f0203ffff", "a map")]
    [InlineData("9f018202039f0405ffff", "an array")]
    public void Reading_a_number_a_boolean_a_key_or_a_head_allocates_nothing(string hex, string read)
    {
        var (bytes, reading) = (Wire.Hex(hex), Reading(read));
        Assert.Equal(0, BytesPerRound(() => Read(bytes, reading)));
    }

    [Theory]
    [InlineData("7864")]
    [InlineData("790064")]
    public void Reading_text_or_bytes_allocates_only_the_string_or_the_array(string head)
    {
        var text = Wire.Hex(head + string.Concat(Enumerable.Repeat("78", 100)));
        Assert.Equal(BytesPerRound(() => s_kept = new string('x', 100)), BytesPerRound(() => Read(text, (ref reader) => s_kept = reader.ReadText())));

        byte[] bytes = [(byte)(text[0] - 0x20), .. text[1..]];
        Assert.Equal(BytesPerRound(() => s_kept = new byte[100]), BytesPerRound(() => Read(bytes, (ref reader) => s_kept = reader.ReadBytes())));
    }

    [Fact]
    public void Writing_allocates_nothing_once_the_buffer_is_large_enough()
    {
        var buffer = new ByteBuffer();
        Assert.Equal(0, BytesPerRound(() =>
        {
            buffer.Clear();
            var writer = new CborWriter(buffer);
            writer.WriteMap(7);
            writer.WriteUtf8("key"u8);
            writer.WriteInt64(long.MinValue);
            writer.WriteUInt64(ulong.MaxValue);
            writer.WriteArray(2);
            writer.WriteDouble(1.1);
            writer.WriteSingle(1.5f);
            writer.WriteBoolean(true);
            writer.WriteNull();
            writer.WriteText("a text");
            writer.WriteText(s_letters);
            writer.WriteBytes("bytes"u8);
        }));
    }

    private static TypedReads.Read Reading(string name) => name switch
    {
        "ReadUInt64" => (ref reader) => reader.ReadUInt64(),
        "ReadDouble" => (ref reader) => reader.ReadDouble(),
        "ReadSingle" => (ref reader) => reader.ReadSingle(),
        "TryNull" => (ref reader) => reader.TryNull(),
        _ => TypedReads.All.Single(item => item.Name == name).Read,
    };

    private static void Read(byte[] bytes, TypedReads.Read read)
    {
        var reader = new CborReader(bytes);
        read(ref reader);
        reader.End();
        if (reader.Failed)
            Assert.Fail(reader.Error);
    }

    private static double BytesPerRound(Action round)
    {
        round();
        return Allocated.By(round, Repetitions) / (double)Repetitions;
    }
}
