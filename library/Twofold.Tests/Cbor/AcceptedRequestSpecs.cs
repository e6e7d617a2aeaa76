using Twofold.Cbor;
using Twofold.Generated.my_timer;
using Twofold.Tests.Support;

namespace Twofold.Tests.Cbor;

/// <summary>A record is read from every equivalent encoding, and written in a single one.</summary>
public sealed class AcceptedRequestSpecs
{
    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var (what, hex, again) in AcceptedRequests.All)
                rows.Add(what, hex, again);

            return rows;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void A_request_in_another_encoding_has_the_same_meaning(string what, string hex, string again)
    {
        var reader = new CborReader(Wire.Hex(hex));
        var request = ComplexRequestCodec.Read(ref reader);
        reader.End();
        Assert.Equal($"{what}: ", $"{what}: {reader.Error}");

        var buffer = new ByteBuffer();
        ComplexRequestCodec.Write(new CborWriter(buffer), request);
        Assert.Equal(again, Convert.ToHexStringLower(buffer.Span));
    }

    [Fact]
    public void A_null_list_leaves_the_nesting_as_it_was()
    {
        // 62 nested arrays around a null list and a list within a list.
        var data = Wire.Hex(string.Concat(Enumerable.Repeat("81", 62)) + "82f68180");
        var reader = new CborReader(data);
        var outer = new CborItems();
        for (var i = 0; i < 63; i++)
        {
            outer = reader.BeginList();
            Assert.True(reader.NextItem(ref outer));
        }

        var none = reader.BeginList();
        Assert.Equal(0, none.Capacity);
        Assert.False(reader.NextItem(ref none));
        Assert.True(reader.NextItem(ref outer));
        var inner = reader.BeginList();
        Assert.False(reader.Failed, reader.Error);
        Assert.True(reader.NextItem(ref inner));
        reader.BeginList();
        Assert.EndsWith("nesting over 64 levels", reader.Error, StringComparison.Ordinal);
    }
}
