using Twofold.Model.Library;
using Twofold.Model.Types;

namespace Twofold.Tool.Printers.C;

/// <summary>Prints the struct fields for a member of a record.</summary>
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

    public override IEnumerable<Documented> VisitOptional(OptionalType type)
    {
        var orNull = new CFields(names, member, $"{doc} NULL if absent.".TrimStart());
        return type.Absent switch
        {
            AbsentForm.Flag => [new($"bool {member.CFlag};", $"Whether {member.CName} is set."), .. type.Item.Accept(this)],
            AbsentForm.Pointer => [orNull.Field(_types.Of(type))],
            _ => type.Item.Accept(orNull),
        };
    }

    protected override IEnumerable<Documented> VisitScalar(TypeModel type) => [Field(_types.Of(type))];

    private Documented Field(Spelling type) => new($"{type.Declare(member.CName)};", doc);
}
