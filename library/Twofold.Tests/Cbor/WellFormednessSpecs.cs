using Twofold.Cbor;
using Twofold.Tests.Support;

namespace Twofold.Tests.Cbor;

public sealed class WellFormednessSpecs
{
    [Fact]
    public void The_tables_are_complete()
    {
        Assert.Equal(82, AppendixA.Items.Length);
        Assert.Equal(82, AppendixA.Items.Select(item => item.Hex).Distinct().Count());
        Assert.Equal(94, AppendixF.All().Count);
    }

    [Theory]
    [MemberData(nameof(AppendixA.All), MemberType = typeof(AppendixA))]
    public void Each_example_of_the_standard_is_well_formed(string hex, string meaning)
    {
        var reader = new CborReader(Wire.Hex(hex));
        reader.Skip();
        reader.End();
        Assert.False(reader.Failed, $"{meaning}: {reader.Error}");
    }

    [Theory]
    [MemberData(nameof(AppendixA.All), MemberType = typeof(AppendixA))]
    public void Each_example_is_reported_as_truncated_at_every_cut(string hex, string meaning)
    {
        var whole = Wire.Hex(hex);
        for (var size = 0; size < whole.Length; size++)
        {
            var reader = new CborReader(whole.AsSpan(0, size));
            reader.Skip();
            Assert.True(reader.Failed, $"{meaning} cut to {size} bytes");
            Assert.Contains($"the data ends at byte {size} within an item", reader.Error);
        }
    }

    [Theory]
    [MemberData(nameof(AppendixF.All), MemberType = typeof(AppendixF))]
    public void Each_malformed_item_of_the_standard_is_refused_by_every_read(string hex, string fault)
    {
        foreach (var (name, read) in TypedReads.All)
        {
            var reader = new CborReader(Wire.Hex(hex));
            read(ref reader);
            reader.End();
            Assert.True(reader.Failed, $"{name} accepts {fault}");
            Assert.NotEqual("", reader.Error);
        }
    }

    [Theory]
    [InlineData("0000", 1)]
    [InlineData("a0ff", 1)]
    [InlineData("6161f6", 2)]
    public void Trailing_bytes_after_the_item_are_refused(string hex, int offset)
    {
        var reader = new CborReader(Wire.Hex(hex));
        reader.Skip();
        Assert.False(reader.Failed);
        reader.End();
        Assert.Equal($"trailing bytes at byte {offset}", reader.Error);
        Assert.Equal(offset, reader.ErrorOffset);
    }

    [Theory]
    [InlineData(0x81, "00", "")]
    [InlineData(0x9f, "00", "ff")]
    public void Arrays_nest_64_levels_and_no_more(byte head, string inner, string close)
    {
        Assert.False(Fails(Nested(64, [head], inner, close), out _));
        Assert.True(Fails(Nested(65, [head], inner, close), out var error));
        Assert.EndsWith("nesting over 64 levels", error);
    }

    [Fact]
    public void Maps_nest_64_levels_and_no_more()
    {
        Assert.False(Fails(Nested(64, [0xa1, 0x00], "00", ""), out _));
        Assert.True(Fails(Nested(65, [0xa1, 0x00], "00", ""), out _));
        Assert.False(Fails(Nested(64, [0xbf, 0x61, 0x61], "00", "ff"), out _));
        Assert.True(Fails(Nested(65, [0xbf, 0x61, 0x61], "00", "ff"), out _));
    }

    [Fact]
    public void A_level_that_has_been_left_does_not_count()
    {
        var sixtyFour = Nested(64, [0x81], "00", "");
        Assert.False(Fails([0x80, .. sixtyFour], out _, items: 2));
        Assert.False(Fails([.. sixtyFour, .. sixtyFour], out _, items: 2));
    }

    [Fact]
    public void A_million_levels_and_a_million_tags_do_not_overflow_the_stack() => Deadline.Run(() =>
    {
        Assert.True(Fails(Nested(1_000_000, [0x81], "00", ""), out var error));
        Assert.EndsWith("nesting over 64 levels", error);
        Assert.False(Fails(Nested(1_000_000, [0xc1], "00", ""), out _));
    });

    [Theory]
    [InlineData("9bffffffffffffffff")]
    [InlineData("bbffffffffffffffff")]
    [InlineData("9b7fffffffffffffff00")]
    [InlineData("bb800000000000000000")]
    [InlineData("5bffffffffffffffff")]
    [InlineData("7b7fffffffffffffff")]
    public void An_announced_length_reserves_no_memory(string hex)
    {
        var bytes = Wire.Hex(hex);
        TypedReads.Read list = (ref reader) => ListCbor<string, TextCbor>.Read(ref reader);
        Allocated(bytes, list);
        Assert.InRange(Allocated(bytes, list), 0, 4096);
    }

    private static long Allocated(byte[] bytes, TypedReads.Read read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reader = new CborReader(bytes);
        read(ref reader);
        Assert.True(reader.Failed);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static bool Fails(byte[] bytes, out string error, int items = 1)
    {
        var reader = new CborReader(bytes);
        for (var i = 0; i < items; i++)
            reader.Skip();
        reader.End();
        error = reader.Error;
        return reader.Failed;
    }

    private static byte[] Nested(int depth, byte[] open, string inner, string close) =>
    [
        .. Enumerable.Repeat(open, depth).SelectMany(bytes => bytes),
        .. Wire.Hex(inner),
        .. Enumerable.Repeat(Wire.Hex(close), depth).SelectMany(bytes => bytes),
    ];
}
