using Twofold.Model.Naming;

namespace Twofold.Model.Library;

/// <summary>An exported class other than the class of the library: methods return its objects, and it has methods itself.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="FullName">Its C# name with the namespace, as generated code spells it.</param>
/// <param name="Doc">What it is.</param>
public sealed record ObjectModel(string Name, string FullName, string Doc)
{
    /// <summary>Its name in C, without the prefix.</summary>
    public string CName => Names.Snake(Name);
}
