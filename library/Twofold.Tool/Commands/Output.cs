using Twofold.Tool.Printers;

namespace Twofold.Tool.Commands;

/// <summary>Writes printed files, or compares them with the existing files.</summary>
internal static class Output
{
    /// <summary>Writes the files into a folder.</summary>
    public static void Write(string folder, IEnumerable<PrintedFile> files)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);

            // An unchanged file keeps its modification time, so that it does not trigger a rebuild.
            if (!IsCurrent(path, file))
                File.WriteAllText(path, file.Text);
        }
    }

    /// <summary>Compares the files with those in a folder.</summary>
    /// <exception cref="ToolException">A file is missing or differs.</exception>
    public static void Check(string folder, IEnumerable<PrintedFile> files)
    {
        var stale = files.Select(file => (Path: Path.Combine(folder, file.Path), File: file)).Where(file => !IsCurrent(file.Path, file.File)).ToList();
        if (stale.Count > 0)
            throw new ToolException($"not up to date: {string.Join(", ", stale.Select(file => file.Path))}\nTo fix it, run: ./just bindings");
    }

    private static bool IsCurrent(string path, PrintedFile file) => File.Exists(path) && File.ReadAllText(path) == file.Text;
}
