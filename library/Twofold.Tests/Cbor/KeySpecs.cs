using Twofold.Cbor;
using Twofold.Tests.Support;
using static Twofold.Tests.Support.Wire;

namespace Twofold.Tests.Cbor;

/// <summary>Keys are compared and written several bytes at a time, in a way that depends on their length. No byte is left out.</summary>
public sealed class KeySpecs
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz";

    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, Alphabet.Length + 1), 300];

    [Theory, MemberData(nameof(Lengths))]
    public void A_key_of_any_length_is_text_and_is_found(int length)
    {
        var key = Key(length);
        var map = Wire.Encode(Map((Text(key), null)));
        var buffer = new ByteBuffer();
        var writer = new CborWriter(buffer);
        writer.WriteMap(1, key);
        writer.WriteNull();
        Assert.Equal(map, buffer.Span.ToArray());

        var reader = new CborReader(map);
        var members = reader.BeginMap();
        var isFound = reader.TryKey(ref members, 0, key);
        AssertRead(ref reader, ref members, isFound, key);

        reader = new CborReader(map);
        members = reader.BeginMap(1, key);
        AssertRead(ref reader, ref members, members.Has(0), key);
    }

    [Theory, MemberData(nameof(Lengths))]
    public void A_key_that_differs_in_one_byte_does_not_match(int length)
    {
        var key = Key(length);
        for (var at = 0; at < length; at++)
        {
            var other = (byte[])key.Clone();
            other[at] ^= 1;
            AssertOther(Text(other), key);
        }

        AssertOther(Text(key) + "x", key);
        if (length > 0)
            AssertOther(Text(key)[..^1], key);
    }

    [Theory, MemberData(nameof(Lengths))]
    public void A_truncated_key_does_not_match(int length)
    {
        var key = Key(length);
        var map = Wire.Encode(Map((Text(key), null)));
        for (var end = 0; end < map.Length - 1; end++)
        {
            // The memory after the end of the data completes the key.
            var reader = new CborReader(map.AsSpan(..end));
            var members = reader.BeginMap(1, key);
            Assert.False(members.Has(0));
            Assert.False(reader.TryKey(ref members, 0, key));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(23)]
    [InlineData(24)]
    [InlineData(64)]
    public void A_map_of_any_size_begins_with_its_head_and_its_first_key(int count)
    {
        var pairs = Enumerable.Range(0, count).Select(i => ($"key{i}", (object?)i)).ToArray();
        var map = Wire.Encode(Map(pairs));
        for (var room = 0; room < 10; room++)
        {
            var buffer = NearlyFull.Buffer(room);
            var writer = new CborWriter(buffer);
            writer.WriteMap(count, "key0"u8);
            writer.WriteInt64(0);
            foreach (var (key, value) in pairs[1..])
            {
                writer.WriteKey(System.Text.Encoding.UTF8.GetBytes(key));
                writer.WriteInt64((int)value!);
            }

            NearlyFull.AssertAppended(map, buffer);
        }

        var reader = new CborReader(map);
        Assert.True(reader.BeginMap(count, "key0"u8).Has(0));
    }

    [Theory, MemberData(nameof(Lengths))]
    public void A_key_is_written_the_same_with_any_room_left_in_the_buffer(int length)
    {
        var key = Key(length);
        var expected = Wire.Encode(Text(key));
        for (var room = 0; room <= expected.Length + 1; room++)
        {
            var buffer = NearlyFull.Buffer(room);
            new CborWriter(buffer).WriteKey(key);
            NearlyFull.AssertAppended(expected, buffer);
        }
    }

    private static byte[] Key(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)Alphabet[i % Alphabet.Length])];

    private static string Text(byte[] key) => System.Text.Encoding.ASCII.GetString(key);

    private static void AssertRead(ref CborReader reader, ref CborItems members, bool isFound, byte[] key)
    {
        Assert.True(isFound || (key.Length > 23 && reader.NextKey(ref members, out var found) && found.SequenceEqual(key)));
        Assert.True(reader.TryNull());
        Assert.False(reader.NextKey(ref members, out _));
        reader.End();
        Assert.False(reader.Failed, reader.Error);
    }

    private static void AssertOther(string other, byte[] key)
    {
        var map = Wire.Encode(Map((other, null)));
        var reader = new CborReader(map);
        var members = reader.BeginMap(1, key);
        Assert.False(members.Has(0));
        Assert.False(reader.TryKey(ref members, 0, key));
        Assert.True(reader.NextKey(ref members, out var found));
        Assert.Equal(other, System.Text.Encoding.UTF8.GetString(found));
    }
}
