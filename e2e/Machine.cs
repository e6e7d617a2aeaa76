using Twofold.E2E.Harness;

namespace Twofold.E2E;

/// <summary>A PATH of a machine that lacks a program.</summary>
internal static class Machine
{
    /// <summary>A folder with links to all programs on the PATH, except for some.</summary>
    public static TempFolder Without(params string[] missing)
    {
        var folder = new TempFolder();
        var programs = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Where(Directory.Exists).SelectMany(Directory.EnumerateFileSystemEntries);
        foreach (var program in programs.Where(program => !missing.Contains(Path.GetFileName(program))))
        {
            if (!Path.Exists(folder.File(Path.GetFileName(program))))
                File.CreateSymbolicLink(folder.File(Path.GetFileName(program)), program);
        }

        return folder;
    }
}
