namespace Twofold;

/// <summary>Exports the class as a native library: it becomes the library's handle type.</summary>
/// <param name="name">The library's name in snake_case; it prefixes every C symbol and names the files.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FfiLibraryAttribute(string name) : Attribute
{
    /// <summary>The library's name in snake_case.</summary>
    public string Name { get; } = name;
}
