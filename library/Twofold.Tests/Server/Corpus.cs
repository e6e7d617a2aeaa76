using System.Runtime.CompilerServices;

namespace Twofold.Tests.Server;

/// <summary>What peers have sent, or might, to do harm: a file for each, named after what it is, with the bytes of one connection.</summary>
internal static class Corpus
{
    /// <summary>The bytes by the name of the file.</summary>
    public static IReadOnlyDictionary<string, byte[]> ByName { get; } =
        Directory.GetFiles(Folder(), "*.bin").ToDictionary(path => Path.GetFileNameWithoutExtension(path), File.ReadAllBytes);

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Corpus");
}
