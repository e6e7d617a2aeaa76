using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>What the tool can be asked for; each returns the exit code.</summary>
internal static class Commands
{
    /// <summary>Writes the headers and the schema.</summary>
    public static int Include(LibraryModel library, string directory)
    {
        Directory.CreateDirectory(directory);
        foreach (var (name, text) in IncludeFiles(library))
            Write(Path.Combine(directory, name), text);

        return 0;
    }

    /// <summary>Compares the headers and the schema with what they should be.</summary>
    public static int Check(LibraryModel library, string directory)
    {
        var stale = IncludeFiles(library)
            .Where(file => !File.Exists(Path.Combine(directory, file.Name)) || File.ReadAllText(Path.Combine(directory, file.Name)) != file.Text)
            .Select(file => Path.Combine(directory, file.Name))
            .ToList();

        foreach (var path in stale)
            Console.Error.WriteLine($"stale: {path}");
        if (stale.Count > 0)
            Console.Error.WriteLine("mend it with: ./just bindings");

        return stale.Count == 0 ? 0 : 1;
    }

    /// <summary>Lays out the install tree that C programs build against.</summary>
    public static int Install(LibraryModel library, string native, string prefix)
    {
        NativeLibrary.Install(library, native, prefix);
        foreach (var (name, text) in IncludeFiles(library))
            Write(Path.Combine(prefix, name.EndsWith(".cddl", StringComparison.Ordinal) ? $"share/{library.Name}" : "include", name), text);

        Write(Path.Combine(prefix, "lib/pkgconfig", $"{library.Name}.pc"), PackageFiles.PkgConfig(library));
        Write(Path.Combine(prefix, $"lib/cmake/{library.Name}", $"{library.Name}-config.cmake"), PackageFiles.CMakeConfig(library));
        Write(Path.Combine(prefix, $"lib/cmake/{library.Name}", $"{library.Name}-config-version.cmake"), PackageFiles.CMakeVersion(library));
        return 0;
    }

    /// <summary>Packs the install tree; prints where the package is.</summary>
    public static int Package(LibraryModel library, string native, string license, string directory)
    {
        Console.WriteLine(Bindings.Package.Write(library, native, license, directory));
        return 0;
    }

    /// <summary>The files that are committed beside the library's source.</summary>
    internal static IEnumerable<(string Name, string Text)> IncludeFiles(LibraryModel library) =>
    [
        ($"{library.Name}.h", CHeader.Print(library)),
        ($"{library.Name}.hpp", CppHeader.Print(library)),
        ($"{library.Name}_cbor.h", CborHeader.Print(library)),
        ($"{library.Name}.cddl", Cddl.Print(library)),
    ];

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // What has not changed keeps its time, so that nobody builds for it again.
        if (!File.Exists(path) || File.ReadAllText(path) != text)
            File.WriteAllText(path, text);
    }
}
