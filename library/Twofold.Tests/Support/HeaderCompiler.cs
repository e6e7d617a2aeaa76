using System.Diagnostics;
using Twofold.Model.Library;
using Twofold.Tool.Commands;
using Twofold.Tool.Printers;

namespace Twofold.Tests.Support;

/// <summary>Compiles the printed headers of a library, each alone, as C11 and C++17 with warnings as errors.</summary>
internal static class HeaderCompiler
{
    private static readonly string[] s_flags = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only"];

    /// <summary>Asserts that every header compiles after the lines in <paramref name="before"/>.</summary>
    public static void AssertCompile(LibraryModel library, string before = "")
    {
        var folder = Directory.CreateTempSubdirectory("tf").FullName;
        try
        {
            Output.Write(folder, PrinterRegistry.Headers.Print(library));
            foreach (var header in new[] { $"{library.Name}.h", $"{library.Name}_cbor.h" })
            {
                Compile("gcc", "c11", "c", folder, $"{before}\n#include \"{header}\"\n");
                Compile("g++", "c++17", "c++", folder, $"{before}\n#include \"{header}\"\n");
            }

            Compile("g++", "c++17", "c++", folder, $"{before}\n#include \"{library.Name}.hpp\"\n");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Compile(string compiler, string standard, string language, string folder, string source)
    {
        using var process = Start(compiler, [$"-std={standard}", .. s_flags, "-I", folder, "-x", language, "-"]);
        process.StandardInput.Write(source);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{compiler} -std={standard}: {errors}");
    }

    /// <summary>A missing compiler skips the spec; in CI it fails.</summary>
    private static Process Start(string compiler, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(compiler, arguments) { RedirectStandardInput = true, RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception) when (!string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Skip($"needs {compiler}");
            throw;
        }
    }
}
