using System.Text.RegularExpressions;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>What `./just doctor` says of a machine is so.</summary>
public sealed partial class DoctorSpecs
{
    private const string Doctor = "scripts/doctor";

    /// <summary>What it names as needed, and what says the version itself.</summary>
    private static readonly (string Name, string Program, string Argument)[] s_needed =
    [
        (".NET SDK", "dotnet", "--version"),
        ("C compiler", "cc", "--version"),
        ("C++ compiler", "c++", "--version"),
        ("CMake", "cmake", "--version"),
        ("Python", "python3", "--version"),
        ("Rust", "cargo", "--version"),
    ];

    [Fact]
    public async Task It_names_every_tool_with_the_version_that_the_tool_says()
    {
        Requires.UnixShell();
        foreach (var (_, program, _) in s_needed)
            Requires.Tool(program, program);

        var outcome = await RunAsync(Environment.GetEnvironmentVariable("PATH")!);

        Assert.True(outcome is { ExitCode: 0, Errors: [] }, outcome.ToString());
        foreach (var (name, program, argument) in s_needed)
        {
            await using var child = Child.Start("bash", ["-c", $"cd '{Repo.Root}' && {program} {argument}"]);
            var version = Versions().Match((await child.ExitAsync()).Output[0]).Value;
            Assert.Contains(outcome.Output, line => line.StartsWith($"{name}: ", StringComparison.Ordinal) && line.EndsWith($" {version}", StringComparison.Ordinal));
        }

        AssertIsAligned(outcome);
        Assert.Equal("Next: ./just demo has all that it needs.", outcome.Output[^1]);
    }

    [Fact]
    public async Task Where_nothing_is_installed_it_names_all_of_it_with_its_cure_and_fails()
    {
        Requires.UnixShell();
        using var nowhere = new TempFolder();

        var outcome = await RunAsync(nowhere.Path);

        Assert.True(outcome is { ExitCode: 1, Errors: [] }, outcome.ToString());
        Assert.Equal([.. s_needed.Select(tool => tool.Name), "just"], Missing(outcome));
        AssertIsAligned(outcome);
    }

    [Fact]
    public async Task What_alone_is_missing_stands_alone_at_the_end()
    {
        Requires.UnixShell();
        foreach (var (_, program, _) in s_needed)
            Requires.Tool(program, program);
        using var folder = AllProgramsBut("cmake");

        var outcome = await RunAsync(folder.Path);

        Assert.True(outcome is { ExitCode: 1, Errors: [] }, outcome.ToString());
        Assert.Equal(["CMake"], Missing(outcome));
        Assert.Contains("3.16 or newer", outcome.Output[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_old_is_missing()
    {
        Requires.UnixShell();
        foreach (var (_, program, _) in s_needed)
            Requires.Tool(program, program);
        using var folder = AllProgramsBut("cmake");
        var made = await Tool.ShellAsync(folder.Path, "printf '#!/bin/sh\\necho cmake version 3.9.6\\n' >cmake && chmod +x cmake");
        Assert.True(made.ExitCode == 0, made.ToString());

        var outcome = await RunAsync(folder.Path);

        Assert.Equal(["CMake"], Missing(outcome));
        Assert.Contains(outcome.Output, line => line.StartsWith("CMake: ", StringComparison.Ordinal) && line.Contains("3.9.6 is too old", StringComparison.Ordinal));
    }

    private static async Task<Outcome> RunAsync(string path)
    {
        await using var child = Child.Start(FindBash(), [Repo.At(Doctor)], new Dictionary<string, string> { ["PATH"] = path });
        return await child.ExitAsync(Deadline.Long);
    }

    /// <summary>By its path, since the script's PATH may lead nowhere.</summary>
    private static string FindBash() =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "bash")).First(File.Exists);

    /// <summary>The names in the list at the end.</summary>
    private static IEnumerable<string> Missing(Outcome outcome) => outcome.Output
        .SkipWhile(line => line != "Missing for ./just demo and ./just test:").Skip(1)
        .Select(line => line[2..44].TrimEnd());

    private static void AssertIsAligned(Outcome outcome) =>
        Assert.All(outcome.Output.Where(line => line.Contains(": ", StringComparison.Ordinal) && !line.StartsWith("Next", StringComparison.Ordinal)), line => Assert.Matches(@"^.{43} (?<=[^ ] +)\S", line));

    /// <summary>A folder with all that PATH has, without one.</summary>
    private static TempFolder AllProgramsBut(string missing)
    {
        var folder = new TempFolder();
        var programs = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Where(Directory.Exists).SelectMany(Directory.EnumerateFileSystemEntries);
        foreach (var program in programs.Where(program => Path.GetFileName(program) != missing))
        {
            if (!Path.Exists(folder.File(Path.GetFileName(program))))
                File.CreateSymbolicLink(folder.File(Path.GetFileName(program)), program);
        }

        return folder;
    }

    [GeneratedRegex(@"\d+\.\d+(\.\d+)*")]
    private static partial Regex Versions();
}
