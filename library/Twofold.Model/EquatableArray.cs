using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace Twofold.Model;

/// <summary>A list with value equality, so that the steps of the generator can be cached.</summary>
public sealed class EquatableArray<T>(IEnumerable<T> items) : IReadOnlyList<T>, IEquatable<EquatableArray<T>>
{
    private readonly T[] _items = [.. items];

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <inheritdoc/>
    public bool Equals(EquatableArray<T>? other) => other is not null && _items.SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EquatableArray<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => _items.Aggregate(17, (hash, item) => unchecked((hash * 31) + (item?.GetHashCode() ?? 0)));

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
