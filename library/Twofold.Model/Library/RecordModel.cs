using Twofold.Model.Naming;

namespace Twofold.Model.Library;

/// <summary>An exported record, or a struct that only C needs.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="FullName">The C# type that it represents, as generated code spells it.</param>
/// <param name="Doc">What it is.</param>
/// <param name="Members">Its members in the order of the constructor's parameters.</param>
/// <param name="Role">Why C has it.</param>
/// <param name="IsResult">Whether a method returns it: then C has a function that frees it.</param>
/// <param name="IsRecursive">Whether it contains itself, behind a list or a pointer.</param>
public sealed record RecordModel(
    string Name, string FullName, string Doc, EquatableArray<ParameterModel> Members, RecordRole Role, bool IsResult, bool IsRecursive)
{
    /// <summary>Its name in C, without the prefix.</summary>
    public string CName => Names.Snake(Name);

    /// <summary>Whether the struct wraps a single value, which is not wrapped on the wire and in C#.</summary>
    public bool IsWrapper => Role == RecordRole.Reply || (Role == RecordRole.Event && Members.Count == 1);
}

/// <summary>Why C has a struct.</summary>
public enum RecordRole
{
    /// <summary>It is a record of the author.</summary>
    Message,

    /// <summary>It is the reply of a method whose result is not a record. It has one member, named value.</summary>
    Reply,

    /// <summary>It holds the parameters of an event whose payload is not a record.</summary>
    Event,
}
