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

    /// <summary>Gives the lists back.</summary>
    [Ffi] public NumberLists KeepNumberLists(NumberLists value) => value;

    /// <summary>Gives the lists of lists back.</summary>
    [Ffi] public Grids KeepGrids(Grids value) => value;

    /// <summary>Gives the lists with gaps back.</summary>
    [Ffi] public Sparse KeepSparse(Sparse value) => value;

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

/// <summary>Lists of every number that <see cref="Lists"/> has not.</summary>
/// <param name="Int8">8 bits.</param>
/// <param name="UInt8">8 bits, unsigned: numbers, not bytes.</param>
/// <param name="Int16">16 bits.</param>
/// <param name="UInt16">16 bits, unsigned.</param>
/// <param name="Int32">32 bits.</param>
/// <param name="UInt32">32 bits, unsigned.</param>
/// <param name="UInt64">64 bits, unsigned.</param>
/// <param name="Doubles">Doubles.</param>
public sealed record NumberLists(
    sbyte[] Int8, List<byte> UInt8, IReadOnlyList<short> Int16, ushort[] UInt16, List<int> Int32, uint[] UInt32, ulong[] UInt64, double[] Doubles);

/// <summary>Lists of lists.</summary>
/// <param name="Texts">Texts.</param>
/// <param name="Blobs">Byte strings.</param>
/// <param name="Colors">Enums.</param>
/// <param name="Points">Record structs.</param>
/// <param name="Desks">Records with records in them.</param>
/// <param name="Cube">Three levels of booleans.</param>
/// <param name="Gaps">Numbers that may be absent.</param>
/// <param name="Rows">Lists that may be absent themselves.</param>
public sealed record Grids(
    string[][] Texts,
    List<List<byte[]>> Blobs,
    IReadOnlyList<Color[]> Colors,
    Point[][] Points,
    List<Desk[]> Desks,
    bool[][][] Cube,
    long?[][] Gaps,
    float[]?[] Rows);

/// <summary>Lists of what may be absent.</summary>
/// <param name="Flags">Booleans.</param>
/// <param name="Doubles">Doubles.</param>
/// <param name="Colors">Enums.</param>
/// <param name="Blobs">Byte strings.</param>
/// <param name="Views">Byte strings as views.</param>
/// <param name="Labels">Records.</param>
public sealed record Sparse(
    bool?[] Flags, List<double?> Doubles, IReadOnlyList<Color?> Colors, byte[]?[] Blobs, List<ReadOnlyMemory<byte>?> Views, Label?[] Labels);
