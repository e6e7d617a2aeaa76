namespace Twofold.Tool.Printers;

/// <summary>A C or C++ type, as it is written before a name.</summary>
/// <param name="Prefix">Everything up to the name, for example <c>int32_t </c> or <c>const char *</c>.</param>
/// <param name="IsPointer">Whether it is a pointer.</param>
/// <param name="IsReference">Whether it is a reference of C++.</param>
internal sealed record Spelling(string Prefix, bool IsPointer, bool IsReference = false)
{
    /// <summary>The type without the name, as in a cast.</summary>
    public string Type { get; } = Prefix.TrimEnd();

    /// <summary>A pointer to this type.</summary>
    public Spelling Pointer => new($"{Prefix}*", true);

    /// <summary>A const pointer to this type.</summary>
    public Spelling ConstPointer => new(IsPointer ? $"{Prefix}const *" : $"const {Prefix}*", true);

    /// <summary>A type that is not a pointer.</summary>
    public static Spelling Value(string type) => new($"{type} ", false);

    /// <summary>A pointer to a type.</summary>
    public static Spelling PointerTo(string type) => new($"{type} *", true);

    /// <summary>A const reference to a C++ type.</summary>
    public static Spelling ConstReference(string type) => new($"const {type} &", false, IsReference: true);

    /// <summary>A declaration of a name with this type.</summary>
    public string Declare(string name) => Prefix + name;
}
