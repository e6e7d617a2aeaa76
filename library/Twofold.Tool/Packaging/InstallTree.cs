using Twofold.Model.Library;
using Twofold.Tool.Commands;
using Twofold.Tool.Printers;

namespace Twofold.Tool.Packaging;

/// <summary>The tree that C and C++ programs build against: lib, include and share.</summary>
internal static class InstallTree
{
    /// <summary>Writes the tree under a prefix.</summary>
    public static void Write(LibraryModel library, string native, string prefix)
    {
        NativeLibrary.Install(library, native, prefix);
        Output.Write(prefix, PrinterRegistry.Headers.Print(library).Select(file => file with { Path = $"{Folder(library, file)}/{file.Path}" }));
        Output.Write(prefix,
        [
            new PrintedFile($"lib/pkgconfig/{library.Name}.pc", PackageFiles.PkgConfig(library)),
            new PrintedFile($"lib/cmake/{library.Name}/{library.Name}-config.cmake", PackageFiles.CMakeConfig(library)),
            new PrintedFile($"lib/cmake/{library.Name}/{library.Name}-config-version.cmake", PackageFiles.CMakeVersion(library)),
        ]);
    }

    private static string Folder(LibraryModel library, PrintedFile file) =>
        Path.GetExtension(file.Path) == ".cddl" ? $"share/{library.Name}" : "include";
}
