using Twofold.Model.Naming;

namespace Twofold.Model.Types;

/// <summary>An enum: text on the wire, a number in C.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="FullName">Its C# name with the namespace, as generated code spells it.</param>
public sealed record EnumType(string Name, string FullName) : TypeModel
{
    /// <inheritdoc/>
    public override string CSharp => FullName;

    /// <inheritdoc/>
    public override bool IsValueType => true;

    /// <inheritdoc/>
    public override AbsentForm Absent => AbsentForm.Flag;

    /// <inheritdoc/>
    public override string Word => $"{Names.Snake(Name)}_enum";

    /// <inheritdoc/>
    public override T Accept<T>(TypeVisitor<T> visitor) => visitor.VisitEnum(this);
}
