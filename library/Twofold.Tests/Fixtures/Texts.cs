using Twofold;

namespace FixturesLibrary;

public sealed partial class Fixtures
{
    /// <summary>Gives the text back.</summary>
    [Ffi] public string KeepText(string value) => value;

    /// <summary>Gives the text back, or nothing.</summary>
    [Ffi] public string? KeepOptionalText(string? value) => value;

    /// <summary>Returns a text that UTF-8 cannot carry.</summary>
    [Ffi] public string LoneSurrogate() => "a\uD800b";

    /// <summary>Returns a text that a C string cannot carry.</summary>
    [Ffi] public string EmbeddedNul() => "a\0b";
}
