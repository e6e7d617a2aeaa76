using Twofold;

namespace FixturesLibrary;

public sealed partial class Fixtures
{
    /// <summary>Gives the number back, or nothing.</summary>
    [Ffi] public int? KeepOptionalInt32(int? value) => value;

    /// <summary>Gives the point back, or nothing.</summary>
    [Ffi] public Point? KeepOptionalPoint(Point? value) => value;

    /// <summary>Gives the record back, or nothing.</summary>
    [Ffi] public Optionals? KeepOptionals(Optionals? value) => value;

    /// <summary>Gives the numbers back.</summary>
    [Ffi] public OptionalNumbers KeepOptionalNumbers(OptionalNumbers value) => value;

    /// <summary>Gives the lists back.</summary>
    [Ffi] public OptionalLists KeepOptionalLists(OptionalLists value) => value;
}

/// <summary>Everything that may be absent.</summary>
/// <param name="Flag">A boolean.</param>
/// <param name="Number">A double.</param>
/// <param name="Text">A text.</param>
/// <param name="Data">Bytes.</param>
/// <param name="Color">An enum.</param>
/// <param name="Items">A list.</param>
/// <param name="Spot">A record struct.</param>
/// <param name="Label">A record.</param>
public sealed record Optionals(
    bool? Flag, double? Number, string? Text, byte[]? Data, Color? Color, int[]? Items, Point? Spot, Label? Label);

/// <summary>A label.</summary>
/// <param name="Text">What it says.</param>
public sealed record Label(string Text);

/// <summary>Every number that <see cref="Optionals"/> has not.</summary>
/// <param name="Int8">8 bits.</param>
/// <param name="UInt8">8 bits, unsigned.</param>
/// <param name="Int16">16 bits.</param>
/// <param name="UInt16">16 bits, unsigned.</param>
/// <param name="Int32">32 bits.</param>
/// <param name="UInt32">32 bits, unsigned.</param>
/// <param name="Int64">64 bits.</param>
/// <param name="UInt64">64 bits, unsigned.</param>
/// <param name="Single">A float.</param>
public sealed record OptionalNumbers(
    sbyte? Int8, byte? UInt8, short? Int16, ushort? UInt16, int? Int32, uint? UInt32, long? Int64, ulong? UInt64, float? Single);

/// <summary>Lists that may be absent.</summary>
/// <param name="Flags">Booleans.</param>
/// <param name="Texts">Texts.</param>
/// <param name="Blobs">Byte strings.</param>
/// <param name="Colors">Enums.</param>
/// <param name="Points">Record structs.</param>
/// <param name="Labels">Records.</param>
/// <param name="Matrix">Lists of lists.</param>
public sealed record OptionalLists(
    bool[]? Flags, List<string>? Texts, byte[][]? Blobs, IReadOnlyList<Color>? Colors, Point[]? Points, List<Label>? Labels, double[][]? Matrix);
