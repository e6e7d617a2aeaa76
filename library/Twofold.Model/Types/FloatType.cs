using System.Collections.Generic;

namespace Twofold.Model.Types;

/// <summary><c>float</c> or <c>double</c>.</summary>
/// <param name="Bits">32 or 64.</param>
public sealed record FloatType(int Bits) : TypeModel
{
    /// <summary>The framework types that it represents.</summary>
    public static IReadOnlyDictionary<string, TypeModel> Scalars { get; } = new Dictionary<string, TypeModel>
    {
        ["System.Single"] = new FloatType(32),
        ["System.Double"] = new FloatType(64),
    };

    /// <inheritdoc/>
    public override string CSharp => Bits == 32 ? "float" : "double";

    /// <inheritdoc/>
    public override bool IsValueType => true;

    /// <inheritdoc/>
    public override AbsentForm Absent => AbsentForm.Flag;

    /// <inheritdoc/>
    public override string Word => $"float{Bits}";

    /// <inheritdoc/>
    public override T Accept<T>(TypeVisitor<T> visitor) => visitor.VisitFloat(this);
}
