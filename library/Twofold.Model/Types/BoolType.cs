using System.Collections.Generic;

namespace Twofold.Model.Types;

/// <summary><c>bool</c></summary>
public sealed record BoolType : TypeModel
{
    /// <summary>The framework types that it represents.</summary>
    public static IReadOnlyDictionary<string, TypeModel> Scalars { get; } = new Dictionary<string, TypeModel>
    {
        ["System.Boolean"] = new BoolType(),
    };

    /// <inheritdoc/>
    public override string CSharp => "bool";

    /// <inheritdoc/>
    public override bool IsValueType => true;

    /// <inheritdoc/>
    public override AbsentForm Absent => AbsentForm.Flag;

    /// <inheritdoc/>
    public override string Word => "bool";

    /// <inheritdoc/>
    public override T Accept<T>(TypeVisitor<T> visitor) => visitor.VisitBool(this);
}
