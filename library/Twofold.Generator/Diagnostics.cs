using Microsoft.CodeAnalysis;

namespace Twofold.Generator;

/// <summary>All diagnostics. Each message says how to fix the error. The numbers are stable.</summary>
internal static class Diagnostics
{
    public static readonly DiagnosticDescriptor NotPublicClass = Error(
        1, "The class cannot be exported", "'{0}' is exported as a library, so it must be a public, non-generic class that is not nested, static or a record");

    public static readonly DiagnosticDescriptor BadLibraryName = Error(
        2, "The library's name is not snake_case", "'{0}' is not a library name; use lower-case letters, digits and underscores, and begin with a letter");

    public static readonly DiagnosticDescriptor NoConstructor = Error(
        3, "The library has no constructor", "'{0}' needs one [Ffi] static method that returns it, directly or as a Task or ValueTask");

    public static readonly DiagnosticDescriptor SeveralConstructors = Error(
        4, "The library has several constructors", "'{0}' is a second [Ffi] static method that returns the class; keep one and give it optional members");

    public static readonly DiagnosticDescriptor NotPublic = Error(
        5, "An exported member is not public", "'{0}' is exported, so it must be public");

    public static readonly DiagnosticDescriptor Generic = Error(
        6, "An exported method is generic", "'{0}' has type parameters, which have no form in C; export one method for each type");

    public static readonly DiagnosticDescriptor ByReference = Error(
        7, "A parameter is passed by reference", "{0} is passed by ref, out or in; return a record instead");

    public static readonly DiagnosticDescriptor Overload = Error(
        8, "Two exports have one name", "'{0}' and '{1}' are both called '{2}' in C and on the wire; rename one");

    public static readonly DiagnosticDescriptor UnsupportedType = Error(
        9, "A type cannot cross the border", "{0} is of type '{1}', which cannot be exported; use {2}");

    public static readonly DiagnosticDescriptor UnsupportedEvent = Error(
        10, "An event cannot be exported", "'{0}' must be an instance event whose delegate returns nothing; use Action<T>");

    public static readonly DiagnosticDescriptor UnsupportedConstant = Error(
        11, "A constant cannot be exported", "'{0}' must be a const of a number type, bool or string");

    public static readonly DiagnosticDescriptor TooManyMembers = Error(
        12, "There are too many members", "'{0}' has {1} {2}, and the limit is 64; group them into records");

    public static readonly DiagnosticDescriptor ReservedName = Error(
        14, "A name is reserved", "'{0}' is called '{1}' in C, a name that generated code needs; rename it");

    public static readonly DiagnosticDescriptor UnreadableMember = Error(
        15, "A record's member cannot be read", "'{0}' is set by the constructor, but there is no public '{1}' of type '{2}' to read it from; add that property");

    public static readonly DiagnosticDescriptor RequiredMember = Error(
        16, "A record's constructor leaves a required member out", "'{0}' is required, but the constructor does not set it; make it a parameter of the constructor");

    public static readonly DiagnosticDescriptor Inherited = Error(
        17, "An exported member is inherited", "'{0}' is a member of a base class, and members of base classes are not exported; declare it in '{1}'");

    public static readonly DiagnosticDescriptor NotExportable = Error(
        18, "An exported member is of another kind", "'{0}' is not a method, an event or a constant; export a method that does the same");

    public static readonly DiagnosticDescriptor DefaultValue = Error(
        19, "A parameter has a default value", "'{0}' has a default value, which other languages cannot see; make it nullable and choose the value in the method");

    public static readonly DiagnosticDescriptor AsyncVoid = Error(
        20, "A method is async void", "'{0}' is async void, so no caller can wait for it; return Task or ValueTask");

    public static readonly DiagnosticDescriptor BadName = Error(
        21, "A name cannot be spelled in C", "'{0}' is not a name in C; use ASCII letters, digits and underscores, and begin with a letter");

    public static readonly DiagnosticDescriptor NotAMethod = Error(
        24, "An object exports more than methods", "'{0}' must be a public instance method: only the library's own class has events, constants and static methods");

    public static readonly DiagnosticDescriptor StaticObject = Error(
        25, "A static method hands out an object", "'{0}' is static, so the object that it returns would not belong to a '{1}'; make it an instance method");

    public static readonly DiagnosticDescriptor SharedName = Error(
        26, "Two libraries have one name", "'{0}' and '{1}' are both libraries called '{2}'; give each its own name");

    public static readonly DiagnosticDescriptor SelfContained = Error(
        27, "A record contains itself", "'{0}' is of type '{1}', which would contain itself without end; make it '{1}?'");

    public static readonly DiagnosticDescriptor DerivedRecord = Error(
        28, "A record has derived records", "'{0}' has the derived record '{1}', whose own members would be lost; seal '{0}', or export '{1}' itself");

    public static readonly DiagnosticDescriptor LostMember = Error(
        29, "A record's property is not exported", "'{0}' can be set, but it is not a parameter of the constructor, so its value would be lost; make it one, or remove its setter");

    public static readonly DiagnosticDescriptor FlagsEnum = Error(
        30, "An enum has [Flags]", "'{0}' is of type '{1}', a [Flags] enum, whose combinations have no name on the wire; use an integer or a list of '{1}'");

    public static readonly DiagnosticDescriptor NotInLibrary = Error(
        31, "An exported member's class is not exported", "'{0}' has [Ffi], but its class has not; mark '{1}' with [FfiLibrary(\"name\")], or with [Ffi] if a method returns it");

    public static readonly DiagnosticDescriptor NeverReturned = Error(
        32, "An exported class is never returned", "'{0}' has [Ffi], but no exported method returns it; return it from a method, or remove [Ffi]");

    public static readonly DiagnosticDescriptor ReservedLibraryName = Error(
        33, "The library's name clashes with the system", "a library called '{0}' would clash with the system's own '{0}' in C; choose a longer name");

    public static readonly DiagnosticDescriptor BadText = Error(
        34, "A constant is not valid Unicode", "'{0}' contains half of a surrogate pair, which UTF-8 cannot express; write the whole character");

    public static readonly DiagnosticDescriptor GeneratorFailed = Error(
        35, "The generator failed", "Twofold failed on '{0}': {1}; this is a bug in Twofold, please report it with the declaration of '{0}'");

    public static readonly DiagnosticDescriptor EventHandler = Error(
        36, "An event is an EventHandler", "'{0}' is an EventHandler, whose sender cannot be exported; use Action<T> with what the event carries");

    /// <summary>The only diagnostic that is not an error: the library is still generated.</summary>
    public static readonly DiagnosticDescriptor Undocumented = new(
        "TWO023",
        "An export is not documented",
        "'{0}' has no documentation comment, so the header and the schema cannot describe it; give it a summary",
        "Twofold",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true);

    private static DiagnosticDescriptor Error(int number, string title, string message) =>
        new($"TWO{number:000}", title, message, "Twofold", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
