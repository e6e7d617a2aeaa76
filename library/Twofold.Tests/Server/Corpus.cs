using System.Runtime.CompilerServices;

namespace Twofold.Tests.Server;

/// <summary>Harmful inputs: each file holds the bytes of one connection and is named after the attack.</summary>
internal static class Corpus
{
    /// <summary>The bytes by file name.</summary>
    public static IReadOnlyDictionary<string, byte[]> ByName { get; } =
        Directory.GetFiles(Folder(), "*.bin").ToDictionary(path => Path.GetFileNameWithoutExtension(path), File.ReadAllBytes);

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Corpus");
}
