using Twofold.Model.Naming;
using Twofold.Model.Types;

namespace Twofold.Model.Library;

/// <summary>A parameter of a method or an event, or a member of a record.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Doc">What it is.</param>
/// <param name="Type">Its type.</param>
public sealed record ParameterModel(string Name, string Doc, TypeModel Type)
{
    /// <summary>The key on the wire.</summary>
    public string WireKey => Names.Camel(Name);

    /// <summary>The name in C.</summary>
    public string CName => Names.Snake(Name);
}
