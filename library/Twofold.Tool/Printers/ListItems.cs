using Twofold.Model.Types;

namespace Twofold.Tool.Printers;

/// <summary>The items of the lists that a type consists of, the innermost first.</summary>
internal sealed class ListItems : ScalarVisitor<IEnumerable<TypeModel>>
{
    private static readonly ListItems s_items = new();

    public static IEnumerable<TypeModel> Of(TypeModel type) => type.Accept(s_items);

    public override IEnumerable<TypeModel> VisitString(StringType type) => [];

    public override IEnumerable<TypeModel> VisitBytes(BytesType type) => [];

    public override IEnumerable<TypeModel> VisitRecord(RecordType type) => [];

    public override IEnumerable<TypeModel> VisitList(ListType type) => Of(type.Item).Append(type.Item);

    public override IEnumerable<TypeModel> VisitObject(ObjectType type) => [];

    public override IEnumerable<TypeModel> VisitOptional(OptionalType type) => Of(type.Item);

    protected override IEnumerable<TypeModel> VisitScalar(TypeModel type) => [];
}
