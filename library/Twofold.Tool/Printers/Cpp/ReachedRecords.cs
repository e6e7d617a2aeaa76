using Twofold.Model.Library;
using Twofold.Model.Types;

namespace Twofold.Tool.Printers.Cpp;

/// <summary>Collects the names of the records that the visited types consist of.</summary>
internal sealed class ReachedRecords(LibraryModel library) : ScalarVisitor<bool>
{
    /// <summary>The names.</summary>
    public HashSet<string> Names { get; } = [];

    public override bool VisitString(StringType type) => false;

    public override bool VisitBytes(BytesType type) => false;

    public override bool VisitRecord(RecordType type)
    {
        if (!Names.Add(type.Name))
            return true;

        foreach (var member in library.Records.Single(record => record.Name == type.Name).Members)
            member.Type.Accept(this);

        return true;
    }

    public override bool VisitList(ListType type) => type.Item.Accept(this);

    public override bool VisitObject(ObjectType type) => false;

    public override bool VisitOptional(OptionalType type) => type.Item.Accept(this);

    protected override bool VisitScalar(TypeModel type) => false;
}
