using Twofold.Model.Library;

namespace Twofold.Tool.Packaging;

/// <summary>Puts the native library where the platform's linker and loader look for it.</summary>
internal static class NativeLibrary
{
    public static void Install(LibraryModel library, string native, string prefix)
    {
        if (OperatingSystem.IsWindows())
        {
            Copy(native, Path.Combine(prefix, "bin", $"{library.Name}.dll"));
            var import = Path.ChangeExtension(native, ".lib");
            if (File.Exists(import))
                Copy(import, Path.Combine(prefix, "lib", $"{library.Name}.lib"));

            return;
        }

        var major = library.Version.Split('.')[0];
        var (plain, soname, full) = OperatingSystem.IsMacOS()
            ? ($"lib{library.Name}.dylib", $"lib{library.Name}.{major}.dylib", $"lib{library.Name}.{library.Version}.dylib")
            : ($"lib{library.Name}.so", $"lib{library.Name}.so.{major}", $"lib{library.Name}.so.{library.Version}");

        var lib = Path.Combine(prefix, "lib");
        Copy(native, Path.Combine(lib, full));
        Link(Path.Combine(lib, soname), full);
        Link(Path.Combine(lib, plain), soname);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);

        // Delete the file first: a running program keeps the file that it has mapped.
        File.Delete(to);
        File.Copy(from, to);
    }

    private static void Link(string path, string target)
    {
        File.Delete(path);
        File.CreateSymbolicLink(path, target);
    }
}
