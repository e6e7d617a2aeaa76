using Twofold.Cbor;

namespace Twofold.Tests.Cbor;

/// <summary>Short text takes separate code paths for each range of lengths: no letter is lost, moved or replaced.</summary>
public sealed class ShortTextSpecs
{
    private const int Longest = 40;

    // Letters of one and two bytes, and letters whose lower or upper half looks like ASCII.
    private static readonly char[] s_others = ['\u0080', '\u00ff', '\u0100', '\u0161', '\u6100', '\u6161', '\u8061', '\uff7f'];

    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, Longest + 1)];

    [Theory, MemberData(nameof(Lengths))]
    public void Each_letter_keeps_its_place(int length)
    {
        AssertBothWays(Letters(length, 'A'));
        AssertBothWays(Letters(length, '\0'));
        AssertBothWays(Letters(length, (char)(0x80 - Longest)));
    }

    [Theory, MemberData(nameof(Lengths))]
    public void A_letter_that_is_not_ASCII_is_kept_at_every_position(int length)
    {
        for (var at = 0; at < length; at++)
        {
            foreach (var other in s_others)
                AssertBothWays(string.Create(length, (at, other), static (letters, change) =>
                {
                    letters.Fill('a');
                    letters[change.at] = change.other;
                }));
        }
    }

    [Theory, MemberData(nameof(Lengths))]
    public void An_invalid_UTF8_byte_is_found_at_every_position(int length)
    {
        for (var at = 0; at < length; at++)
        {
            var bytes = Encoded(Letters(length, 'A'));
            bytes[^(length - at)] |= 0x80;
            var reader = new CborReader(bytes);
            Assert.Equal("", reader.ReadText());
            Assert.Equal("invalid UTF-8", reader.Error);
            Assert.Equal(0, reader.ErrorOffset);
        }
    }

    [Theory, MemberData(nameof(Lengths))]
    public void Bytes_around_a_text_are_not_read_as_part_of_it(int length)
    {
        var text = Letters(length, 'A');
        byte[] bytes = [0xff, .. Encoded(text), 0xff];
        var reader = new CborReader(bytes.AsSpan(1..));
        Assert.Equal(text, reader.ReadText());
        Assert.Equal(bytes.Length - 2, reader.Position);
    }

    [Theory, MemberData(nameof(Lengths))]
    public void A_text_is_written_the_same_with_any_room_left_in_the_buffer(int length)
    {
        var text = Letters(length, 'A');
        var expected = Encoded(text);
        for (var room = 0; room <= expected.Length + 1; room++)
        {
            var buffer = NearlyFull.Buffer(room);
            new CborWriter(buffer).WriteText(text);
            NearlyFull.AssertAppended(expected, buffer);
        }
    }

    private static string Letters(int length, char first) => string.Create(length, first, static (letters, first) =>
    {
        for (var i = 0; i < letters.Length; i++)
            letters[i] = (char)(first + i);
    });

    private static byte[] Encoded(string text)
    {
        var oracle = new System.Formats.Cbor.CborWriter();
        oracle.WriteTextString(text);
        return oracle.Encode();
    }

    private static void AssertBothWays(string text)
    {
        var buffer = new ByteBuffer();
        new CborWriter(buffer).WriteText(text);
        Assert.Equal(Encoded(text), buffer.Span.ToArray());

        var reader = new CborReader(buffer.Span);
        Assert.Equal(text, reader.ReadText());
        reader.End();
        Assert.False(reader.Failed, reader.Error);
    }
}
