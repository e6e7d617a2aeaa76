using System.Collections.Immutable;
using Twofold;

namespace FixturesLibrary;

public sealed partial class Fixtures
{
    /// <summary>Gives the texts back.</summary>
    [Ffi] public ImmutableArray<string> KeepImmutable(ImmutableArray<string> value) => value;

    /// <summary>Gives the numbers back, each once.</summary>
    [Ffi] public HashSet<int> KeepSet(HashSet<int> value) => value;

    /// <summary>Gives the points back, one after the other.</summary>
    [Ffi] public IEnumerable<Point> KeepSequence(IEnumerable<Point> value) => value.Select(point => point);

    /// <summary>Gives all of them back.</summary>
    [Ffi] public Collections KeepCollections(Collections value) => value;

    /// <summary>Gives the page back.</summary>
    [Ffi] public Page<Point> KeepPage(Page<Point> value) => value;

    /// <summary>Gives the page back, or nothing.</summary>
    [Ffi] public Page<string?>? KeepTextPage(Page<string?>? value) => value;

    /// <summary>Gives the page of pages back.</summary>
    [Ffi] public Page<Page<Point>> KeepPages(Page<Page<Point>> value) => value;

    /// <summary>An array that was never made, which is empty.</summary>
    [Ffi] public ImmutableArray<int> NoArray() => default;
}

/// <summary>Collections that are lists elsewhere.</summary>
/// <param name="Tags">A set of texts.</param>
/// <param name="Sizes">Numbers, or nothing.</param>
/// <param name="Names">Texts, or nothing.</param>
/// <param name="Rows">Lists of numbers.</param>
/// <param name="Colors">A set of enums, or nothing.</param>
public sealed record Collections(HashSet<string> Tags, ImmutableArray<long>? Sizes, IEnumerable<string>? Names, ImmutableArray<int[]> Rows, HashSet<Color>? Colors);

/// <summary>A part of a list.</summary>
/// <typeparam name="T">What it is a list of.</typeparam>
/// <param name="Items">The items.</param>
/// <param name="Next">Where the next part begins, if there is one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
