using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Twofold.Tests.Generator;
using Twofold.Tool.Packaging;

namespace Twofold.Tests.Tool;

public sealed class PackageSpecs : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tf").FullName;

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        var first = Write("first");
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "native"), DateTime.UnixEpoch.AddYears(30));
        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(Write("second")));
    }

    [Fact]
    public void Entries_have_no_owner_no_time_of_their_own_and_are_in_the_order_of_their_names()
    {
        var entries = Entries(Write("package"));
        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.Equal((0, 0, new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero)), (entry.Uid, entry.Gid, entry.ModificationTime)));
        Assert.Equal(entries.Select(entry => entry.Name).Order(StringComparer.Ordinal), entries.Select(entry => entry.Name));
    }

    [Fact]
    public void The_library_is_executable_and_text_files_are_not()
    {
        var modes = Entries(Write("package"))
            .Where(entry => entry.EntryType == TarEntryType.RegularFile)
            .ToLookup(entry => entry.Mode.HasFlag(UnixFileMode.OtherExecute), entry => Path.GetFileName(entry.Name));
        Assert.Contains(modes[true], name => name.Contains("sample", StringComparison.Ordinal));
        Assert.Contains("LICENSE", modes[false]);
        Assert.Contains("sample.hpp", modes[false]);
    }

    [Fact]
    public void The_checksum_file_matches_the_package()
    {
        var package = Write("package");
        var sum = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(package)));
        Assert.Equal($"{sum}  {Path.GetFileName(package)}\n", File.ReadAllText($"{package}.sha256"));
    }

    [Fact]
    public void Entries_have_the_time_of_the_source_if_that_is_known()
    {
        Assert.Equal(new DateTimeOffset(2020, 1, 2, 0, 0, 0, TimeSpan.Zero), Package.Timestamp("1577923200"));
        Assert.Equal(1980, Package.Timestamp(null).Year);
    }

    [Fact]
    public void Another_major_version_is_not_compatible_for_CMake()
    {
        var text = PackageFiles.CMakeVersion(Generation.OfMembers("").Model() with { Version = "2.3.4" });
        Assert.Contains("set(PACKAGE_VERSION \"2.3.4\")", text);
        Assert.Contains("NOT PACKAGE_FIND_VERSION_MAJOR EQUAL 2)", text);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static List<TarEntry> Entries(string package)
    {
        using var file = File.OpenRead(package);
        using var tar = new TarReader(new GZipStream(file, CompressionMode.Decompress));
        var entries = new List<TarEntry>();
        while (tar.GetNextEntry() is { } entry)
            entries.Add(entry);

        return entries;
    }

    private string Write(string directory)
    {
        var native = Path.Combine(_folder, "native");
        var license = Path.Combine(_folder, "LICENSE");
        if (!File.Exists(native))
            File.WriteAllText(native, "machine code");
        File.WriteAllText(license, "do what you like");
        return Package.Write(Generation.OfMembers("").Model(), native, license, Path.Combine(_folder, directory));
    }
}
