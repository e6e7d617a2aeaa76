using System.Collections.Generic;

namespace Twofold.Model.Types;

/// <summary><c>DateTimeOffset</c>, or <c>DateTime</c> in UTC.</summary>
/// <param name="HasOffset">Whether C# keeps the offset of the local time.</param>
public sealed record TimestampType(bool HasOffset) : TypeModel
{
    /// <summary>The framework types that it represents.</summary>
    public static IReadOnlyDictionary<string, TypeModel> Scalars { get; } = new Dictionary<string, TypeModel>
    {
        ["System.DateTimeOffset"] = new TimestampType(HasOffset: true),
        ["System.DateTime"] = new TimestampType(HasOffset: false),
    };

    /// <inheritdoc/>
    public override string CSharp => HasOffset ? "global::System.DateTimeOffset" : "global::System.DateTime";

    /// <inheritdoc/>
    public override bool IsValueType => true;

    /// <inheritdoc/>
    public override AbsentForm Absent => AbsentForm.Flag;

    /// <inheritdoc/>
    public override string Word => "timestamp";

    /// <inheritdoc/>
    public override T Accept<T>(TypeVisitor<T> visitor) => visitor.VisitTimestamp(this);
}
