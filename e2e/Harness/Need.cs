namespace Twofold.E2E.Harness;

/// <summary>A required program, which the user installs.</summary>
/// <param name="Program">Its name on the PATH.</param>
/// <param name="Home">Where to get it: a URL.</param>
/// <param name="Least">The oldest version that works; <c>scripts/doctor</c> compares it.</param>
internal sealed record Need(string Program, string Home, string? Least = null)
{
    /// <summary>What compiles C++.</summary>
    public static Need Cpp { get; } = new("c++", "https://gcc.gnu.org");

    /// <summary>Whether the program is there.</summary>
    public bool IsMet => Platform.IsOnPath(Platform.Command(Program));

    public override string ToString() => $"{Program}, {Home}";
}
