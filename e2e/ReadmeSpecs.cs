using System.Text.RegularExpressions;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>What README.md shows is what happens. That its C# compiles to its C is proven beside the generator.</summary>
public sealed partial class ReadmeSpecs(RunningServers servers) : ServerSpecs(servers)
{
    private const string Address = "unix:/tmp/timer.sock";
    private const string RustClient = "examples/rust-client";

    private static readonly Document s_readme = Document.At("README.md");

    /// <summary>A release build of a small crate whose dependencies may have to be built first.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    [Fact]
    public void It_is_read_in_ten_minutes() => Assert.InRange(s_readme.Text.Split('\n').Length - 1, 1, 150);

    [Fact]
    public async Task The_program_in_C_prints_what_it_was_answered()
    {
        Requires.Linux("the program is compiled as on Linux");
        Requires.Tool("cc", "gcc");
        var library = NativeLibrary.ByName["my_timer"];
        Requires.Library(library);
        using var folder = new TempFolder();
        var lines = Only("c").Split('\n');
        var isInclude = lines.ToLookup(line => line.StartsWith('#'));
        await File.WriteAllLinesAsync(
            folder.File("program.c"), [.. isInclude[true], "int main(void)", "{", .. isInclude[false], "return 0;", "}"], TestContext.Current.CancellationToken);

        var lib = Path.GetDirectoryName(library.Path)!;
        await using var compiler = Child.Start(
            "cc", ["-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", $"-I{Repo.At(library.Tree)}/include", folder.File("program.c"), "-o", folder.File("program"), $"-L{lib}", "-lmy_timer", $"-Wl,-rpath,{lib}"]);
        AssertPrints([], await compiler.ExitAsync());
        await using var program = Child.Start(folder.File("program"), []);
        AssertPrints(["hello"], await program.ExitAsync());
    }

    [Fact]
    public async Task The_program_in_Python_prints_what_it_was_answered()
    {
        var client = Executable.Python("examples/python-client/main.py", "cbor2");
        await Requires.ProgramAsync(client);
        var server = await ServerAsync("serve_host", Platform.Transports[0]);

        var code = Only("python");
        Assert.Contains(Address, code, StringComparison.Ordinal);
        var folders = client.Environment.Values.Append(Repo.At("examples/python-client"));
        await using var program = Child.Start(
            client.File,
            ["-W", "error", "-c", code.Replace(Address, server.Address, StringComparison.Ordinal)],
            new Dictionary<string, string> { ["PYTHONPATH"] = string.Join(Path.PathSeparator, folders), ["PYTHONDONTWRITEBYTECODE"] = "1" });

        AssertPrints(["hello"], await program.ExitAsync());
    }

    [Fact]
    public async Task The_program_in_Rust_prints_what_it_was_answered()
    {
        Requires.Tool("cargo", "Rust");
        await Requires.ProgramAsync(Clients.Named("rust").Program);
        var server = await ServerAsync("serve_host", Platform.Transports[0]);

        // Under a name of its own, but with the dependencies that the client's build has left.
        using var crate = new TempFolder();
        Directory.CreateDirectory(crate.File("src"));
        foreach (var file in new[] { "Cargo.toml", "Cargo.lock" })
            File.WriteAllText(crate.File(file), File.ReadAllText(Repo.At($"{RustClient}/{file}")).Replace("timer-client", "readme", StringComparison.Ordinal));
        foreach (var file in new[] { "messages.rs", "my_timer.rs", "stream.rs" })
            File.Copy(Repo.At($"{RustClient}/src/{file}"), crate.File($"src/{file}"));
        Assert.Contains(Address, Only("rust"), StringComparison.Ordinal);
        File.WriteAllText(crate.File("src/main.rs"), $$"""
            #![allow(dead_code)]
            mod messages;
            mod my_timer;
            mod stream;
            use messages::EchoRequest;
            use my_timer::{Error, Timer, TIMEOUT};

            fn main() -> Result<(), Error> {
            {{Only("rust").Replace(Address, server.Address, StringComparison.Ordinal)}}
                Ok(())
            }
            """);

        await using var cargo = Child.Start(
            "cargo", ["run", "--config", Repo.At(".deps/cargo.toml"), "--release", "--locked", "--offline", "--quiet", "--manifest-path", crate.File("Cargo.toml"), "--target-dir", Repo.At("artifacts/rust")]);

        AssertPrints(["hello"], await cargo.ExitAsync(s_patience));
    }

    [Fact]
    public async Task The_demo_ends_as_shown()
    {
        Requires.UnixSockets();
        foreach (var client in Clients.InProcess.Concat(Clients.OverSockets))
            await Requires.ProgramAsync(client.Program);

        var shown = s_readme.Section("## See it, prove it").Blocks("").First().TrimEnd('\n').Split('\n');
        var demo = Executable.Built("artifacts/dotnet/bin/Demo/release/Demo", command: "dotnet build e2e/Demo");
        await Requires.ProgramAsync(demo);
        var outcome = await demo.RunAsync([]);

        Assert.True(outcome is { ExitCode: 0, Errors: [] }, outcome.ToString());
        Assert.Equal(shown.Select(WithoutTimes), outcome.Output.TakeLast(shown.Length).Select(WithoutTimes));
    }

    [Fact]
    public void The_tests_end_with_the_size_and_its_budget()
    {
        var budget = Regex.Match(File.ReadAllText(Repo.At("justfile")), @"^size_budget := ""(\d+)""$", RegexOptions.Multiline).Groups[1].Value;
        Assert.Matches($@"size of MyTimer\.so {{10,}}\d+ of {budget} bytes\n$", s_readme.Section("## See it, prove it").Blocks("").Last());
    }

    private static string Only(string language) => Assert.Single(s_readme.Blocks(language)).TrimEnd('\n');

    private static void AssertPrints(string[] lines, Outcome outcome)
    {
        Assert.True(outcome is { ExitCode: 0, Errors: [] }, outcome.ToString());
        Assert.Equal(lines, outcome.Output);
    }

    private static string WithoutTimes(string line) => Times().Replace(line, "ok N ms");

    [GeneratedRegex(@"ok +\d+ ms")]
    private static partial Regex Times();
}
