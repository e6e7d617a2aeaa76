using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Names in the C++ wrapper: PascalCase for types and enumerators, snake_case for the rest.</summary>
internal static class CppNames
{
    private static readonly HashSet<string> s_types = ["Status", "Error", "Outcome", "Subscription", "Server", "ServerOptions", "Transport", "LogLevel", "LogCallback"];
    private static readonly HashSet<string> s_members = ["native_handle"];
    private static readonly HashSet<string> s_locals = ["loan"];

    /// <summary>The namespace. It cannot be the library's name alone, which C has for the handle.</summary>
    public static string Namespace(LibraryModel library) => $"twofold::{library.Name}";

    /// <summary>The class that stands for the library.</summary>
    public static string Class(LibraryModel library) => Free(Pascal(library.ClassName), s_types);

    /// <summary>A record, an enum, or the class of an object that methods hand out.</summary>
    public static string Type(LibraryModel library, string name) =>
        Pascal(name) == Class(library) ? $"{Pascal(name)}_" : Free(Pascal(name), s_types);

    public static string Enumerator(string name) => Pascal(name);

    public static string Method(MethodModel method) => Member(Naming.Snake(Naming.WithoutAsync(method.Name)));

    public static string Event(EventModel @event) => Member(@event.WireName);

    public static string Constant(ConstantModel constant) => Member(Naming.Snake(constant.Name));

    public static string Parameter(ParameterModel parameter) => Free(parameter.CName, s_locals);

    private static string Member(string name) => Free(name, s_members);

    /// <summary>The name, with an underscore behind it if it is taken.</summary>
    private static string Free(string name, HashSet<string> taken) => taken.Contains(name) || Keywords.Contains(name) ? $"{name}_" : name;

    private static string Pascal(string name) => string.Concat(
        Naming.Snake(name).Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
