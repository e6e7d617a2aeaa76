using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Twofold.Model.Library;

namespace Twofold.Tool.Packaging;

/// <summary>Packs the install tree with a licence and checksums.</summary>
internal static class Package
{
    private const string Checksums = "SHA256SUMS";

    /// <summary>The name of the package and of its top-level folder: name, version, platform.</summary>
    public static string Name(LibraryModel library) => $"{library.Name}-{library.Version}-{Platform}";

    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";
            return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        }
    }

    /// <summary>Writes the package and, beside it, its checksum.</summary>
    /// <returns>The package's path.</returns>
    public static string Write(LibraryModel library, string native, string license, string directory)
    {
        var tree = Directory.CreateTempSubdirectory("package").FullName;
        try
        {
            InstallTree.Write(library, native, tree);
            File.Copy(license, Path.Combine(tree, "LICENSE"));
            File.WriteAllText(Path.Combine(tree, Checksums), string.Concat(Files(tree).Select(name => Line(Path.Combine(tree, name), name))));

            Directory.CreateDirectory(directory);
            var package = Path.Combine(directory, $"{Name(library)}.tar.gz");
            Tarball.Write(tree, Name(library), package, Timestamp(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH")));
            File.WriteAllText($"{package}.sha256", Line(package, Path.GetFileName(package)));
            return package;
        }
        finally
        {
            Directory.Delete(tree, recursive: true);
        }
    }

    /// <summary>The regular files, in the order of their names.</summary>
    private static IEnumerable<string> Files(string tree) =>
        Directory.EnumerateFiles(tree, "*", SearchOption.AllDirectories)
            .Where(path => new FileInfo(path).LinkTarget is null)
            .Select(path => Path.GetRelativePath(tree, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    /// <summary>A line for <c>sha256sum --check</c>.</summary>
    private static string Line(string path, string name)
    {
        using var file = File.OpenRead(path);
        return $"{Convert.ToHexStringLower(SHA256.HashData(file))}  {name}\n";
    }

    /// <summary>The modification time of every file: SOURCE_DATE_EPOCH (reproducible-builds.org), or a fixed time that every tool accepts.</summary>
    internal static DateTimeOffset Timestamp(string? epoch) =>
        long.TryParse(epoch, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
