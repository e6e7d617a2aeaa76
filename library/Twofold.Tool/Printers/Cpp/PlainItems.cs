using Twofold.Model.Types;

namespace Twofold.Tool.Printers.Cpp;

/// <summary>Whether items have the same representation in C and C++, so that an array can be copied to a vector and back.</summary>
internal sealed class PlainItems : TypeVisitor<PlainItems.Direction>
{
    private static readonly PlainItems s_items = new();

    [Flags]
    internal enum Direction
    {
        None = 0,
        ToNative = 1,
        FromNative = 2,
        Both = ToNative | FromNative,
    }

    /// <summary>Whether the items of a list need no conversion.</summary>
    public static bool Cross(TypeModel item, Direction direction) => item.Accept(s_items).HasFlag(direction);

    /// <summary>A vector of bool is not an array.</summary>
    public override Direction VisitBool(BoolType type) => Direction.FromNative;

    public override Direction VisitInteger(IntegerType type) => Direction.Both;

    public override Direction VisitFloat(FloatType type) => Direction.Both;

    /// <summary>The type differs, though its bits do not.</summary>
    public override Direction VisitChar(CharType type) => Direction.None;

    public override Direction VisitUuid(UuidType type) => Direction.None;

    public override Direction VisitDate(DateType type) => Direction.None;

    public override Direction VisitTimestamp(TimestampType type) => Direction.None;

    public override Direction VisitDuration(DurationType type) => Direction.None;

    public override Direction VisitString(StringType type) => Direction.None;

    public override Direction VisitBytes(BytesType type) => Direction.None;

    public override Direction VisitEnum(EnumType type) => Direction.None;

    public override Direction VisitRecord(RecordType type) => Direction.None;

    public override Direction VisitList(ListType type) => Direction.None;

    public override Direction VisitObject(ObjectType type) => Direction.None;

    public override Direction VisitOptional(OptionalType type) => Direction.None;
}
