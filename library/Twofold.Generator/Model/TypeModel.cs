namespace Twofold.Generator.Model;

/// <summary>A type as it crosses the border.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="IsOptional">Whether it may be absent.</param>
/// <param name="CSharp">The C# type, required, as generated code spells it.</param>
/// <param name="IsValueType">Whether C# has it as a value type.</param>
/// <param name="Form">Which of several C# types of its kind it is.</param>
/// <param name="Name">The C# name of a record or enum.</param>
/// <param name="Item">What a list holds.</param>
public sealed record TypeModel(
    TypeKind Kind,
    bool IsOptional,
    string CSharp,
    bool IsValueType,
    TypeForm Form = TypeForm.Plain,
    string? Name = null,
    TypeModel? Item = null)
{
    /// <summary>The same type, required.</summary>
    public TypeModel Required => IsOptional ? this with { IsOptional = false } : this;

    /// <summary>Whether it is a number in C: these have a flag beside them when they are optional.</summary>
    public bool IsScalar => Kind is not (TypeKind.Text or TypeKind.Bytes or TypeKind.List or TypeKind.Record or TypeKind.Object);

    /// <summary>Whether it is a pointer and a count in C.</summary>
    public bool IsSpan => Kind is TypeKind.List or TypeKind.Bytes;

    /// <summary>The C# type as it is declared.</summary>
    public string Declared => IsOptional ? $"{CSharp}?" : CSharp;
}

/// <summary>Which C# type stands for a list or for bytes.</summary>
public enum TypeForm
{
    /// <summary>There is only one.</summary>
    Plain,

    /// <summary><c>T[]</c></summary>
    Array,

    /// <summary><c>List&lt;T&gt;</c></summary>
    List,

    /// <summary><c>IReadOnlyList&lt;T&gt;</c></summary>
    ReadOnlyList,

    /// <summary><c>ReadOnlyMemory&lt;byte&gt;</c></summary>
    Memory,
}

/// <summary>The kinds of types that can cross the border.</summary>
public enum TypeKind
{
    /// <summary><c>bool</c></summary>
    Bool,

    /// <summary><c>sbyte</c></summary>
    Int8,

    /// <summary><c>byte</c></summary>
    UInt8,

    /// <summary><c>short</c></summary>
    Int16,

    /// <summary><c>ushort</c></summary>
    UInt16,

    /// <summary><c>int</c></summary>
    Int32,

    /// <summary><c>uint</c></summary>
    UInt32,

    /// <summary><c>long</c></summary>
    Int64,

    /// <summary><c>ulong</c></summary>
    UInt64,

    /// <summary><c>float</c></summary>
    Float32,

    /// <summary><c>double</c></summary>
    Float64,

    /// <summary><c>string</c></summary>
    Text,

    /// <summary><c>byte[]</c> or <c>ReadOnlyMemory&lt;byte&gt;</c></summary>
    Bytes,

    /// <summary>An enum.</summary>
    Enum,

    /// <summary>A record.</summary>
    Record,

    /// <summary>A list.</summary>
    List,

    /// <summary>An object of another exported class: a handle in C, a number on the wire. Only as a result.</summary>
    Object,
}
