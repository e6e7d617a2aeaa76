using System.Collections.Generic;

namespace Twofold.Model.Types;

/// <summary>What C passes as a string: text, and values that are written as text there.</summary>
/// <param name="Form">Which C# type it is.</param>
public sealed record StringType(StringForm Form = StringForm.Text) : TypeModel
{
    /// <summary>The framework types that it represents.</summary>
    public static IReadOnlyDictionary<string, TypeModel> Scalars { get; } = new Dictionary<string, TypeModel>
    {
        ["System.String"] = new StringType(StringForm.Text),
        ["System.Decimal"] = new StringType(StringForm.Decimal),
        ["System.Uri"] = new StringType(StringForm.Uri),
    };

    /// <inheritdoc/>
    public override string CSharp => Form switch
    {
        StringForm.Text => "string",
        StringForm.Decimal => "decimal",
        _ => "global::System.Uri",
    };

    /// <inheritdoc/>
    public override bool IsValueType => Form == StringForm.Decimal;

    /// <inheritdoc/>
    public override AbsentForm Absent => AbsentForm.Null;

    /// <inheritdoc/>
    public override string Word => Form.ToString().ToLowerInvariant();

    /// <inheritdoc/>
    public override T Accept<T>(TypeVisitor<T> visitor) => visitor.VisitString(this);
}

/// <summary>The C# type of a value that C passes as a string.</summary>
public enum StringForm
{
    /// <summary><c>string</c></summary>
    Text,

    /// <summary><c>decimal</c>, in digits: <c>-12.50</c></summary>
    Decimal,

    /// <summary><c>Uri</c></summary>
    Uri,
}
