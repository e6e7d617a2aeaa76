using Twofold.Model.Naming;
using Twofold.Model.Types;

namespace Twofold.Model.Library;

/// <summary>An exported method.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Doc">What it does.</param>
/// <param name="ResultDoc">What it returns.</param>
/// <param name="IsStatic">Whether it needs no object.</param>
/// <param name="Return">How the result is returned.</param>
/// <param name="Result">The type of the result, or null if there is none.</param>
/// <param name="Parameters">The parameters, without a cancellation token.</param>
/// <param name="TakesCancellation">Whether the last parameter is a cancellation token.</param>
/// <param name="Owner">The class of the method, unless it is the class of the library.</param>
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
    /// <summary>Its name in PascalCase, without the suffix Async of an asynchronous method.</summary>
    public string BaseName => Return == ReturnKind.Direct ? Name : Names.WithoutAsync(Name);

    /// <summary>The name on the wire, and in C after the prefix.</summary>
    public string WireName => (Owner is null ? "" : $"{Owner.CName}_") + Names.Snake(BaseName);

    /// <summary>The prefix of the names of generated C# types.</summary>
    public string Stem => Owner?.Name + BaseName;

    /// <summary>The C struct of the result, unless the result is a scalar, a text, a record or an object.</summary>
    public string? ReplyStruct => Result is null or { IsOptional: false, IsSpan: false } ? null : $"{Stem}Reply";
}

/// <summary>How a method returns its result.</summary>
public enum ReturnKind
{
    /// <summary>Directly.</summary>
    Direct,

    /// <summary>As a Task.</summary>
    Task,

    /// <summary>As a ValueTask.</summary>
    ValueTask,
}
