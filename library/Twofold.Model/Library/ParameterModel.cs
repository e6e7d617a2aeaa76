using System.Linq;
using Twofold.Model.Abi;
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

    /// <summary>The name in snake case.</summary>
    public string SnakeName => Names.Escape(Names.Snake(Name));

    /// <summary>The name in C, as a member of a struct. It says the unit of a number that has one.</summary>
    public string CName => HasUnit ? $"{Names.Snake(Name)}_ns" : SnakeName;

    /// <summary>The name in C, as a parameter of a function that also has generated parameters.</summary>
    public string CParameter => !HasUnit && ReservedNames.Parameters.Contains(Names.Snake(Name)) ? Names.Snake(Name) + "_" : CName;

    /// <summary>The name of the count or size next to the pointer of a span.</summary>
    public string CCount => $"{Names.Snake(Name)}_{Type.CountWord}";

    /// <summary>The name of the flag next to an optional scalar.</summary>
    public string CFlag => $"has_{Names.Snake(Name)}";

    private bool HasUnit
    {
        get
        {
            var type = Type;
            while (type.Parts.Count == 1)
                type = type.Parts[0];

            return type is DurationType;
        }
    }
}
