using Twofold;

namespace FixturesLibrary;

public sealed partial class Fixtures
{
    /// <summary>Gives the numbers back.</summary>
    [Ffi] public int[] KeepNumbers(int[] value) => value;

    /// <summary>Gives the texts back.</summary>
    [Ffi] public List<string> KeepTexts(List<string> value) => value;

    /// <summary>Gives the points back.</summary>
    [Ffi] public IReadOnlyList<Point> KeepPoints(IReadOnlyList<Point> value) => value;

    /// <summary>Gives the list back.</summary>
    [Ffi] public Lists KeepLists(Lists value) => value;

    /// <summary>Gives the list back, or nothing.</summary>
    [Ffi] public List<Color>? KeepOptionalList(List<Color>? value) => value;
}

/// <summary>A point.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Upwards.</param>
public readonly record struct Point(double X, double Y);

/// <summary>Lists of everything.</summary>
/// <param name="Flags">Booleans.</param>
/// <param name="Longs">64 bits.</param>
/// <param name="Floats">Floats.</param>
/// <param name="Texts">Texts.</param>
/// <param name="Blobs">Byte strings.</param>
/// <param name="Colors">Enums.</param>
/// <param name="Points">Record structs.</param>
/// <param name="Matrix">Lists of lists.</param>
/// <param name="Gaps">Numbers that may be absent.</param>
/// <param name="Holes">Texts that may be absent.</param>
/// <param name="Spots">Points that may be absent.</param>
public sealed record Lists(
    bool[] Flags,
    List<long> Longs,
    IReadOnlyList<float> Floats,
    string[] Texts,
    List<byte[]> Blobs,
    Color[] Colors,
    List<Point> Points,
    int[][] Matrix,
    int?[] Gaps,
    string?[] Holes,
    List<Point?> Spots);
