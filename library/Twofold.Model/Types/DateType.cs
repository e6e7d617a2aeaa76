using System.Collections.Generic;

namespace Twofold.Model.Types;

/// <summary><c>DateOnly</c></summary>
public sealed record DateType : TypeModel
{
    /// <summary>The framework types that it represents.</summary>
    public static IReadOnlyDictionary<string, TypeModel> Scalars { get; } = new Dictionary<string, TypeModel>
    {
        ["System.DateOnly"] = new DateType(),
    };

    /// <inheritdoc/>
    public override string CSharp => "global::System.DateOnly";

    /// <inheritdoc/>
    public override bool IsValueType => true;

    /// <inheritdoc/>
    public override AbsentForm Absent => AbsentForm.Flag;

    /// <inheritdoc/>
    public override string Word => "date";

    /// <inheritdoc/>
    public override T Accept<T>(TypeVisitor<T> visitor) => visitor.VisitDate(this);
}
