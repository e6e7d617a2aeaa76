using Twofold;

namespace FixturesLibrary;

/// <summary>A color.</summary>
public enum Color
{
    /// <summary>Red.</summary>
    Red = 1,

    /// <summary>Dark green.</summary>
    DarkGreen = 20,

    /// <summary>No color.</summary>
    None = -1,
}

public sealed partial class Fixtures
{
    /// <summary>Gives the color back.</summary>
    [Ffi] public Color KeepColor(Color value) => value;

    /// <summary>Gives the color back, or nothing.</summary>
    [Ffi] public Color? KeepOptionalColor(Color? value) => value;

    /// <summary>Returns a value that is not a color.</summary>
    [Ffi] public Color NoSuchColor() => (Color)99;
}
