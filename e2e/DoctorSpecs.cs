using System.Text.RegularExpressions;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>`./just doctor` reports the tools of a machine.</summary>
public sealed partial class DoctorSpecs
{
    private const string Doctor = "scripts/doctor";

    /// <summary>The tools that everything needs, and the commands that print their versions.</summary>
    private static readonly (string Name, string Program, string Argument)[] s_needed =
    [
        (".NET SDK", "dotnet", "--version"),
        ("C compiler", "cc", "--version"),
        ("CMake", "cmake", "--version"),
    ];

    /// <summary>The tools that only some examples need.</summary>
    private static readonly (string Name, string Program, string Argument)[] s_ofExamples =
    [
        ("c++", "c++", "--version"),
        ("python3", "python3", "--version"),
        ("cargo", "cargo", "--version"),
    ];

    [Fact]
    public async Task It_names_every_tool_with_the_version_that_the_tool_prints()
    {
        Requires.UnixShell();
        foreach (var (_, program, _) in s_needed.Concat(s_ofExamples))
            Requires.Tool(program, program);

        var outcome = await RunAsync(Environment.GetEnvironmentVariable("PATH")!);

        Assert.True(outcome is { ExitCode: 0, Errors: [] }, outcome.ToString());
        foreach (var (name, program, argument) in s_needed.Concat(s_ofExamples))
        {
            await using var child = Child.Start("bash", ["-c", $"cd '{Repo.Root}' && {program} {argument}"]);
            var version = Versions().Match((await child.ExitAsync()).Output[0]).Value;
            Assert.Contains(outcome.Output, line => line.StartsWith($"{name}: ", StringComparison.Ordinal) && line.EndsWith($" {version}", StringComparison.Ordinal));
        }

        AssertIsAligned(outcome);
        Assert.Equal("Next: ./just demo has all that it needs.", outcome.Output[^1]);
    }

    [Fact]
    public async Task On_a_machine_with_nothing_it_names_every_tool_and_where_to_get_it_and_fails()
    {
        Requires.UnixShell();
        using var nowhere = new TempFolder();

        var outcome = await RunAsync(nowhere.Path);

        Assert.True(outcome is { ExitCode: 1, Errors: [] }, outcome.ToString());
        Assert.Equal([.. s_needed.Select(tool => tool.Name), "just"], Missing(outcome));
        Assert.Equal(s_ofExamples.Select(tool => tool.Name), Skipped(outcome));
        AssertIsAligned(outcome);
    }

    [Fact]
    public async Task The_last_lines_name_the_one_tool_that_is_missing()
    {
        Requires.UnixShell();
        foreach (var (_, program, _) in s_needed)
            Requires.Tool(program, program);
        using var folder = Machine.Without("cmake");

        var outcome = await RunAsync(folder.Path);

        Assert.True(outcome is { ExitCode: 1, Errors: [] }, outcome.ToString());
        Assert.Equal(["CMake"], Missing(outcome));
        Assert.Contains("3.16 or newer", outcome.Output[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_that_is_too_old_is_missing()
    {
        Requires.UnixShell();
        foreach (var (_, program, _) in s_needed)
            Requires.Tool(program, program);
        using var folder = Machine.Without("cmake");
        var made = await Tool.ShellAsync(folder.Path, "printf '#!/bin/sh\\necho cmake version 3.9.6\\n' >cmake && chmod +x cmake");
        Assert.True(made.ExitCode == 0, made.ToString());

        var outcome = await RunAsync(folder.Path);

        Assert.Equal(["CMake"], Missing(outcome));
        Assert.Contains(outcome.Output, line => line.StartsWith("CMake: ", StringComparison.Ordinal) && line.Contains("3.9.6 is too old", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_tool_that_one_example_needs_it_says_so_and_succeeds()
    {
        Requires.UnixShell();
        foreach (var (_, program, _) in s_needed.Concat(s_ofExamples))
            Requires.Tool(program, program);
        using var folder = Machine.Without("cargo");

        var outcome = await RunAsync(folder.Path);

        Assert.True(outcome is { ExitCode: 0, Errors: [] }, outcome.ToString());
        Assert.Equal(["cargo"], Skipped(outcome));
        Assert.Contains(outcome.Output, line => Regex.IsMatch(line, "^cargo: rust-client +missing: https://rustup.rs "));
        Assert.Equal("Next: ./just demo has all that it needs.", outcome.Output[^1]);
    }

    private static async Task<Outcome> RunAsync(string path)
    {
        await using var child = Child.Start(FindBash(), [Repo.At(Doctor)], new Dictionary<string, string> { ["PATH"] = path });
        return await child.ExitAsync(Deadline.Long);
    }

    /// <summary>The absolute path of bash, because the script's PATH may not have it.</summary>
    private static string FindBash() =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "bash")).First(File.Exists);

    private static IEnumerable<string> Missing(Outcome outcome) => Under("Missing for ./just demo and ./just test:", outcome);

    private static IEnumerable<string> Skipped(Outcome outcome) => Under("Parts of ./just demo and ./just test are skipped without:", outcome);

    /// <summary>The names in the list at the end of the output.</summary>
    private static IEnumerable<string> Under(string heading, Outcome outcome) => outcome.Output
        .SkipWhile(line => line != heading).Skip(1).TakeWhile(line => line.Length > 0)
        .Select(line => line[2..44].TrimEnd());

    private static void AssertIsAligned(Outcome outcome) =>
        Assert.All(outcome.Output.Where(line => line.Contains(": ", StringComparison.Ordinal) && !line.StartsWith("Next", StringComparison.Ordinal)), line => Assert.Matches(@"^.{43} (?<=[^ ] +)\S", line));

    [GeneratedRegex(@"\d+\.\d+(\.\d+)*")]
    private static partial Regex Versions();
}
