using Twofold;

namespace FixturesLibrary;

public sealed partial class Fixtures
{
    /// <summary>Gives the text back.</summary>
    [Ffi] public string KeepText(string value) => value;

    /// <summary>Gives the text back, or nothing.</summary>
    [Ffi] public string? KeepOptionalText(string? value) => value;

    /// <summary>Answers a text that no UTF-8 can carry.</summary>
    [Ffi] public string LoneSurrogate() => "a\uD800b";

    /// <summary>Answers a text that no C string can carry.</summary>
    [Ffi] public string EmbeddedNul() => "a\0b";
}
