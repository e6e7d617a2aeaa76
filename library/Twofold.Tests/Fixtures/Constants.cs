using Twofold;

namespace FixturesLibrary;

public sealed partial class Fixtures
{
    /// <summary>True.</summary>
    [Ffi] public const bool Yes = true;

    /// <summary>The least of 8 bits.</summary>
    [Ffi] public const sbyte Least8 = sbyte.MinValue;

    /// <summary>The most of 8 bits.</summary>
    [Ffi] public const byte Most8 = byte.MaxValue;

    /// <summary>The least of 16 bits.</summary>
    [Ffi] public const short Least16 = short.MinValue;

    /// <summary>The most of 16 bits.</summary>
    [Ffi] public const ushort Most16 = ushort.MaxValue;

    /// <summary>The least of 32 bits.</summary>
    [Ffi] public const int Least32 = int.MinValue;

    /// <summary>The most of 32 bits.</summary>
    [Ffi] public const uint Most32 = uint.MaxValue;

    /// <summary>The least of 64 bits.</summary>
    [Ffi] public const long Least64 = long.MinValue;

    /// <summary>The most of 64 bits.</summary>
    [Ffi] public const ulong Most64 = ulong.MaxValue;

    /// <summary>A float.</summary>
    [Ffi] public const float Third = 1f / 3f;

    /// <summary>A double.</summary>
    [Ffi] public const double Pi = Math.PI;

    /// <summary>A whole double.</summary>
    [Ffi] public const double Whole = 2;

    /// <summary>No number.</summary>
    [Ffi] public const double NoNumber = double.NaN;

    /// <summary>A float beyond all others.</summary>
    [Ffi] public const float Beyond = float.PositiveInfinity;

    /// <summary>A zero with a sign.</summary>
    [Ffi] public const double MinusZero = -0.0;

    /// <summary>A text with what C must escape.</summary>
    [Ffi] public const string Quoted = "a \"quoted\"\n\\ ?? ä";
}
