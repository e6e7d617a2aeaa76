namespace FixturesLibrary;

/// <summary>Every shape that an annotation can have; each feature has a file of its own.</summary>
[Twofold.FfiLibrary("fixtures")]
public sealed partial class Fixtures
{
    /// <summary>Makes an object; there is nothing to say about it.</summary>
    [Twofold.Ffi] public static Fixtures Create() => new();
}
