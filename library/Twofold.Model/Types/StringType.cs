using System.Collections.Generic;

namespace Twofold.Model.Types;

/// <summary><c>string</c></summary>
public sealed record StringType : TypeModel
{
    /// <summary>The framework types that it represents.</summary>
    public static IReadOnlyDictionary<string, TypeModel> Scalars { get; } = new Dictionary<string, TypeModel>
    {
        ["System.String"] = new StringType(),
    };

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
