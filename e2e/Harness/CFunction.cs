using System.Text.RegularExpressions;

namespace Twofold.E2E.Harness;

/// <summary>A function that a library's header declares.</summary>
/// <param name="Name">Its symbol.</param>
/// <param name="Returns">The type that it returns.</param>
/// <param name="Parameters">Its parameters as they are declared; none for <c>void</c>.</param>
internal sealed partial record CFunction(string Name, string Returns, IReadOnlyList<string> Parameters)
{
    /// <summary>Whether it requires a callback or a listener.</summary>
    public bool NeedsCallback => Parameters.Any(parameter => CallbackParameter().IsMatch(parameter)) && !Name.EndsWith("_set_log", StringComparison.Ordinal);

    /// <summary>Whether its last parameter is an output parameter for the reply.</summary>
    public bool HasPlace => Parameters.Count > (HandleType is null ? 0 : 1) && PlaceParameter().IsMatch(Parameters[^1]);

    /// <summary>The type of the handle that it is called on; null if it takes none.</summary>
    public string? HandleType => Parameters.Count > 0 && HandleParameter().Match(Parameters[0]) is { Success: true } match ? match.Groups["type"].Value : null;

    /// <summary>The functions of all headers in a folder.</summary>
    public static IReadOnlyList<CFunction> DeclaredIn(string folder) =>
    [
        .. from path in Directory.GetFiles(Repo.At(folder), "*.h").Order()
           from Match match in Declaration().Matches(File.ReadAllText(path))
           let parameters = match.Groups["parameters"].Value
           select new CFunction(match.Groups["name"].Value, match.Groups["returns"].Value.Trim(), parameters == "void" ? [] : parameters.Split(", ")),
    ];

    [GeneratedRegex(@"^[A-Z_]+_API (?<returns>[^(]*?)(?<name>\w+)\((?<parameters>[^)]*)\);", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"_(callback|listener) (callback|listener)$")]
    private static partial Regex CallbackParameter();

    [GeneratedRegex(@"^(?!const |void )\w+ \*\*?\w+$")]
    private static partial Regex PlaceParameter();

    [GeneratedRegex(@"^(?<type>\w+) \*(handle|server)$")]
    private static partial Regex HandleParameter();
}
