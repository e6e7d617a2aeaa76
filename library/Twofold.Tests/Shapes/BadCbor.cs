using Twofold.Model.Library;
using Twofold.Model.Naming;
using Twofold.Model.Types;
using static Twofold.Tests.Support.Wire;

namespace Twofold.Tests.Shapes;

/// <summary>A request with a mistake.</summary>
/// <param name="Request">The request's bytes.</param>
/// <param name="Message">The expected message, path first.</param>
internal sealed record BadRequest(byte[] Request, string Message);

/// <summary>Derives valid values of a type, and every possible mistake in one, from the library's model.</summary>
internal sealed class BadCbor(LibraryModel library)
{
    // How deep to nest a record that contains itself.
    private const int Deepest = 4;

    // The first object of a connection has the number 1, like every valid integer here.
    private static readonly ParameterModel s_handle = new("handle", "", new IntegerType(64, IsSigned: false));

    private static readonly byte[] s_float = Hex("f93e00");
    private static readonly byte[] s_bytes = Hex("4100");
    private static readonly byte[] s_undefined = Hex("f7");

    // The encoder refuses malformed items, so this text is a placeholder for one.
    private const string Malformed = "\uE000";
    private static readonly byte[] s_malformed = Encode(Malformed);

    // It also refuses keys that are not text.
    private const string BytesKey = "\uE001";
    private static readonly byte[] s_bytesKey = Encode(BytesKey);

    private static readonly byte[] s_notUtf8 = Hex("61ff");

    // One item of each kind, with the name of the kind in messages.
    private static readonly (object? Item, string Kind)[] s_items =
    [
        (1, "an integer"), (-1, "an integer"), ("x", "text"), (s_bytes, "bytes"), (List(), "an array"), (Map(), "a map"),
        (true, "a boolean"), (s_float, "a float"), (null, "null"), (s_undefined, "undefined"), (Hex("e0"), "a simple value"),
    ];

    /// <summary>A request that the method accepts.</summary>
    public KeyValuePair<string, object?>[] Good(MethodModel method) => GoodMap(Members(method), 0);

    /// <summary>The request with unknown keys in every map, which are skipped.</summary>
    public object? GoodWithUnknownKeys(MethodModel method) => WithUnknownKeys(Good(method));

    /// <summary>The request without the optional members, in every map.</summary>
    public KeyValuePair<string, object?>[] GoodWithoutOptionals(MethodModel method) => GoodMap(Members(method), 0, withOptionals: false);

    /// <summary>Every mistake, one at a time.</summary>
    public IEnumerable<BadRequest> Bad(MethodModel method) =>
        s_items.Where(item => item.Kind != "a map").Select(item => new BadRequest(Encode(item.Item), $"expected a map, found {item.Kind}"))
            .Concat(BadMap(Members(method), 0, "").Select(bad => new BadRequest(WithWhatIsMeant(Encode(bad.Value)), bad.Message)))
            .Append(new BadRequest([.. Encode(Good(method)), 0], "trailing bytes at byte"))
            .Concat(Truncated(Encode(Good(method))));

    /// <summary>The members of a request: the parameters, and the number of the object that the method is called on.</summary>
    private static List<ParameterModel> Members(MethodModel method) =>
        method.Owner is null ? [.. method.Parameters] : [s_handle, .. method.Parameters];

    private static object? WithUnknownKeys(object? value) => value switch
    {
        KeyValuePair<string, object?>[] pairs => (KeyValuePair<string, object?>[])
            [.. Map(("unknown", List(Map(("a", 1)), null))), .. pairs.Select(pair => KeyValuePair.Create(pair.Key, WithUnknownKeys(pair.Value))), .. Map(("unknown", 2))],
        object?[] items => items.Select(WithUnknownKeys).ToArray(),
        _ => value,
    };

    private static byte[] WithWhatIsMeant(byte[] request) => Replace(Replace(request, s_malformed, [0x1c]), s_bytesKey, [0x41, (byte)'k']);

    private static byte[] Replace(byte[] request, byte[] part, byte[] other)
    {
        var place = request.AsSpan().IndexOf(part);
        return place < 0 ? request : [.. request[..place], .. other, .. request[(place + part.Length)..]];
    }

    private static IEnumerable<BadRequest> Truncated(byte[] request) =>
        Enumerable.Range(0, request.Length).Select(size => new BadRequest(request[..size], "the data ends at byte"));

    private KeyValuePair<string, object?>[] GoodMap(IEnumerable<ParameterModel> members, int depth, bool withOptionals = true) =>
        [.. members.Where(member => withOptionals || !member.Type.IsOptional).Select(member => KeyValuePair.Create(member.WireKey, GoodValue(member.Type, depth, withOptionals)))];

    private object? GoodValue(TypeModel type, int depth, bool withOptionals = true) => type.Accept(new GoodValues(this, depth, withOptionals));

    private IEnumerable<(object? Value, string Message)> BadMap(IReadOnlyList<ParameterModel> members, int depth, string path)
    {
        var good = GoodMap(members, depth);
        yield return (good.Append(KeyValuePair.Create(BytesKey, (object?)null)).ToArray(), $"{(path.Length == 0 ? "" : $"{path}: ")}expected a text key, found the bytes 'k'");
        for (var i = 0; i < members.Count; i++)
        {
            var (at, member) = (i, members[i]);
            var memberPath = path.Length == 0 ? member.WireKey : $"{path}.{member.WireKey}";
            KeyValuePair<string, object?>[] With(object? value) => [.. good[..at], KeyValuePair.Create(member.WireKey, value), .. good[(at + 1)..]];

            if (!member.Type.IsOptional)
                yield return (good.Where((_, index) => index != at).ToArray(), $"{memberPath}: missing");

            yield return (good.Append(good[at]).ToArray(), $"{memberPath}: duplicate key");
            foreach (var (value, message) in BadValue(member.Type, depth, memberPath))
                yield return (With(value), message);
        }
    }

    private IEnumerable<(object? Value, string Message)> BadValue(TypeModel type, int depth, string path)
    {
        var (expected, refused) = type.Accept(new Expectations(this));
        foreach (var (item, kind) in s_items)
        {
            if (!Accepts(type, expected, kind))
                yield return (item, $"{path}: expected {expected}, found {kind}");
        }

        yield return (Malformed, $"{path}: reserved additional information 28");
        foreach (var (item, problem) in refused)
            yield return (item, $"{path}: {problem}");

        if (depth < Deepest)
        {
            foreach (var bad in type.Accept(new BadParts(this, depth, path)))
                yield return bad;
        }
    }

    /// <summary>Whether an item of this kind is accepted too. All floats here have a fraction, so integers refuse them.</summary>
    private static bool Accepts(TypeModel type, string expected, string kind) => kind switch
    {
        "null" or "undefined" => type.IsOptional || type.Required is ListType,
        "an integer" when expected is "a float" or "a decimal" => true,
        "text" when BadValues.IsWritten(type.Required) => true,
        "bytes" when type.Required is UuidType => true,
        _ => expected == kind,
    };

    private string Choices(EnumType type) => string.Join(", ", EnumOf(type).Members.Select(member => $"\"{Names.Camel(member.Name)}\""));

    private RecordModel RecordOf(RecordType type) => library.Records.Single(record => record.Name == type.Name);

    private EnumModel EnumOf(EnumType type) => library.Enums.Single(item => item.Name == type.Name);

    /// <summary>A valid value. A record that contains itself ends at an optional member.</summary>
    private sealed class GoodValues(BadCbor cbor, int depth, bool withOptionals) : TypeVisitor<object?>
    {
        public override object? VisitBool(BoolType type) => true;

        public override object? VisitInteger(IntegerType type) => 1;

        public override object? VisitFloat(FloatType type) => s_float;

        public override object? VisitChar(CharType type) => "x";

        public override object? VisitUuid(UuidType type) => "d8254c6f-1b4e-4f0a-9d0a-3c5f5f1f0e11";

        public override object? VisitDate(DateType type) => "2026-11-29";

        public override object? VisitTimestamp(TimestampType type) => "2026-11-29T12:30:00Z";

        public override object? VisitDuration(DurationType type) => 100;

        public override object? VisitString(StringType type) => type.Form == StringForm.Decimal ? "1.5" : "x";

        public override object? VisitBytes(BytesType type) => s_bytes;

        public override object? VisitEnum(EnumType type) => Names.Camel(cbor.EnumOf(type).Members[0].Name);

        public override object? VisitRecord(RecordType type) => cbor.GoodMap(cbor.RecordOf(type).Members, depth + 1, withOptionals);

        public override object? VisitList(ListType type) => depth >= Deepest ? List() : List(type.Item.Accept(this), type.Item.Accept(this));

        public override object? VisitObject(ObjectType type) => 1;

        public override object? VisitOptional(OptionalType type) => type.Item is RecordType && depth >= Deepest ? null : type.Item.Accept(this);
    }

    /// <summary>The name of the kind of item that a type expects in messages, and items of that kind that it refuses.</summary>
    private sealed class Expectations(BadCbor cbor) : TypeVisitor<(string Kind, (object? Item, string Problem)[] Refused)>
    {
        public override (string, (object?, string)[]) VisitBool(BoolType type) => ("a boolean", []);

        public override (string, (object?, string)[]) VisitInteger(IntegerType type) => ("an integer", Outside(type));

        public override (string, (object?, string)[]) VisitFloat(FloatType type) => ("a float", type.Bits == 16
            ? [(Hex("fa477ff000"), "expected a float of 16 bits, found 65520"), (2049, "expected a float of 16 bits, found 2049, which it cannot hold exactly")]
            : type.Bits == 32
            ? [(Hex("fb7e37e43c8800759c"), "expected a float of 32 bits, found 1E+300"), (16777217, "expected a float of 32 bits, found 16777217, which it cannot hold exactly")]
            : [(Hex("1b0020000000000001"), "expected a float of 64 bits, found 9007199254740993, which it cannot hold exactly")]);

        public override (string, (object?, string)[]) VisitChar(CharType type) => ("text", BadValues.Chars);

        public override (string, (object?, string)[]) VisitUuid(UuidType type) => ("a UUID", BadValues.Uuids);

        public override (string, (object?, string)[]) VisitDate(DateType type) => (BadValues.AnyDate, BadValues.Dates);

        public override (string, (object?, string)[]) VisitTimestamp(TimestampType type) => (BadValues.AnyTime, BadValues.Times);

        public override (string, (object?, string)[]) VisitDuration(DurationType type) =>
            ("an integer", [(150, "expected a duration in steps of 100 ns, found 150"), .. Outside(new IntegerType(64, IsSigned: true))]);

        public override (string, (object?, string)[]) VisitString(StringType type) =>
            type.Form == StringForm.Decimal ? ("a decimal", BadValues.Decimals) : ("text", [(s_notUtf8, "invalid UTF-8")]);

        public override (string, (object?, string)[]) VisitBytes(BytesType type) => ("bytes", []);

        public override (string, (object?, string)[]) VisitEnum(EnumType type) =>
            ("text", [("purple", $"expected {cbor.Choices(type)}, found \"purple\""), ("", $"expected {cbor.Choices(type)}, found \"\""), (s_notUtf8, "invalid UTF-8")]);

        public override (string, (object?, string)[]) VisitRecord(RecordType type) => ("a map", []);

        public override (string, (object?, string)[]) VisitList(ListType type) => ("an array", []);

        public override (string, (object?, string)[]) VisitObject(ObjectType type) => ("an integer", []);

        public override (string, (object?, string)[]) VisitOptional(OptionalType type) => type.Item.Accept(this);

        private static (object? Item, string Problem)[] Outside(IntegerType type)
        {
            var least = type.IsSigned ? -(Int128.One << (type.Bits - 1)) : 0;
            var most = (Int128.One << (type.IsSigned ? type.Bits - 1 : type.Bits)) - 1;
            (object? Item, Int128 Value)[] candidates =
            [
                ((long)Int128.Max(least - 1, long.MinValue), Int128.Max(least - 1, long.MinValue)),
                ((long)Int128.Min(most + 1, long.MaxValue), Int128.Min(most + 1, long.MaxValue)),
                (Hex("1b8000000000000000"), (Int128)long.MaxValue + 1),
                (Hex("3b8000000000000000"), (Int128)long.MinValue - 1),
                (Hex("1bffffffffffffffff"), ulong.MaxValue),
                (Hex("3bffffffffffffffff"), -1 - (Int128)ulong.MaxValue),
                (Hex("fb4340000000000000"), 1L << 53),
                (Hex("c348ffffffffffffffff"), -1 - (Int128)ulong.MaxValue),
            ];
            return [.. from candidate in candidates
                       where candidate.Value < least || candidate.Value > most
                       select (candidate.Item, $"expected an integer from {least} to {most}, found {candidate.Value}")];
        }
    }

    /// <summary>Mistakes in the parts of a value.</summary>
    private sealed class BadParts(BadCbor cbor, int depth, string path) : ScalarVisitor<IEnumerable<(object? Value, string Message)>>
    {
        public override IEnumerable<(object?, string)> VisitString(StringType type) => [];

        public override IEnumerable<(object?, string)> VisitBytes(BytesType type) => [];

        public override IEnumerable<(object?, string)> VisitRecord(RecordType type) => cbor.BadMap(cbor.RecordOf(type).Members, depth + 1, path);

        public override IEnumerable<(object?, string)> VisitList(ListType type)
        {
            var good = cbor.GoodValue(type.Item, depth);
            return cbor.BadValue(type.Item, depth + 1, $"{path}[1]").Select(bad => ((object?)List(good, bad.Value), bad.Message));
        }

        public override IEnumerable<(object?, string)> VisitObject(ObjectType type) => [];

        public override IEnumerable<(object?, string)> VisitOptional(OptionalType type) => type.Item.Accept(this);

        protected override IEnumerable<(object?, string)> VisitScalar(TypeModel type) => [];
    }
}
