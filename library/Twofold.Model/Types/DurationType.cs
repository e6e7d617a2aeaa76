using System.Collections.Generic;

namespace Twofold.Model.Types;

/// <summary><c>TimeSpan</c>: nanoseconds everywhere but in C#, which counts in steps of 100.</summary>
public sealed record DurationType : TypeModel
{
    /// <summary>The framework types that it represents.</summary>
    public static IReadOnlyDictionary<string, TypeModel> Scalars { get; } = new Dictionary<string, TypeModel>
    {
        ["System.TimeSpan"] = new DurationType(),
    };

    /// <inheritdoc/>
    public override string CSharp => "global::System.TimeSpan";

    /// <inheritdoc/>
    public override bool IsValueType => true;

    /// <inheritdoc/>
    public override AbsentForm Absent => AbsentForm.Flag;

    /// <inheritdoc/>
    public override string Word => "duration";

    /// <inheritdoc/>
    public override T Accept<T>(TypeVisitor<T> visitor) => visitor.VisitDuration(this);
}
