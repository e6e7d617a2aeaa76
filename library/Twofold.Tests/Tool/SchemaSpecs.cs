using FixturesLibrary;
using MyTimerLibrary;
using Twofold.Cbor;
using Twofold.Generated.fixtures;
using Twofold.Generated.my_timer;
using Twofold.Model;
using Twofold.Model.Library;
using Twofold.Tests.Generator;
using Twofold.Tests.Support;
using Twofold.Tool.Printers.C;
using Twofold.Tool.Printers.CborC;
using Twofold.Tool.Printers.Cddl;
using static Twofold.Tests.Support.Wire;

namespace Twofold.Tests.Tool;

/// <summary>Messages that the generated codecs send or accept match the printed schema.</summary>
public sealed class SchemaSpecs
{
    private static readonly CddlSchema s_timer = new(File.ReadAllText(Path.Combine(Snapshot.Folder, "..", "..", "MyTimer", "include", "my_timer.cddl")));
    private static readonly LibraryModel s_fixturesModel = Generation.OfFolder(Path.Combine(Snapshot.Folder, "..", "Fixtures")).Model();
    private static readonly CddlSchema s_fixtures = new(CddlPrinter.Text(s_fixturesModel));

    // Names that a suffix might make equal to another.
    private static readonly string[] s_methodNames = ["Subscribe", "Unsubscribe", "Release", "SubscribeControl", "SubscribeControlRequest", "Foo", "FooCall", "FooReply", "OnFoo"];
    private static readonly string[] s_eventNames = ["Foo", "OnFoo", "OnFooEvent", "FooCall"];
    private static readonly string[] s_controls = ["hello", "subscribe", "unsubscribe", "release"];

    /// <summary>A rule, and a message that is sent under it.</summary>
    public static TheoryData<string, byte[]> Sent => new()
    {
        { "version-reply", Written<string, TextCbor>("csharp-timer v0.1.0") },
        { "echo-reply", Written<EchoResponse, EchoResponseCodec>(new EchoResponse("hi", "t")) },
        { "complex-reply", Written<ComplexResponse, ComplexResponseCodec>(new ComplexResponse("s", -1, true)) },
        { "schedule-reply", Written<ScheduleResult, ScheduleResultCodec>(new ScheduleResult("t:j", long.MinValue, long.MaxValue, 0, Priority.High)) },
        { "ComplexRequest", Written<ComplexRequest, ComplexRequestCodec>(new ComplexRequest([new EchoRequest("a", 1)], ["x"], null, 3)) },
        { "on_echo_fired-event", Encode(Map(("event", "on_echo_fired"), ("lost", 0), ("payload", Written<EchoEvent, EchoEventCodec>(new EchoEvent("m", 1))))) },
    };

    /// <summary>A request that both the schema and the generated code take.</summary>
    public static TheoryData<string, byte[]> Taken => new()
    {
        { "version", Encode(Map()) },
        { "echo", Encode(Map(("req", Map(("message", "m"), ("delayMs", 5))))) },
        { "complex", Encode(Map(("req", Map(("messages", List()), ("tags", List("a")), ("note", null))))) },
        { "schedule", Encode(Map(("job", Job("low")), ("retry", Map(("maxAttempts", 1), ("backoffMs", 0), ("retryOn", List()))), ("schedule", Map(("startAtMs", 0), ("intervalMs", 0), ("jitter", 7))))) },
    };

    /// <summary>A request that both refuse.</summary>
    public static TheoryData<string, byte[]> Refused => new()
    {
        { "echo", Encode(Map()) },
        { "echo", Encode(Map(("req", Map(("message", "m"))))) },
        { "echo", Encode(Map(("req", Map(("message", "m"), ("delayMs", "5"))))) },
        { "echo", Encode(Map(("req", Map(("message", null), ("delayMs", 5))))) },
        { "complex", Encode(Map(("req", Map(("messages", List()), ("tags", List(1)))))) },
        { "complex", Encode(Map(("req", Map(("messages", List()), ("tags", List()), ("retries", 2147483648))))) },
        { "schedule", Encode(Map(("job", Job("urgent")), ("retry", Map(("maxAttempts", 1), ("backoffMs", 0), ("retryOn", List()))), ("schedule", Map(("startAtMs", 0), ("intervalMs", 0))))) },
    };

    [Theory]
    [MemberData(nameof(Sent))]
    public void A_sent_message_matches_the_schema(string rule, byte[] message)
    {
        Assert.True(s_timer.Accepts(rule, message), Convert.ToHexString(message));
        Assert.All(s_timer.Names.Where(other => other.EndsWith("-reply", StringComparison.Ordinal) && rule.EndsWith("-reply", StringComparison.Ordinal) && !other.EndsWith("version-reply", StringComparison.Ordinal) && other != rule),
            other => Assert.False(s_timer.Accepts(other, message), $"{other} accepts a message of {rule}"));
    }

    [Theory]
    [MemberData(nameof(Taken))]
    public void An_accepted_request_matches_the_schema(string method, byte[] request)
    {
        Assert.True(s_timer.Accepts($"{method}-call", request));
        Assert.Null(ErrorOf(method, request));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_refused_request_does_not_match_the_schema(string method, byte[] request)
    {
        Assert.False(s_timer.Accepts($"{method}-call", request));
        Assert.NotNull(ErrorOf(method, request));
    }

    [Fact]
    public void Every_shape_is_in_the_schema()
    {
        Accept<Lists, ListsCodec>("keep_lists-reply", new Lists([true], [long.MinValue], [1.5f, float.NaN], ["x"], [[1]], [Color.DarkGreen], [new Point(1, 2)], [[1], []], [null, 1], [null, "h"], [null, new Point(0, 0)]));
        Accept<Optionals, OptionalsCodec>("keep_optionals-reply", new Optionals(null, null, null, null, null, null, null, null));
        Accept<Optionals, OptionalsCodec>("keep_optionals-reply", new Optionals(true, 0.5, "t", [1], Color.None, [1], new Point(1, 2), new Label("l")));
        Accept<Blob, BlobCodec>("keep_blob-reply", new Blob([1], new byte[] { 2 }, null, null));
        Accept<Node, NodeCodec>("keep_tree-reply", new Node(1, [new Node(2, [])]));
        Accept<Link, LinkCodec>("keep_chain-reply", new Link(1, new Link(2, null)));
        Accept<Company, CompanyCodec>("keep_company-reply", new Company("c", new Office([], new Desk(new Owner("o", 255)))));
    }

    [Fact]
    public void A_rule_has_the_name_on_the_wire_and_one_suffix()
    {
        var schema = new CddlSchema(CddlPrinter.Text(s_fixturesModel));
        var expected = s_fixturesModel.Methods.SelectMany(method => new[] { $"{method.WireName}-call", $"{method.WireName}-reply" })
            .Concat(s_fixturesModel.Events.Select(@event => $"{@event.WireName}-event"))
            .Concat(s_controls.SelectMany(name => new[] { $"{name}-control-request", $"{name}-control-response" }));
        Assert.Equal(expected.Order(StringComparer.Ordinal), schema.Names.Where(name => name.Contains('-', StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(schema.Names, name => name.Contains('@', StringComparison.Ordinal) || name.Contains('$', StringComparison.Ordinal));
    }

    [Fact]
    public void Rule_names_stay_distinct_if_hyphens_become_underscores()
    {
        var library = s_fixturesModel with
        {
            Methods = new EquatableArray<MethodModel>(s_methodNames.Select(name => s_fixturesModel.Methods[0] with { Name = name })),
            Events = new EquatableArray<EventModel>(s_eventNames.Select(name => s_fixturesModel.Events[0] with { Name = name })),
        };
        var names = new CddlSchema(CddlPrinter.Text(library)).Names.ToList();
        Assert.Contains("subscribe-call", names);
        Assert.Contains("subscribe-control-request", names);
        Assert.Equal(names.Count, names.Select(name => name.Replace('-', '_')).Distinct().Count());
    }

    private static void Accept<T, TCodec>(string rule, T value)
        where TCodec : ICborCodec<T>
    {
        var message = Written<T, TCodec>(value);
        Assert.True(s_fixtures.Accepts(rule, message), $"{rule}: {Convert.ToHexString(message)}");
        Assert.False(s_fixtures.Accepts(rule, [.. message, 0]));
    }

    private static KeyValuePair<string, object?>[] Job(string priority) => Map(("name", "j"), ("payload", List("p")), ("priority", priority));

    private static byte[] Written<T, TCodec>(T value)
        where TCodec : ICborCodec<T>
    {
        var buffer = new ByteBuffer();
        TCodec.Write(new CborWriter(buffer), value);
        return buffer.Span.ToArray();
    }

    private static string? ErrorOf(string method, byte[] request) => method switch
    {
        "version" => ErrorOf<VersionCall>(request),
        "echo" => ErrorOf<EchoCall>(request),
        "complex" => ErrorOf<ComplexCall>(request),
        _ => ErrorOf<ScheduleCall>(request),
    };

    private static string? ErrorOf<TCall>(byte[] request)
        where TCall : struct, ICborCall<TCall>
    {
        var reader = new CborReader(request);
        TCall.Read(ref reader);
        return reader.Failed ? "refused" : null;
    }
}
