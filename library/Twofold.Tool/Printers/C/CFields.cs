using Twofold.Model.Library;
using Twofold.Model.Types;

namespace Twofold.Tool.Printers.C;

/// <summary>Prints the fields of a struct that hold a member of a record.</summary>
internal sealed class CFields(CNames names, ParameterModel member, string doc) : ScalarVisitor<IEnumerable<Documented>>
{
    private readonly CTypes _types = new(names);

    /// <summary>The fields of a member.</summary>
    public static IEnumerable<Documented> Of(CNames names, ParameterModel member) => member.Type.Accept(new CFields(names, member, member.Doc));

    public override IEnumerable<Documented> VisitString(StringType type) => [Field(_types.Of(type))];

    public override IEnumerable<Documented> VisitBytes(BytesType type) =>
        [Field(Spelling.PointerTo("const uint8_t")), new($"size_t {member.CCount};", $"Size of {member.CName} in bytes.")];

    public override IEnumerable<Documented> VisitRecord(RecordType type) => [Field(_types.Of(type))];

    public override IEnumerable<Documented> VisitList(ListType type) =>
        [Field(_types.Of(type.Item).ConstPointer), new($"size_t {member.CCount};", $"Number of items in {member.CName}.")];

    public override IEnumerable<Documented> VisitObject(ObjectType type) => [Field(_types.Of(type))];

    public override IEnumerable<Documented> VisitOptional(OptionalType type) => type.Item.Accept(new Optional(names, member, doc));

    protected override IEnumerable<Documented> VisitScalar(TypeModel type) => [Field(_types.Of(type))];

    private Documented Field(Spelling type) => new($"{type.Declare(member.CName)};", doc);

    /// <summary>A member that may be absent: a scalar has a flag before it, everything else is NULL.</summary>
    private sealed class Optional(CNames names, ParameterModel member, string doc) : ScalarVisitor<IEnumerable<Documented>>
    {
        private readonly CFields _orNull = new(names, member, $"{doc} NULL if absent.".TrimStart());

        public override IEnumerable<Documented> VisitString(StringType type) => type.Accept(_orNull);

        public override IEnumerable<Documented> VisitBytes(BytesType type) => type.Accept(_orNull);

        public override IEnumerable<Documented> VisitRecord(RecordType type) => [_orNull.Field(new CTypes(names).Of(type).ConstPointer)];

        public override IEnumerable<Documented> VisitList(ListType type) => type.Accept(_orNull);

        public override IEnumerable<Documented> VisitObject(ObjectType type) => type.Accept(_orNull);

        public override IEnumerable<Documented> VisitOptional(OptionalType type) => type.Item.Accept(this);

        protected override IEnumerable<Documented> VisitScalar(TypeModel type) =>
            [new($"bool {member.CFlag};", $"Whether {member.CName} is set."), .. type.Accept(new CFields(names, member, doc))];
    }
}
