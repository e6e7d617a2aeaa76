namespace Twofold.Model.Types;

/// <summary><c>byte[]</c> or <c>ReadOnlyMemory&lt;byte&gt;</c>.</summary>
/// <param name="IsMemory">Whether it is <c>ReadOnlyMemory&lt;byte&gt;</c>.</param>
public sealed record BytesType(bool IsMemory) : TypeModel
{
    /// <inheritdoc/>
    public override string CSharp => IsMemory ? "global::System.ReadOnlyMemory<byte>" : "byte[]";

    /// <inheritdoc/>
    public override bool IsValueType => IsMemory;

    /// <inheritdoc/>
    public override bool IsSpan => true;

    /// <inheritdoc/>
    public override AbsentForm Absent => AbsentForm.Null;

    /// <inheritdoc/>
    public override string CountWord => "size";

    /// <inheritdoc/>
    public override string Word => "bytes";

    /// <inheritdoc/>
    public override T Accept<T>(TypeVisitor<T> visitor) => visitor.VisitBytes(this);
}
