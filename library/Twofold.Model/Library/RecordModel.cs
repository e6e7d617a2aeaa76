using Twofold.Model.Naming;

namespace Twofold.Model.Library;

/// <summary>A record that crosses the border, or a struct that only C needs.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="FullName">The C# type that it stands for, as generated code spells it.</param>
/// <param name="Doc">What it is.</param>
/// <param name="Members">Its members in the order of the constructor's parameters.</param>
/// <param name="Role">Why C has it.</param>
/// <param name="IsResult">Whether a method returns it, so that C needs a function that frees it.</param>
/// <param name="IsRecursive">Whether it contains itself, behind a list or a pointer.</param>
public sealed record RecordModel(
    string Name, string FullName, string Doc, EquatableArray<ParameterModel> Members, RecordRole Role, bool IsResult, bool IsRecursive)
{
    /// <summary>Its name in C behind the prefix.</summary>
    public string CName => Names.Snake(Name);

    /// <summary>Whether the struct only wraps one value, which is by itself on the wire and in C#.</summary>
    public bool IsWrapper => Role == RecordRole.Reply || (Role == RecordRole.Event && Members.Count == 1);
}

/// <summary>Why C has a struct.</summary>
public enum RecordRole
{
    /// <summary>It is a record of the author's.</summary>
    Message,

    /// <summary>It is the reply of a method whose result is not a record: one member, called value.</summary>
    Reply,

    /// <summary>It holds the parameters of an event whose payload is not a record.</summary>
    Event,
}
