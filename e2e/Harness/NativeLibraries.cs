namespace Twofold.E2E.Harness;

/// <summary>A published library in its install tree.</summary>
/// <param name="Name">Its name, the prefix of its symbols.</param>
/// <param name="Tree">The tree, from the root of the repository.</param>
/// <param name="Command">What builds it.</param>
internal sealed record NativeLibrary(string Name, string Tree, string Command)
{
    /// <summary>The libraries of this repository, by their names.</summary>
    public static IReadOnlyDictionary<string, NativeLibrary> ByName { get; } = new[]
    {
        new NativeLibrary("my_timer", "artifacts/my_timer", "./just library"),
        new NativeLibrary("fixtures", "artifacts/fixtures", "./just fixtures"),
    }.ToDictionary(library => library.Name);

    /// <summary>The absolute path of the shared library on Linux.</summary>
    public string Path => Repo.At($"{Tree}/lib/lib{Name}.so");

    /// <summary>The functions that its headers declare.</summary>
    public IReadOnlyList<CFunction> Functions => CFunction.DeclaredIn($"{Tree}/include");
}
