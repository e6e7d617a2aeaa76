using Twofold.Model.Naming;

namespace Twofold.Model.Types;

/// <summary>An object of another exported class: a handle in C, a number on the wire. Only as a result.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="FullName">Its C# name with the namespace, as generated code spells it.</param>
public sealed record ObjectType(string Name, string FullName) : TypeModel
{
    /// <inheritdoc/>
    public override string CSharp => FullName;

    /// <inheritdoc/>
    public override bool IsValueType => false;

    /// <inheritdoc/>
    public override AbsentForm Absent => AbsentForm.Null;

    /// <inheritdoc/>
    public override string Word => $"{Names.Snake(Name)}_object";

    /// <inheritdoc/>
    public override T Accept<T>(TypeVisitor<T> visitor) => visitor.VisitObject(this);
}
