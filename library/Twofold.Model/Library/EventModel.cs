using Twofold.Model.Naming;
using Twofold.Model.Types;

namespace Twofold.Model.Library;

/// <summary>An exported event.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Doc">When it fires.</param>
/// <param name="Parameters">Its parameters.</param>
public sealed record EventModel(string Name, string Doc, EquatableArray<ParameterModel> Parameters)
{
    /// <summary>The name on the wire and in C.</summary>
    public string WireName => Names.Snake(Name);

    /// <summary>The parameter of an event with exactly one parameter: it is the payload itself.</summary>
    public TypeModel? Single => Parameters.Count == 1 ? Parameters[0].Type : null;

    /// <summary>The C struct of the parameters, unless they are a single required record.</summary>
    public string? EventStruct => Parameters.Count == 0 || Single is RecordType ? null : $"{Name}Event";

    /// <summary>The C# name of the C struct with the payload of the event, or null if it has no payload.</summary>
    public string? PayloadStruct => EventStruct ?? (Single as RecordType)?.Name;
}
