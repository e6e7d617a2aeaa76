namespace Twofold.Model.Types;

/// <summary>One concern of one printer, for every shape: a printer that forgets a shape does not compile.</summary>
public abstract class TypeVisitor<T>
{
    /// <summary>A <see cref="BoolType"/>.</summary>
    public abstract T VisitBool(BoolType type);

    /// <summary>An <see cref="IntegerType"/>.</summary>
    public abstract T VisitInteger(IntegerType type);

    /// <summary>A <see cref="FloatType"/>.</summary>
    public abstract T VisitFloat(FloatType type);

    /// <summary>A <see cref="CharType"/>.</summary>
    public abstract T VisitChar(CharType type);

    /// <summary>A <see cref="UuidType"/>.</summary>
    public abstract T VisitUuid(UuidType type);

    /// <summary>A <see cref="DateType"/>.</summary>
    public abstract T VisitDate(DateType type);

    /// <summary>A <see cref="TimestampType"/>.</summary>
    public abstract T VisitTimestamp(TimestampType type);

    /// <summary>A <see cref="DurationType"/>.</summary>
    public abstract T VisitDuration(DurationType type);

    /// <summary>A <see cref="StringType"/>.</summary>
    public abstract T VisitString(StringType type);

    /// <summary>A <see cref="BytesType"/>.</summary>
    public abstract T VisitBytes(BytesType type);

    /// <summary>An <see cref="EnumType"/>.</summary>
    public abstract T VisitEnum(EnumType type);

    /// <summary>A <see cref="RecordType"/>.</summary>
    public abstract T VisitRecord(RecordType type);

    /// <summary>A <see cref="ListType"/>.</summary>
    public abstract T VisitList(ListType type);

    /// <summary>An <see cref="ObjectType"/>.</summary>
    public abstract T VisitObject(ObjectType type);

    /// <summary>An <see cref="OptionalType"/>.</summary>
    public abstract T VisitOptional(OptionalType type);
}
