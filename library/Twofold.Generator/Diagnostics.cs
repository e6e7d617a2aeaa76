using Microsoft.CodeAnalysis;

namespace Twofold.Generator;

/// <summary>Every diagnostic, with its cure. The numbers are stable.</summary>
internal static class Diagnostics
{
    public static readonly DiagnosticDescriptor NotPublicClass = Error(
        1, "The class cannot be exported", "'{0}' is exported as a library, so it must be a public, non-generic class that is not nested");

    public static readonly DiagnosticDescriptor BadLibraryName = Error(
        2, "The library's name is not snake_case", "'{0}' is no library name: use lower-case letters, digits and underscores, beginning with a letter");

    public static readonly DiagnosticDescriptor NoConstructor = Error(
        3, "The library has no constructor", "'{0}' needs one [Ffi] static method that returns it, directly or as a Task or ValueTask");

    public static readonly DiagnosticDescriptor SeveralConstructors = Error(
        4, "The library has several constructors", "'{0}' is a second [Ffi] static method that returns the class; keep one and give it optional members");

    public static readonly DiagnosticDescriptor NotPublic = Error(
        5, "An exported member is not public", "'{0}' is exported, so it must be public");

    public static readonly DiagnosticDescriptor Generic = Error(
        6, "An exported method is generic", "'{0}' has type parameters, which have no form in C; export one method for each type");

    public static readonly DiagnosticDescriptor ByReference = Error(
        7, "A parameter is passed by reference", "'{0}' is passed by ref, out or in; return a record instead");

    public static readonly DiagnosticDescriptor Overload = Error(
        8, "Two exports have one name", "'{0}' and '{1}' are both called '{2}' in C and on the wire; rename one");

    public static readonly DiagnosticDescriptor UnsupportedType = Error(
        9, "A type cannot cross the border", "{0} is of type '{1}', which cannot be exported; use {2}");

    public static readonly DiagnosticDescriptor UnsupportedEvent = Error(
        10, "An event cannot be exported", "'{0}' must be an instance event whose delegate returns nothing, such as Action<T>");

    public static readonly DiagnosticDescriptor UnsupportedConstant = Error(
        11, "A constant cannot be exported", "'{0}' must be a const of a number type, bool or string");

    public static readonly DiagnosticDescriptor TooManyMembers = Error(
        12, "A record has too many members", "'{0}' has {1} members and may have 64; group them into records");

    public static readonly DiagnosticDescriptor Keyword = Error(
        13, "A name is a keyword of C or C++", "'{0}' is called '{1}' in C, where that is a keyword; rename it");

    public static readonly DiagnosticDescriptor ReservedName = Error(
        14, "A parameter's name is reserved", "'{0}' is called '{1}' in C, as a parameter of every function is; rename it");

    public static readonly DiagnosticDescriptor NotAMethod = Error(
        15, "An object exports more than methods", "'{0}' must be a public instance method: only the library's own class has events, constants and static methods");

    public static readonly DiagnosticDescriptor StaticObject = Error(
        16, "A static method hands out an object", "'{0}' is static, so what it returns would belong to nothing; make it an instance method");

    private static DiagnosticDescriptor Error(int number, string title, string message) =>
        new($"TWO{number:000}", title, message, "Twofold", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
