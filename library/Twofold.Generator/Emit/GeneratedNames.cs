using Microsoft.CodeAnalysis.CSharp;
using Twofold.Model.Library;

namespace Twofold.Generator.Emit;

/// <summary>
/// Names in generated C#. A type is an author's name and a suffix; a member of a generated class is a lower-case word, an underscore
/// and a wire name; a local for a parameter of the author ends with an underscore. No other generated name has these forms, so
/// authors can choose any name.
/// </summary>
internal static class GeneratedNames
{
    /// <summary>The namespace of everything that is generated for a library.</summary>
    public static string Namespace(LibraryModel library) => $"Twofold.Generated.{Identifier(library.Name)}";

    /// <summary>The author's class.</summary>
    public static string Class(LibraryModel library) =>
        $"global::{(library.Namespace.Length == 0 ? "" : library.Namespace + ".")}{Identifier(library.ClassName)}";

    /// <summary>The struct that holds a method's arguments.</summary>
    public static string Call(MethodModel method) => $"{method.Stem}Call";

    /// <summary>The struct of the native ABI for a record, a reply or an event.</summary>
    public static string Struct(string recordName) => $"{recordName}Struct";

    /// <summary>The class that converts an enum from and to its number in C.</summary>
    public static string EnumNative(string enumName) => $"{enumName}Enum";

    /// <summary>The CBOR codec of a record or an enum.</summary>
    public static string Codec(string typeName) => $"{typeName}Codec";

    /// <summary>The struct that holds the parameters of an event with several parameters.</summary>
    public static string Payload(EventModel @event) => $"{@event.Name}Payload";

    /// <summary>The CBOR codec of that struct.</summary>
    public static string PayloadCodec(EventModel @event) => $"{@event.Name}PayloadCbor";

    /// <summary>The handles of a class whose objects methods return.</summary>
    public static string HandleTable(string objectName) => $"{objectName}Handles.Table";

    /// <summary>The member of the context that raises an event.</summary>
    public static string Source(EventModel @event) => $"source_{@event.WireName}";

    /// <summary>The C# function that implements the exported symbol.</summary>
    public static string Export(string symbol) => Identifier(symbol);

    /// <summary>The function that runs a method with arguments in CBOR.</summary>
    public static string CborCall(MethodModel method) => $"call_{method.WireName}";

    /// <summary>A parameter as a local.</summary>
    public static string Local(ParameterModel parameter) => $"{parameter.WireKey}_";

    /// <summary>A member as a field of a struct of the native ABI.</summary>
    public static string Field(ParameterModel member) => Identifier(member.CName);

    /// <summary>The name of a member: the author's name, or in a generated payload the wire name.</summary>
    public static string MemberOf(RecordModel record, ParameterModel member) =>
        Identifier(record.Role == RecordRole.Event ? member.WireKey : member.Name);

    /// <summary>A type in a documentation comment, which cannot refer to a closed generic type.</summary>
    public static string See(string fullName) =>
        fullName.IndexOf('<') < 0 ? $"<see cref=\"{fullName}\"/>" : $"<c>{fullName.Replace("<", "&lt;").Replace(">", "&gt;")}</c>";

    /// <summary>The author's name for a member, which may be a keyword.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : $"@{name}";
}
