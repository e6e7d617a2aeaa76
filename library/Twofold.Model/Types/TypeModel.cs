using System.Collections.Generic;

namespace Twofold.Model.Types;

/// <summary>A type that crosses the border. The hierarchy is closed: one sealed class for each shape.</summary>
public abstract record TypeModel
{
    private protected TypeModel()
    {
    }

    /// <summary>The C# type as generated code declares it, a nullable one with its question mark.</summary>
    public abstract string CSharp { get; }

    /// <summary>Whether C# has it as a value type.</summary>
    public abstract bool IsValueType { get; }

    /// <summary>How C says that a value of this type is absent.</summary>
    public abstract AbsentForm Absent { get; }

    /// <summary>Whether C passes it by value, like a number.</summary>
    public bool IsScalar => Absent == AbsentForm.Flag;

    /// <summary>Whether C passes it as a pointer and a count.</summary>
    public virtual bool IsSpan => false;

    /// <summary>What C calls the number beside the pointer of a span: size for bytes, count for items. Empty for what is not a span.</summary>
    public virtual string CountWord => "";

    /// <summary>Whether the value may be absent.</summary>
    public virtual bool IsOptional => false;

    /// <summary>The same type, required.</summary>
    public virtual TypeModel Required => this;

    /// <summary>The types that it consists of: those of a list's items or of an optional value.</summary>
    public virtual IReadOnlyList<TypeModel> Parts => [];

    /// <summary>The type in names of generated functions and files: no other type of a library has the same.</summary>
    public abstract string Word { get; }

    /// <summary>Calls the visitor's member for this shape.</summary>
    public abstract T Accept<T>(TypeVisitor<T> visitor);
}

/// <summary>How C says that a value is absent.</summary>
public enum AbsentForm
{
    /// <summary>The value is passed by value, and a flag beside it says whether it is there.</summary>
    Flag,

    /// <summary>The value is a pointer already, which is NULL then.</summary>
    Null,

    /// <summary>The value is a struct: in its place is a pointer to it, which may be NULL.</summary>
    Pointer,
}
