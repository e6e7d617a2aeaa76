namespace Twofold.Model.Types;

/// <summary>A visitor that treats all scalars alike, see <see cref="TypeModel.IsScalar"/>.</summary>
public abstract class ScalarVisitor<T> : TypeVisitor<T>
{
    /// <inheritdoc/>
    public override T VisitBool(BoolType type) => VisitScalar(type);

    /// <inheritdoc/>
    public override T VisitInteger(IntegerType type) => VisitScalar(type);

    /// <inheritdoc/>
    public override T VisitFloat(FloatType type) => VisitScalar(type);

    /// <inheritdoc/>
    public override T VisitChar(CharType type) => VisitScalar(type);

    /// <inheritdoc/>
    public override T VisitUuid(UuidType type) => VisitScalar(type);

    /// <inheritdoc/>
    public override T VisitDate(DateType type) => VisitScalar(type);

    /// <inheritdoc/>
    public override T VisitTimestamp(TimestampType type) => VisitScalar(type);

    /// <inheritdoc/>
    public override T VisitDuration(DurationType type) => VisitScalar(type);

    /// <inheritdoc/>
    public override T VisitEnum(EnumType type) => VisitScalar(type);

    /// <summary>A type that C passes by value.</summary>
    protected abstract T VisitScalar(TypeModel type);
}
