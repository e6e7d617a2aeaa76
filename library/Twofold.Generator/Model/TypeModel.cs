namespace Twofold.Generator.Model;

/// <summary>A type as it crosses the border.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="IsOptional">Whether it may be absent.</param>
/// <param name="Name">The C# name of a record or enum.</param>
/// <param name="FullName">The C# name of a record or enum with the namespace.</param>
/// <param name="Item">What a list holds.</param>
public sealed record TypeModel(TypeKind Kind, bool IsOptional, string? Name = null, string? FullName = null, TypeModel? Item = null)
{
    /// <summary>Whether it is a C# value type.</summary>
    public bool IsValueType => Kind is not (TypeKind.Text or TypeKind.List or TypeKind.Record);

    /// <summary>The same type, required.</summary>
    public TypeModel Required => this with { IsOptional = false };
}

/// <summary>The kinds of types that can cross the border.</summary>
public enum TypeKind
{
    /// <summary><c>bool</c></summary>
    Bool,

    /// <summary><c>int</c></summary>
    Int32,

    /// <summary><c>long</c></summary>
    Int64,

    /// <summary><c>uint</c></summary>
    UInt32,

    /// <summary><c>string</c></summary>
    Text,

    /// <summary>An enum.</summary>
    Enum,

    /// <summary>A record.</summary>
    Record,

    /// <summary>A list.</summary>
    List,
}
