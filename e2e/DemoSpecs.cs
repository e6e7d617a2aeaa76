using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>`./just demo` builds and shows the examples whose tools are installed.</summary>
[Collection(nameof(Builds))]
public sealed class DemoSpecs
{
    /// <summary>A tool, its client, the example that needs it, and its home page.</summary>
    public static TheoryData<string, string, string, string> Tools => new()
    {
        { "cargo", "rust", "rust-client", "https://rustup.rs" },
        { "python3", "python", "python-client", "https://www.python.org" },
    };

    [Theory, MemberData(nameof(Tools))]
    public async Task Without_a_tool_its_example_is_skipped_and_the_others_are_built_and_shown(string tool, string client, string example, string home)
    {
        await RequireAllAsync();

        var outcome = await RunWithoutAsync(tool, ci: "", "build", "show");

        Assert.True(outcome is { ExitCode: 0, Errors: [] }, outcome.ToString());
        Assert.Contains($"{$"building {example}",-44}skipped: needs {tool}, {home}", outcome.Output);
        Assert.Contains($"{client,-15}skipped: needs {tool}, {home}", outcome.Output);
        foreach (var other in Clients.InProcess.Concat(Clients.OverSockets).Where(other => other.Name != client))
            Assert.Contains(outcome.Output, line => line.StartsWith($"{other.Name,-15}", StringComparison.Ordinal) && line.Contains("ok ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_CI_a_skipped_example_is_a_failure()
    {
        await RequireAllAsync();

        var outcome = await RunWithoutAsync("cargo", ci: "true", "show");

        Assert.True(outcome is { ExitCode: 1, Errors: [] }, outcome.ToString());
        Assert.Equal("Something failed or is missing: see above.", outcome.Output[^1]);
    }

    [Theory]
    [InlineData("scripts/rust-deps", "cargo", "fetching what Rust needs")]
    [InlineData("scripts/rust-build bench", "cargo", "building the Rust client for the bench")]
    [InlineData("scripts/rust-build foreign-codec", "cargo", "building the foreign codec in Rust")]
    [InlineData("scripts/python-deps", "python3", "fetching what Python needs")]
    [InlineData("scripts/with python3 'publishing libraries' false", "python3", "publishing libraries")]
    public async Task Without_its_tool_a_step_of_a_build_is_skipped(string command, string tool, string subject)
    {
        Requires.UnixShell();
        using var path = Machine.Without(tool, "python");

        var outcome = await Tool.ShellAsync(Repo.Root, command, new Dictionary<string, string> { ["PATH"] = path.Path });

        Assert.True(outcome is { ExitCode: 0, Errors: [], Output.Count: 1 }, outcome.ToString());
        Assert.StartsWith($"{subject,-44}skipped: needs {tool}, https://", outcome.Output[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_command_is_an_error_with_the_usage()
    {
        await Requires.ProgramAsync(Demo.Program);

        var outcome = await Demo.Program.RunAsync(["shwo"]);

        Assert.True(outcome is { ExitCode: 2, Output: [] }, outcome.ToString());
        Assert.StartsWith("usage: Demo ", outcome.Errors[0], StringComparison.Ordinal);
    }

    private static async Task RequireAllAsync()
    {
        Requires.UnixShell();
        await Requires.ProgramAsync(Demo.Program);
        foreach (var client in Clients.InProcess.Concat(Clients.OverSockets))
            await Requires.ProgramAsync(client.Program);
    }

    private static async Task<Outcome> RunWithoutAsync(string tool, string ci, params string[] commands)
    {
        using var path = Machine.Without(tool);
        await using var demo = Demo.Program.Start(commands, new Dictionary<string, string> { ["PATH"] = path.Path, ["CI"] = ci });
        return await demo.ExitAsync(Deadline.Long);
    }
}
