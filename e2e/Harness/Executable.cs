namespace Twofold.E2E.Harness;

/// <summary>A program of this repository that is run as a process.</summary>
/// <param name="File">The absolute path, or a name that PATH finds.</param>
/// <param name="Leading">Arguments that come before all others.</param>
/// <param name="Environment">Variables it needs.</param>
/// <param name="FindMissingAsync">Says what is missing and which command provides it; null when it can run.</param>
internal sealed record Executable(
    string File, IReadOnlyList<string> Leading, IReadOnlyDictionary<string, string> Environment, Func<Task<string?>> FindMissingAsync)
{
    private const string BuildCommand = "./just examples";

    /// <summary>What builds the programs in C++, and where it is found.</summary>
    public static (string Program, string Home) CppCompiler { get; } = ("c++", "https://gcc.gnu.org");

    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>A program that is built into a file.</summary>
    /// <param name="path">From the root of the repository, without the system's suffix.</param>
    /// <param name="compiler">The toolchain that builds it, and where it is found.</param>
    /// <param name="command">What builds it.</param>
    public static Executable Built(string path, (string Program, string Home)? compiler = null, string command = BuildCommand)
    {
        var relative = Platform.Executable(path);
        var file = Repo.At(relative);
        return new Executable(file, [], Nothing, () => Task.FromResult(
            System.IO.File.Exists(file) ? null
            : compiler is { } needed && !Platform.IsOnPath(needed.Program)
                ? $"{needed.Program}: install it from {needed.Home}, then {command}"
            : $"{relative}: {command}"));
    }

    /// <summary>A tool of the system's.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="home">Where it is found.</param>
    public static Executable OnPath(string program, string home) =>
        new(program, [], Nothing, () => Task.FromResult(Platform.IsOnPath(program) ? null : $"{program}: install it from {home}"));

    /// <summary>A Python program, with the packages that were fetched for it where there are any.</summary>
    public static Executable Python(string script, string module)
    {
        var packages = Repo.At(".deps/python");
        var environment = Directory.Exists(packages) ? new Dictionary<string, string> { ["PYTHONPATH"] = packages } : Nothing;
        var missing = new Lazy<Task<string?>>(async () =>
        {
            if (!Platform.IsOnPath(Platform.Python))
                return $"{Platform.Python}: install it from https://www.python.org";

            await using var probe = Child.Start(Platform.Python, ["-c", $"import {module}"], environment);
            return (await probe.ExitAsync()).ExitCode == 0 ? null : $"the Python package {module}: {BuildCommand}";
        });
        return new Executable(Platform.Python, [Repo.At(script)], environment, () => missing.Value);
    }

    /// <summary>Starts it.</summary>
    public Child Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        Child.Start(File, [.. Leading, .. arguments], environment is null ? Environment : Environment.Concat(environment).ToDictionary());

    /// <summary>Runs it to its end.</summary>
    public async Task<Outcome> RunAsync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        await using var child = Start(arguments, environment);
        return await child.ExitAsync();
    }
}
