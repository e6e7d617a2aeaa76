using Twofold.E2E.Harness;

namespace Twofold.E2E;

/// <summary>The program behind <c>./just demo</c>.</summary>
internal static class Demo
{
    /// <summary>From the root of the repository.</summary>
    public const string Path = "artifacts/dotnet/bin/Demo/release/Demo";

    /// <summary>The built program.</summary>
    public static Executable Program { get; } = Executable.Built(Path, "dotnet build e2e/Demo");
}
