using System.Formats.Cbor;
using MyTimerLibrary;
using Twofold.Cbor;
using Twofold.Generated.my_timer;
using Twofold.Tests.Support;
using static Twofold.Tests.Support.Wire;
using Reader = Twofold.Cbor.CborReader;
using Writer = Twofold.Cbor.CborWriter;

namespace Twofold.Tests.Cbor;

/// <summary>Generated codecs against System.Formats.Cbor, both ways.</summary>
public sealed class CodecSpecs
{
    private static readonly string[] s_texts =
        ["", "a", "hello over the wire", "\u00fc\u6c34\U0001f600", "with\0nul", "\"quoted\"\n", new('x', 23), new('x', 24), new('\u6c34', 100), new('x', 70_000)];

    [Fact]
    public void Written_values_read_back_the_same()
    {
        foreach (var text in s_texts)
        {
            AssertRoundTrip<EchoRequest, EchoRequestCodec>(new EchoRequest(text, long.MinValue));
            AssertRoundTrip<EchoResponse, EchoResponseCodec>(new EchoResponse(text, text));
            AssertRoundTrip<JobEvent, JobEventCodec>(new JobEvent(text, long.MaxValue));
            foreach (var priority in Enum.GetValues<Priority>())
                AssertRoundTrip<ScheduleResult, ScheduleResultCodec>(new ScheduleResult(text, -1, 0, 24, priority));
        }

        AssertRoundTrip<ComplexResponse, ComplexResponseCodec>(new ComplexResponse("s", int.MinValue, true));
        AssertRoundTrip<ScheduleConfig, ScheduleConfigCodec>(new ScheduleConfig(1, 2, null));
        AssertRoundTrip<ScheduleConfig, ScheduleConfigCodec>(new ScheduleConfig(1, 2, long.MinValue));
    }

    [Fact]
    public void Lists_and_optional_members_read_back_the_same()
    {
        string?[] notes = [null, "", "a note"];
        int?[] retries = [null, 0, int.MaxValue];
        foreach (var count in new[] { 0, 1, 23, 24, 300 })
        {
            var request = new ComplexRequest(
                [.. Enumerable.Range(0, count).Select(i => new EchoRequest(s_texts[i % s_texts.Length], i))],
                [.. Enumerable.Repeat("tag", count)],
                notes[count % 3],
                retries[count % 3]);
            var copy = Read<ComplexRequest, ComplexRequestCodec>(Write<ComplexRequest, ComplexRequestCodec>(request));
            Assert.Equal(request.Messages, copy.Messages);
            Assert.Equal(request.Tags, copy.Tags);
            Assert.Equal((request.Note, request.Retries), (copy.Note, copy.Retries));
        }
    }

    [Fact]
    public void Another_codec_reads_what_is_written()
    {
        var bytes = Write<ScheduleResult, ScheduleResultCodec>(new ScheduleResult("t:j", 12, 1015, -250, Priority.High));
        Assert.Equal(
            Wire.Encode(Map(("jobId", "t:j"), ("willRunCount", 12), ("firstRunAtMs", 1015), ("effectiveBackoffMs", -250), ("priority", "high"))),
            bytes);

        var reader = new System.Formats.Cbor.CborReader(bytes, CborConformanceMode.Strict);
        reader.SkipValue();
        Assert.Equal(0, reader.BytesRemaining);
    }

    [Fact]
    public void Optional_members_without_a_value_are_written_as_null() => Assert.Equal(
        Wire.Encode(Map(("messages", List()), ("tags", List("a")), ("note", null), ("retries", null))),
        Write<ComplexRequest, ComplexRequestCodec>(new ComplexRequest([], ["a"], null, null)));

    [Fact]
    public void Members_are_read_in_any_order()
    {
        var reader = new Reader(Wire.Encode(Map(("retries", 3), ("tags", List("a")), ("note", "n"), ("messages", List()))));
        var request = ComplexRequestCodec.Read(ref reader);
        Assert.False(reader.Failed, reader.Error);
        Assert.Equal((3, "n", 1, 0), (request.Retries, request.Note, request.Tags.Count, request.Messages.Count));
    }

    [Fact]
    public void A_method_without_a_result_answers_null()
    {
        var buffer = new ByteBuffer();
        UnitCbor.Write(new Writer(buffer), default);
        Assert.Equal([0xf6], buffer.Span.ToArray());
    }

    private static void AssertRoundTrip<T, TCodec>(T value)
        where TCodec : ICborCodec<T>
    {
        var bytes = Write<T, TCodec>(value);
        Assert.Equal(value, Read<T, TCodec>(bytes));

        // Definite lengths and shortest heads: another codec that insists on them accepts it (but not on sorted keys).
        var oracle = new System.Formats.Cbor.CborReader(bytes, CborConformanceMode.Strict);
        oracle.SkipValue();
        Assert.Equal(0, oracle.BytesRemaining);
    }

    private static byte[] Write<T, TCodec>(T value)
        where TCodec : ICborCodec<T>
    {
        var buffer = new ByteBuffer();
        TCodec.Write(new Writer(buffer), value);
        return buffer.Span.ToArray();
    }

    private static T Read<T, TCodec>(byte[] bytes)
        where TCodec : ICborCodec<T>
    {
        var reader = new Reader(bytes);
        var value = TCodec.Read(ref reader);
        reader.End();
        Assert.False(reader.Failed, reader.Error);
        return value;
    }
}
