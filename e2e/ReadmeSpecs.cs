using System.Text.RegularExpressions;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>
/// The programs and commands in README.md give the output that it shows. The specs of the generator check that its C# exports its
/// C.
/// </summary>
public sealed partial class ReadmeSpecs(RunningServers servers) : ServerSpecs(servers)
{
    private static readonly Document s_readme = Document.At("README.md");

    [Fact, Trait("tier", "lint")]
    public void It_is_read_in_ten_minutes() => Assert.InRange(s_readme.Text.Split('\n').Length - 1, 1, 150);

    [Fact]
    public async Task The_program_in_C_prints_the_reply()
    {
        Requires.Linux("the program is compiled as on Linux");
        Requires.Tool("cc", "gcc");
        var library = NativeLibrary.ByName["my_timer"];
        Requires.Library(library);
        var lib = Path.GetDirectoryName(library.Path)!;

        var outcome = await Snippets.RunCAsync(
            Only("c"), Snippets.Address, $"-I{Repo.At(library.Tree)}/include", $"-L{lib}", "-lmy_timer", $"-Wl,-rpath,{lib}");

        Snippets.AssertPrints(outcome, "hello");
    }

    [Fact]
    public async Task The_program_in_Python_prints_the_reply()
    {
        Requires.UnixSockets();
        await Requires.ProgramAsync(Clients.Named("python").Program);
        var server = await ServerAsync("serve_host", "unix");

        Snippets.AssertPrints(await Snippets.RunPythonAsync(Only("python"), server.Address), "hello");
    }

    [Fact]
    public async Task The_program_in_Rust_prints_the_reply()
    {
        Requires.UnixSockets();
        await Requires.ProgramAsync(Clients.Named("rust").Program);
        var server = await ServerAsync("serve_host", "unix");

        Snippets.AssertPrints(await Snippets.RunRustAsync(Only("rust"), server.Address), "hello");
    }

    [Fact]
    public async Task The_demo_ends_as_shown()
    {
        Requires.UnixSockets();
        foreach (var client in Clients.InProcess.Concat(Clients.OverSockets))
            await Requires.ProgramAsync(client.Program);

        var shown = s_readme.Section("## See it, prove it").Blocks("").First().TrimEnd('\n').Split('\n');
        await Requires.ProgramAsync(Demo.Program);
        var outcome = await Demo.Program.RunAsync([]);

        // New examples add rows. The documented rows must be among them, in this order.
        Assert.True(outcome is { ExitCode: 0, Errors: [] }, outcome.ToString());
        var printed = outcome.Output.Select(WithoutTimes).ToList();
        Assert.Equal(shown.Select(WithoutTimes), printed.Skip(printed.LastIndexOf(WithoutTimes(shown[0]))).Intersect(shown.Select(WithoutTimes)));
    }

    [Fact, Trait("tier", "lint")]
    public void The_tests_end_with_the_size_and_its_budget()
    {
        var budget = Regex.Match(File.ReadAllText(Repo.At("justfile")), @"^size_budget := ""(\d+)""$", RegexOptions.Multiline).Groups[1].Value;
        Assert.Matches($@"size of MyTimer\.so {{10,}}\d+ of {budget} bytes\n$", s_readme.Section("## See it, prove it").Blocks("").Last());
    }

    private static string Only(string language) => Assert.Single(s_readme.Blocks(language)).TrimEnd('\n');

    private static string WithoutTimes(string line) => Times().Replace(line, "ok N ms");

    [GeneratedRegex(@"ok +\d+ ms")]
    private static partial Regex Times();
}
