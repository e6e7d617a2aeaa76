using MyTimerLibrary;
using Twofold.Generated.fixtures;
using Twofold.Generated.my_timer;
using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Tests.Shapes;
using Twofold.Tool;

namespace Twofold.Tests.Cbor.Differential;

/// <summary>For every generated type, the codec and System.Formats.Cbor read each other's output, in every encoding.</summary>
public sealed class RoundTripSpecs
{
    private const int FewValues = 20;
    private const int ManyValues = 200;

    private static readonly LibraryModel s_fixtures = LibraryReader.Parse(Twofold.Generated.fixtures.TwofoldModel.Json);
    private static readonly LibraryModel s_timer = LibraryReader.Parse(Twofold.Generated.my_timer.TwofoldModel.Json);

    private static readonly Form[] s_forms =
    [
        Form.Plain, Form.Indefinite, Form.ShortFloats, Form.Tagged, Form.WithoutNulls, Form.SwappedNumbers, Form.Bignums, Form.NullLists,
        Form.Indefinite | Form.ShortFloats | Form.Tagged | Form.WithoutNulls | Form.SwappedNumbers | Form.Bignums | Form.NullLists,
    ];

    public static TheoryData<string> Methods => [.. Shapes.Shapes.ByName.Keys];

    [Theory, MemberData(nameof(Methods))]
    public void Each_codec_reads_what_the_other_writes(string method) => Check(method, FewValues);

    [Theory, MemberData(nameof(Methods)), Trait("tier", "nightly")]
    public void Each_codec_reads_many_values_that_the_other_writes(string method) => Check(method, ManyValues);

    [Fact]
    public void Each_codec_reads_the_timer_records_that_the_other_writes()
    {
        string[] texts = ["", "a", "\u00fc\u6c34\U0001f600", "with\0nul", new('x', 23), new('x', 24), new('\u6c34', 100)];
        long[] numbers = [0, -1, 23, -24, 24, -25, 255, 256, 65536, uint.MaxValue, long.MinValue, long.MaxValue];
        var records = new HashSet<string>();
        foreach (var text in texts)
        {
            foreach (var number in numbers)
                AssertTimer(records, text, number, (int)number, number % 3 == 0 ? null : text, (Priority)(Math.Abs(number % 3)));
        }

        Assert.Equal(s_timer.Records.Where(record => record.Role == RecordRole.Message).Select(record => record.Name).Order(), records.Order());
    }

    private static void Check(string method, int values)
    {
        var shape = Shapes.Shapes.ByName[method];
        var type = s_fixtures.Methods.Single(model => model.Name == method).Parameters[0].Type;
        shape.CheckEncodings(values, (value, bytes) => AssertSame(s_fixtures, type, value, bytes, shape.Read));
    }

    private static void AssertTimer(HashSet<string> records, string text, long number, int small, string? note, Priority priority)
    {
        var request = new EchoRequest(text, number);
        AssertSame<Config, ConfigCodec>(records, new Config(text));
        AssertSame<EchoRequest, EchoRequestCodec>(records, request);
        AssertSame<EchoResponse, EchoResponseCodec>(records, new EchoResponse(text, text));
        AssertSame<ComplexRequest, ComplexRequestCodec>(records, new ComplexRequest([request, request], [text, ""], note, note is null ? null : small));
        AssertSame<ComplexRequest, ComplexRequestCodec>(records, new ComplexRequest([], [.. Enumerable.Repeat("tag", 300)], note, null));
        AssertSame<ComplexResponse, ComplexResponseCodec>(records, new ComplexResponse(text, small, note is null));
        AssertSame<JobSpec, JobSpecCodec>(records, new JobSpec(text, [text], priority));
        AssertSame<RetryPolicy, RetryPolicyCodec>(records, new RetryPolicy(small, number, [text]));
        AssertSame<ScheduleConfig, ScheduleConfigCodec>(records, new ScheduleConfig(number, number, note is null ? null : number));
        AssertSame<ScheduleResult, ScheduleResultCodec>(records, new ScheduleResult(text, number, number, number, priority));
        AssertSame<EchoEvent, EchoEventCodec>(records, new EchoEvent(text, number));
        AssertSame<JobEvent, JobEventCodec>(records, new JobEvent(text, number));
    }

    private static void AssertSame<T, TCodec>(HashSet<string> records, T value)
        where TCodec : Twofold.Cbor.ICborCodec<T>
    {
        var name = typeof(T).Name;
        records.Add(name);
        var cbor = CborShape.Of<T, TCodec>(name);
        var type = new RecordType(name, name, IsStruct: false);
        AssertSame(s_timer, type, value, cbor.Encode(value), bytes => (Canonical.Of(cbor.Decode(bytes).Required()), null));
    }

    private static void AssertSame(LibraryModel library, TypeModel type, object? value, byte[] bytes, Func<byte[], (string? Value, string? Error)> read)
    {
        var expected = Canonical.Of(value);
        Assert.Equal((expected, null), read(bytes));
        Assert.Equal(expected, new OracleCodec(library).Read(type, bytes));
        foreach (var form in s_forms)
            Assert.Equal((expected, null), read(new OracleWriter(library, form).Write(type, value)));
    }
}
