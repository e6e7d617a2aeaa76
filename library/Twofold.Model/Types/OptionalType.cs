using System.Collections.Generic;

namespace Twofold.Model.Types;

/// <summary>A value that may be absent: <c>T?</c>.</summary>
/// <param name="Item">The type of the value, which is not itself optional.</param>
public sealed record OptionalType(TypeModel Item) : TypeModel
{
    /// <inheritdoc/>
    public override string CSharp => $"{Item.CSharp}?";

    /// <inheritdoc/>
    public override bool IsValueType => Item.IsValueType;

    /// <inheritdoc/>
    public override AbsentForm Absent => Item.Absent;

    /// <inheritdoc/>
    public override bool IsSpan => Item.IsSpan;

    /// <inheritdoc/>
    public override string CountWord => Item.CountWord;

    /// <inheritdoc/>
    public override bool IsOptional => true;

    /// <inheritdoc/>
    public override TypeModel Required => Item;

    /// <inheritdoc/>
    public override IReadOnlyList<TypeModel> Parts => [Item];

    /// <inheritdoc/>
    public override string Word => $"{Item.Word}_or_null";

    /// <inheritdoc/>
    public override T Accept<T>(TypeVisitor<T> visitor) => visitor.VisitOptional(this);
}
