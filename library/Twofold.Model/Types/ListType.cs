using System.Collections.Generic;

namespace Twofold.Model.Types;

/// <summary>A list of items of one type.</summary>
/// <param name="Item">The type of the items.</param>
/// <param name="Form">Which C# type it is.</param>
public sealed record ListType(TypeModel Item, ListForm Form) : TypeModel
{
    /// <inheritdoc/>
    public override string CSharp => Form switch
    {
        ListForm.Array => $"{Item.CSharp}[]",
        ListForm.List => $"global::System.Collections.Generic.List<{Item.CSharp}>",
        ListForm.ReadOnlyList => $"global::System.Collections.Generic.IReadOnlyList<{Item.CSharp}>",
        ListForm.Enumerable => $"global::System.Collections.Generic.IEnumerable<{Item.CSharp}>",
        ListForm.HashSet => $"global::System.Collections.Generic.HashSet<{Item.CSharp}>",
        _ => $"global::System.Collections.Immutable.ImmutableArray<{Item.CSharp}>",
    };

    /// <inheritdoc/>
    public override bool IsValueType => Form == ListForm.ImmutableArray;

    /// <inheritdoc/>
    public override bool IsSpan => true;

    /// <inheritdoc/>
    public override AbsentForm Absent => AbsentForm.Null;

    /// <inheritdoc/>
    public override IReadOnlyList<TypeModel> Parts => [Item];

    /// <inheritdoc/>
    public override string CountWord => "count";

    /// <inheritdoc/>
    public override string Word => $"{Item.Word}_list";

    /// <inheritdoc/>
    public override T Accept<T>(TypeVisitor<T> visitor) => visitor.VisitList(this);
}

/// <summary>The C# type of a list.</summary>
public enum ListForm
{
    /// <summary><c>T[]</c></summary>
    Array,

    /// <summary><c>List&lt;T&gt;</c></summary>
    List,

    /// <summary><c>IReadOnlyList&lt;T&gt;</c></summary>
    ReadOnlyList,

    /// <summary><c>IEnumerable&lt;T&gt;</c></summary>
    Enumerable,

    /// <summary><c>HashSet&lt;T&gt;</c></summary>
    HashSet,

    /// <summary><c>ImmutableArray&lt;T&gt;</c></summary>
    ImmutableArray,
}
