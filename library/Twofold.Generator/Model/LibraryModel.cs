namespace Twofold.Generator.Model;

/// <summary>Everything that is known of a library: what the emitters and Twofold.Bindings print from.</summary>
/// <param name="Name">The library's name in snake_case: the prefix of every symbol.</param>
/// <param name="Version">The version of the assembly, <c>major.minor.patch</c>.</param>
/// <param name="Namespace">The class's namespace; "" for the global one.</param>
/// <param name="ClassName">The class.</param>
/// <param name="Doc">What the class is.</param>
/// <param name="Constructor">The static method that returns the class.</param>
/// <param name="Methods">The methods, static ones included, in the order of their declaration.</param>
/// <param name="Events">The events.</param>
/// <param name="Constants">The constants.</param>
/// <param name="Records">The records that these reach, each after those it contains.</param>
/// <param name="Enums">The enums that these reach.</param>
public sealed record LibraryModel(
    string Name,
    string Version,
    string Namespace,
    string ClassName,
    string Doc,
    MethodModel Constructor,
    EquatableArray<MethodModel> Methods,
    EquatableArray<EventModel> Events,
    EquatableArray<ConstantModel> Constants,
    EquatableArray<RecordModel> Records,
    EquatableArray<EnumModel> Enums);

/// <summary>An exported method.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Doc">What it does.</param>
/// <param name="ResultDoc">What it returns.</param>
/// <param name="IsStatic">Whether it needs no context.</param>
/// <param name="Return">How the result comes.</param>
/// <param name="Result">The result, or null if there is none.</param>
/// <param name="Parameters">The parameters, without a cancellation token.</param>
/// <param name="TakesCancellation">Whether a cancellation token is the last parameter.</param>
public sealed record MethodModel(
    string Name,
    string Doc,
    string ResultDoc,
    bool IsStatic,
    ReturnKind Return,
    TypeModel? Result,
    EquatableArray<ParameterModel> Parameters,
    bool TakesCancellation)
{
    /// <summary>The name on the wire, and behind the prefix in C.</summary>
    public string WireName => Naming.Snake(Naming.WithoutAsync(Name));

    /// <summary>The name that generated C# types begin with.</summary>
    public string Stem => Naming.WithoutAsync(Name);
}

/// <summary>How a method's result comes.</summary>
public enum ReturnKind
{
    /// <summary>At once.</summary>
    Direct,

    /// <summary>As a Task.</summary>
    Task,

    /// <summary>As a ValueTask.</summary>
    ValueTask,
}

/// <summary>A parameter of a method, or a member of a record.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Doc">What it is.</param>
/// <param name="Type">Its type.</param>
public sealed record ParameterModel(string Name, string Doc, TypeModel Type)
{
    /// <summary>The key on the wire.</summary>
    public string WireKey => Naming.Camel(Name);

    /// <summary>The name in C.</summary>
    public string CName => Naming.Snake(Name);
}

/// <summary>An exported event with one parameter.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Doc">When it fires.</param>
/// <param name="Payload">What it carries.</param>
public sealed record EventModel(string Name, string Doc, TypeModel Payload)
{
    /// <summary>The name on the wire and in C.</summary>
    public string WireName => Naming.Snake(Name);
}

/// <summary>An exported constant.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Doc">What it means.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Value">Its value as invariant text.</param>
public sealed record ConstantModel(string Name, string Doc, TypeKind Kind, string Value);

/// <summary>A record that crosses the border.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="FullName">Its C# name with the namespace.</param>
/// <param name="Doc">What it is.</param>
/// <param name="Members">Its members in the order of the constructor's parameters.</param>
/// <param name="IsResult">Whether a method returns it, so that C needs a way to free it.</param>
public sealed record RecordModel(string Name, string FullName, string Doc, EquatableArray<ParameterModel> Members, bool IsResult);

/// <summary>An enum that crosses the border: text on the wire, a number in C.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="FullName">Its C# name with the namespace.</param>
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
    public string WireText => Naming.Camel(Name);
}
