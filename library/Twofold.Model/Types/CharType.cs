using System.Collections.Generic;

namespace Twofold.Model.Types;

/// <summary><c>char</c>: one UTF-16 unit.</summary>
public sealed record CharType : TypeModel
{
    /// <summary>The framework types that it represents.</summary>
    public static IReadOnlyDictionary<string, TypeModel> Scalars { get; } = new Dictionary<string, TypeModel>
    {
        ["System.Char"] = new CharType(),
    };

    /// <inheritdoc/>
    public override string CSharp => "char";

    /// <inheritdoc/>
    public override bool IsValueType => true;

    /// <inheritdoc/>
    public override AbsentForm Absent => AbsentForm.Flag;

    /// <inheritdoc/>
    public override string Word => "char16";

    /// <inheritdoc/>
    public override T Accept<T>(TypeVisitor<T> visitor) => visitor.VisitChar(this);
}
