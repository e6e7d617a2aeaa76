using Twofold.Model.Naming;

namespace Twofold.Model.Types;

/// <summary>A record. Its members are in the <see cref="Library.RecordModel"/> of the same name, because a record may contain itself.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="FullName">Its C# name with the namespace, as generated code spells it.</param>
/// <param name="IsStruct">Whether it is a record struct.</param>
public sealed record RecordType(string Name, string FullName, bool IsStruct) : TypeModel
{
    /// <inheritdoc/>
    public override string CSharp => FullName;

    /// <inheritdoc/>
    public override bool IsValueType => IsStruct;

    /// <inheritdoc/>
    public override AbsentForm Absent => AbsentForm.Pointer;

    /// <inheritdoc/>
    public override string Word => $"{Names.Snake(Name)}_record";

    /// <inheritdoc/>
    public override T Accept<T>(TypeVisitor<T> visitor) => visitor.VisitRecord(this);
}
