using System.Collections.Generic;

namespace Twofold.Model.Types;

/// <summary><c>Guid</c></summary>
public sealed record UuidType : TypeModel
{
    /// <summary>The framework types that it represents.</summary>
    public static IReadOnlyDictionary<string, TypeModel> Scalars { get; } = new Dictionary<string, TypeModel>
    {
        ["System.Guid"] = new UuidType(),
    };

    /// <inheritdoc/>
    public override string CSharp => "global::System.Guid";

    /// <inheritdoc/>
    public override bool IsValueType => true;

    /// <inheritdoc/>
    public override AbsentForm Absent => AbsentForm.Flag;

    /// <inheritdoc/>
    public override string Word => "uuid";

    /// <inheritdoc/>
    public override T Accept<T>(TypeVisitor<T> visitor) => visitor.VisitUuid(this);
}
