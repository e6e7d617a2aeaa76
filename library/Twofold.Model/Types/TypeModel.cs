using System.Collections.Generic;

namespace Twofold.Model.Types;

/// <summary>An exported type. The hierarchy is closed: one sealed class for each shape.</summary>
public abstract record TypeModel
{
    private protected TypeModel()
    {
    }

    /// <summary>The C# type as generated code declares it, a nullable one with its question mark.</summary>
    public abstract string CSharp { get; }

    /// <summary>Whether it is a value type in C#.</summary>
    public abstract bool IsValueType { get; }

    /// <summary>How C represents an absent value of this type.</summary>
    public abstract AbsentForm Absent { get; }

    /// <summary>Whether C passes it by value, like a number.</summary>
    public bool IsScalar => Absent == AbsentForm.Flag;

    /// <summary>Whether C passes it as a pointer and a count.</summary>
    public virtual bool IsSpan => false;

    /// <summary>The name in C of the number next to the pointer of a span: size for bytes, count for items; empty for other types.</summary>
    public virtual string CountWord => "";

    /// <summary>Whether the value may be absent.</summary>
    public virtual bool IsOptional => false;

    /// <summary>The same type, required.</summary>
    public virtual TypeModel Required => this;

    /// <summary>The types that it contains: the item type of a list, or the type of an optional value.</summary>
    public virtual IReadOnlyList<TypeModel> Parts => [];

    /// <summary>The name of the type in generated functions and files, which is unique in a library.</summary>
    public abstract string Word { get; }

    /// <summary>Calls the visitor's member for this shape.</summary>
    public abstract T Accept<T>(TypeVisitor<T> visitor);
}

/// <summary>How C represents an absent value.</summary>
public enum AbsentForm
{
    /// <summary>The value is passed by value, with a flag that says whether it is present.</summary>
    Flag,

    /// <summary>The value is already a pointer, which is NULL.</summary>
    Null,

    /// <summary>The value is a struct, which is passed as a pointer that may be NULL.</summary>
    Pointer,
}
