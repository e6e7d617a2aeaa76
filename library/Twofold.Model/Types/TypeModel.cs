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

    /// <summary>Whether C passes it by value: an optional one then has a flag beside it instead of being a NULL pointer.</summary>
    public virtual bool IsScalar => false;

    /// <summary>Whether C passes it as a pointer and a count.</summary>
    public virtual bool IsSpan => false;

    /// <summary>Whether the value may be absent.</summary>
    public virtual bool IsOptional => false;

    /// <summary>The same type, required.</summary>
    public virtual TypeModel Required => this;

    /// <summary>The type in names of generated functions and files: no other type of a library has the same.</summary>
    public abstract string Word { get; }

    /// <summary>Calls the visitor's member for this shape.</summary>
    public abstract T Accept<T>(TypeVisitor<T> visitor);
}
