using System.Collections.Generic;

namespace Twofold.Model.Types;

/// <summary><c>Half</c>, <c>float</c> or <c>double</c>.</summary>
/// <param name="Bits">16, 32 or 64.</param>
public sealed record FloatType(int Bits) : TypeModel
{
    /// <summary>The framework types that it represents.</summary>
    public static IReadOnlyDictionary<string, TypeModel> Scalars { get; } = new Dictionary<string, TypeModel>
    {
        ["System.Half"] = new FloatType(16),
        ["System.Single"] = new FloatType(32),
        ["System.Double"] = new FloatType(64),
    };

    /// <inheritdoc/>
    public override string CSharp => Bits switch
    {
        16 => "global::System.Half",
        32 => "float",
        _ => "double",
    };

    /// <inheritdoc/>
    public override bool IsValueType => true;

    /// <inheritdoc/>
    public override AbsentForm Absent => AbsentForm.Flag;

    /// <inheritdoc/>
    public override string Word => $"float{Bits}";

    /// <inheritdoc/>
    public override T Accept<T>(TypeVisitor<T> visitor) => visitor.VisitFloat(this);
}
