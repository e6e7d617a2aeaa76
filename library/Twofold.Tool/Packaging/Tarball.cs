using System.Formats.Tar;
using System.IO.Compression;

namespace Twofold.Tool.Packaging;

/// <summary>Writes a folder as a reproducible tar.gz: it depends only on names and contents, not on clock, user or file system.</summary>
internal static class Tarball
{
    private const UnixFileMode ReadAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode RunAll = ReadAll | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Writes it.</summary>
    /// <param name="folder">The folder to archive.</param>
    /// <param name="root">The name of the folder in the archive.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="time">Every entry's time.</param>
    public static void Write(string folder, string root, string path, DateTimeOffset time)
    {
        using var file = File.Create(path);
        using var compressed = new GZipStream(file, CompressionLevel.SmallestSize);
        using var tar = new TarWriter(compressed, TarEntryFormat.Ustar);
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).OrderBy(Name, StringComparer.Ordinal))
            Add(tar, entry, $"{root}/{Name(entry)}", time);

        string Name(FileSystemInfo entry) => Path.GetRelativePath(folder, entry.FullName).Replace('\\', '/');
    }

    private static void Add(TarWriter tar, FileSystemInfo source, string name, DateTimeOffset time)
    {
        var type = source switch
        {
            { LinkTarget: not null } => TarEntryType.SymbolicLink,
            DirectoryInfo => TarEntryType.Directory,
            _ => TarEntryType.RegularFile,
        };
        using var data = type == TarEntryType.RegularFile ? File.OpenRead(source.FullName) : null;
        var entry = new UstarTarEntry(type, type == TarEntryType.Directory ? $"{name}/" : name)
        {
            ModificationTime = time,
            Mode = type == TarEntryType.RegularFile && !IsLibrary(name) ? ReadAll : RunAll,
        };
        if (data is not null)
            entry.DataStream = data;
        if (source.LinkTarget is { } target)
            entry.LinkName = target;

        tar.WriteEntry(entry);
    }

    private static bool IsLibrary(string name) =>
        name.Contains(".so", StringComparison.Ordinal) || name.EndsWith(".dylib", StringComparison.Ordinal) || name.EndsWith(".dll", StringComparison.Ordinal);
}
