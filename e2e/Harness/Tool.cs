namespace Twofold.E2E.Harness;

/// <summary>Programs from outside this repository, found on the PATH.</summary>
internal static class Tool
{
    /// <summary>The deadline for a build that runs in a spec.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    public static Executable PkgConfig { get; } = Executable.OnPath("pkg-config", "https://www.freedesktop.org/wiki/Software/pkg-config");

    public static Executable CMake { get; } = Executable.OnPath("cmake", "https://cmake.org");

    public static Executable Bash { get; } = Executable.OnPath("bash", "https://www.gnu.org/software/bash");

    public static Executable Sha256Sum { get; } = Executable.OnPath("sha256sum", "https://www.gnu.org/software/coreutils");

    public static Executable ReadElf { get; } = Executable.OnPath("readelf", "https://www.gnu.org/software/binutils");

    /// <summary>Runs a line of bash in a folder.</summary>
    public static async Task<Outcome> ShellAsync(string folder, string line, IReadOnlyDictionary<string, string>? environment = null)
    {
        await using var shell = Bash.Start(["-c", $"cd '{folder}' && {line}"], environment);
        return await shell.ExitAsync(s_patience);
    }
}
