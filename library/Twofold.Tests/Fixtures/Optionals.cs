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
