namespace Twofold.E2E.Harness;

/// <summary>Paths in the repository that this program was built from.</summary>
internal static class Repo
{
    /// <summary>Folders with build outputs or fetched packages.</summary>
    private static readonly HashSet<string> s_foreign = ["artifacts", ".deps", ".git", "bin", "obj", "target", "__pycache__"];

    /// <summary>The folder of Twofold.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The absolute path for a path from the root with slashes.</summary>
    public static string At(string path) => Path.GetFullPath(Path.Combine(Root, path));

    /// <summary>The files that match a pattern, as paths from the root with slashes; without build outputs and fetched packages.</summary>
    public static IEnumerable<string> Files(string pattern) => Files(new DirectoryInfo(Root), pattern);

    private static IEnumerable<string> Files(DirectoryInfo folder, string pattern) =>
        folder.EnumerateFiles(pattern).Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Concat(folder.EnumerateDirectories().Where(inner => !s_foreign.Contains(inner.Name)).SelectMany(inner => Files(inner, pattern)));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Twofold.slnx")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"no Twofold.slnx in or above {AppContext.BaseDirectory}");
    }
}
