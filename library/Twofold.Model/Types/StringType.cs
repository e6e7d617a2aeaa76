namespace Twofold.Model.Types;

/// <summary><c>string</c></summary>
public sealed record StringType : TypeModel
{
    /// <inheritdoc/>
    public override string CSharp => "string";

    /// <inheritdoc/>
    public override bool IsValueType => false;

    /// <inheritdoc/>
    public override AbsentForm Absent => AbsentForm.Null;

    /// <inheritdoc/>
    public override string Word => "text";

    /// <inheritdoc/>
    public override T Accept<T>(TypeVisitor<T> visitor) => visitor.VisitString(this);
}
