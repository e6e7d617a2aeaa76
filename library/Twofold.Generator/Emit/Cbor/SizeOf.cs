using Twofold.Model.Types;

namespace Twofold.Generator.Emit.Cbor;

/// <summary>What a value takes as a member of an object or as an item of a list, in bytes of a 64-bit process.</summary>
internal sealed class SizeOf : TypeVisitor<int>
{
    private const int Word = 8;

    private static readonly SizeOf s_visitor = new();

    private SizeOf()
    {
    }

    public static int Member(TypeModel type) => type.Accept(s_visitor);

    public override int VisitBool(BoolType type) => Word;

    public override int VisitInteger(IntegerType type) => Word;

    public override int VisitFloat(FloatType type) => Word;

    public override int VisitChar(CharType type) => Word;

    public override int VisitUuid(UuidType type) => 2 * Word;

    public override int VisitDate(DateType type) => Word;

    public override int VisitTimestamp(TimestampType type) => type.HasOffset ? 2 * Word : Word;

    public override int VisitDuration(DurationType type) => Word;

    public override int VisitString(StringType type) => type.Form == StringForm.Decimal ? 2 * Word : Word;

    public override int VisitBytes(BytesType type) => type.IsMemory ? 2 * Word : Word;

    public override int VisitEnum(EnumType type) => Word;

    public override int VisitRecord(RecordType type) => Word;

    public override int VisitList(ListType type) => Word;

    public override int VisitObject(ObjectType type) => Word;

    /// <summary>A flag says whether a value type is present.</summary>
    public override int VisitOptional(OptionalType type) => type.Item.Accept(this) + (type.IsValueType && type.Item.IsScalar ? Word : 0);
}
