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
/// <param name="Objects">The other exported classes, which methods hand out.</param>
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
    EquatableArray<ObjectModel> Objects,
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
/// <param name="Owner">The class that has it, if it is not the library's own.</param>
public sealed record MethodModel(
    string Name,
    string Doc,
    string ResultDoc,
    bool IsStatic,
    ReturnKind Return,
    TypeModel? Result,
    EquatableArray<ParameterModel> Parameters,
    bool TakesCancellation,
    ObjectModel? Owner)
{
    /// <summary>The name on the wire, and behind the prefix in C.</summary>
    public string WireName => (Owner is null ? "" : $"{Owner.CName}_") + Naming.Snake(Naming.WithoutAsync(Name));

    /// <summary>The name that generated C# types begin with.</summary>
    public string Stem => Owner?.Name + Naming.WithoutAsync(Name);

    /// <summary>The struct that C gets the result in, if the result is neither a number, a required text nor a record.</summary>
    public string? ReplyStruct =>
        Result is null or { IsOptional: false, IsScalar: true } or { IsOptional: false, Kind: TypeKind.Text or TypeKind.Record or TypeKind.Object }
            ? null
            : $"{Stem}Reply";
}

/// <summary>An exported class besides the library's own: methods hand it out, and it has methods of its own.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="FullName">Its C# name with the namespace.</param>
/// <param name="Doc">What it is.</param>
public sealed record ObjectModel(string Name, string FullName, string Doc)
{
    /// <summary>Its name in C behind the prefix.</summary>
    public string CName => Naming.Snake(Name);
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

/// <summary>An exported event.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Doc">When it fires.</param>
/// <param name="Parameters">What it carries.</param>
public sealed record EventModel(string Name, string Doc, EquatableArray<ParameterModel> Parameters)
{
    /// <summary>The name on the wire and in C.</summary>
    public string WireName => Naming.Snake(Name);

    /// <summary>The struct that C gets the parameters in, if they are anything but one record.</summary>
    public string? EventStruct =>
        Parameters.Count == 0 || Single is { Kind: TypeKind.Record, IsOptional: false } ? null : $"{Name}Event";

    /// <summary>The only parameter, if there is one: then it is the payload itself.</summary>
    public TypeModel? Single => Parameters.Count == 1 ? Parameters[0].Type : null;
}

/// <summary>An exported constant.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Doc">What it means.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Value">Its value as invariant text.</param>
public sealed record ConstantModel(string Name, string Doc, TypeKind Kind, string Value);

/// <summary>A record that crosses the border, or a struct that C needs for what is none.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="FullName">Its C# name with the namespace.</param>
/// <param name="Doc">What it is.</param>
/// <param name="Members">Its members in the order of the constructor's parameters.</param>
/// <param name="Role">Why C has it.</param>
/// <param name="IsResult">Whether a method returns it, so that C needs a way to free it.</param>
/// <param name="IsRecursive">Whether it contains itself, behind a list or a pointer.</param>
public sealed record RecordModel(
    string Name, string FullName, string Doc, EquatableArray<ParameterModel> Members, RecordRole Role, bool IsResult, bool IsRecursive);

/// <summary>Why C has a struct.</summary>
public enum RecordRole
{
    /// <summary>The author's record.</summary>
    Message,

    /// <summary>The reply of a method whose result is no record: one member, called value.</summary>
    Reply,

    /// <summary>The parameters of an event whose payload is no record.</summary>
    Event,
}

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
