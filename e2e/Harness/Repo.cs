namespace Twofold.E2E.Harness;

/// <summary>Places in the repository that this program was built from.</summary>
internal static class Repo
{
    /// <summary>The folder of Twofold.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>An absolute path, from one that begins at the root and is written with slashes.</summary>
    public static string At(string path) => Path.GetFullPath(Path.Combine(Root, path));

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
