using Twofold.Model.Naming;

namespace Twofold.Model.Library;

/// <summary>An exported enum: text on the wire, a number in C.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="FullName">Its C# name with the namespace, as generated code spells it.</param>
/// <param name="Doc">What it is.</param>
/// <param name="Members">Its members.</param>
public sealed record EnumModel(string Name, string FullName, string Doc, EquatableArray<EnumMemberModel> Members);

/// <summary>A member of an enum.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Doc">What it means.</param>
/// <param name="Value">Its number.</param>
public sealed record EnumMemberModel(string Name, string Doc, int Value)
{
    /// <summary>The text on the wire.</summary>
    public string WireText => Names.Camel(Name);
}
