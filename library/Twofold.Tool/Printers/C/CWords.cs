using Twofold.Model.Naming;
using Twofold.Model.Types;

namespace Twofold.Tool.Printers.C;

/// <summary>The part of a struct's name that stands for a type.</summary>
internal sealed class CWords : ScalarVisitor<string>
{
    private static readonly CWords s_words = new();

    private CWords()
    {
    }

    public static string Of(TypeModel type) => type.Accept(s_words);

    public override string VisitEnum(EnumType type) => Names.Snake(type.Name);

    public override string VisitString(StringType type) => type.Word;

    public override string VisitBytes(BytesType type) => type.Word;

    public override string VisitRecord(RecordType type) => Names.Snake(type.Name);

    public override string VisitList(ListType type) => $"{Of(type.Item)}_list";

    public override string VisitObject(ObjectType type) => Names.Snake(type.Name);

    public override string VisitOptional(OptionalType type) => $"optional_{Of(type.Item)}";

    protected override string VisitScalar(TypeModel type) => type.Word;
}
