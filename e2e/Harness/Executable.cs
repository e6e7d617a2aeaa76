namespace Twofold.E2E.Harness;

/// <summary>A program that is run as a process.</summary>
/// <param name="File">The absolute path, or a name that PATH finds.</param>
/// <param name="Leading">Arguments that come before all others.</param>
/// <param name="Environment">Variables that it needs.</param>
internal sealed record Executable(string File, IReadOnlyList<string> Leading, IReadOnlyDictionary<string, string> Environment)
{
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>The programs that it is built and run with.</summary>
    public IReadOnlyList<Need> Needs { get; init; } = [];

    /// <summary>The first missing program.</summary>
    public Need? MissingNeed => Needs.FirstOrDefault(need => !need.IsMet);

    /// <summary>Describes what is not built or fetched, and the command that does it; null if everything is there.</summary>
    public Func<Task<string?>> FindAbsentAsync { get; init; } = () => Task.FromResult<string?>(null);

    /// <summary>A program that is built into a file.</summary>
    /// <param name="path">From the root of the repository, without the system's suffix.</param>
    /// <param name="command">What builds it.</param>
    /// <param name="needs">The programs that the command needs.</param>
    public static Executable Built(string path, string command, params Need[] needs)
    {
        var relative = Platform.Executable(path);
        return new Executable(Repo.At(relative), [], Nothing)
        {
            Needs = needs,
            FindAbsentAsync = () => Task.FromResult(System.IO.File.Exists(Repo.At(relative)) ? null : $"{relative}: {command}"),
        };
    }

    /// <summary>A tool of the system.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="home">Where to get it.</param>
    public static Executable OnPath(string program, string home) => new(program, [], Nothing) { Needs = [new Need(program, home)] };

    /// <summary>A Python program, with its fetched packages, if any.</summary>
    public static Executable Python(string script, string module)
    {
        var packages = Repo.At(".deps/python");
        var environment = Directory.Exists(packages) ? new Dictionary<string, string> { ["PYTHONPATH"] = packages } : Nothing;
        var absent = new Lazy<Task<string?>>(async () =>
        {
            await using var probe = Child.Start(Platform.Python, ["-c", $"import {module}"], environment);
            return (await probe.ExitAsync()).ExitCode == 0 ? null : $"the Python package {module}: ./just examples";
        });
        return new Executable(Platform.Python, [Repo.At(script)], environment)
        {
            Needs = Clients.Named("python").Program.Needs,
            FindAbsentAsync = () => absent.Value,
        };
    }

    /// <summary>Describes what is missing and how to get it; null if it can run.</summary>
    public async Task<string?> FindMissingAsync() => MissingNeed is { } need ? need.ToString() : await FindAbsentAsync();

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
