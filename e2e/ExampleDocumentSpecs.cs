using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>The commands in an example's README print the output that it shows.</summary>
public sealed class ExampleDocumentSpecs(RunningServers servers) : ServerSpecs(servers)
{
    private static readonly string[] s_headings =
        ["What it shows", "What it needs", "How to run it", "What it prints", "What to copy", "Where to go next"];

    private static readonly string[] s_clientSources = ["examples/ipc/timer_client.c", "examples/ipc/net.c", "examples/ipc/net_posix.c"];

    public static TheoryData<string> Examples =>
        [.. Directory.GetDirectories(Repo.At("examples")).Select(folder => Path.GetFileName(folder)).Where(name => File.Exists(Repo.At(Readme(name)))).Order()];

    [Theory, MemberData(nameof(Examples)), Trait("tier", "lint")]
    public void It_has_the_headings_that_all_have(string example) =>
        Assert.Equal(s_headings, Document.At(Readme(example)).Headings.Skip(1));

    [Theory, MemberData(nameof(Examples))]
    public async Task Its_commands_print_what_it_says(string example)
    {
        Requires.UnixShell();
        await Requires.ProgramAsync(Servers.ByName["serve_host"]);
        foreach (var program in Example.All.Single(described => described.Name == example).Executables)
            await Requires.ProgramAsync(program);
        await Requires.ProgramAsync(Tool.CMake);
        await Requires.ProgramAsync(Tool.PkgConfig);

        var document = Document.At(Readme(example));
        var printed = Assert.Single(document.Section("## What it prints").Blocks("")).TrimEnd('\n').Split('\n');
        var tag = printed[0][..(printed[0].IndexOf(']', StringComparison.Ordinal) + 1)];
        var runs = 0;

        // The commands write only under /tmp, or to existing build outputs.
        using var folder = new TempFolder();
        await using var started = new Started();
        foreach (var block in document.Section("## How to run it").Blocks("sh"))
        {
            var commands = block.Replace("/tmp/", $"{folder.Path}/", StringComparison.Ordinal).TrimEnd('\n');
            if (commands.Split(' ')[0].EndsWith("/serve_host", StringComparison.Ordinal))
            {
                started.Add(await StartAsync(commands));
                continue;
            }

            var outcome = await Tool.ShellAsync(Repo.Root, $"set -e\n{commands}", new Dictionary<string, string> { ["CARGO_TARGET_DIR"] = Repo.At("artifacts/rust") });
            Assert.True(outcome.ExitCode == 0, outcome.ToString());
            var lines = outcome.Output.Where(line => line.StartsWith(tag, StringComparison.Ordinal)).ToList();
            if (lines.Count == 0)
                continue;

            Assert.Equal(printed, lines);
            runs++;
        }

        Assert.True(runs > 0, $"{document.Path} runs nothing that prints {tag}");
    }

    [Fact]
    public async Task The_Python_to_copy_prints_what_it_says()
    {
        Requires.UnixSockets();
        await Requires.ProgramAsync(Clients.Named("python").Program);
        var document = Document.At(Readme("python-client"));
        var (program, method) = Pair(document, "python");

        var outcome = await Snippets.RunPythonAsync(program, (await ServerAsync("serve_host", "unix")).Address);

        Snippets.AssertPrints(outcome, Promised(document));
        Assert.Contains(method, await ReadAsync("python-client/my_timer.py"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Rust_to_copy_prints_what_it_says()
    {
        Requires.UnixSockets();
        await Requires.ProgramAsync(Clients.Named("rust").Program);
        var document = Document.At(Readme("rust-client"));
        var (program, method) = Pair(document, "rust");

        var outcome = await Snippets.RunRustAsync(program, (await ServerAsync("serve_host", "unix")).Address);

        Snippets.AssertPrints(outcome, Promised(document));
        Assert.Contains(method, await ReadAsync("rust-client/src/my_timer.rs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_C_to_copy_prints_what_it_says()
    {
        Requires.Linux("the program is compiled as on Linux");
        Requires.Tool("cc", "gcc");
        var library = NativeLibrary.ByName["my_timer"];
        Requires.Library(library);
        var document = Document.At(Readme("ipc"));

        var outcome = await Snippets.RunCAsync(
            "#include <stdio.h>\n#include \"timer_client.h\"\n" + Assert.Single(document.Blocks("c")),
            (await ServerAsync("serve_host", "unix")).Address,
            [.. s_clientSources.Select(Repo.At), $"-I{Repo.At("examples/ipc")}", $"-I{Repo.At(library.Tree)}/include", "-pthread", "-std=c11"]);

        Snippets.AssertPrints(outcome, Promised(document));
    }

    private static string Readme(string example) => $"examples/{example}/README.md";

    private static Task<string> ReadAsync(string path) => File.ReadAllTextAsync(Repo.At($"examples/{path}"), TestContext.Current.CancellationToken);

    /// <summary>The program to start from, and the method to copy.</summary>
    private static (string Program, string Method) Pair(Document document, string language) =>
        document.Blocks(language).ToList() is [var program, var method]
            ? (program, method)
            : throw new InvalidDataException($"{document.Path} has not two blocks of {language}");

    /// <summary>The lines that a sentence names: "It prints `hello`, then `...`."</summary>
    private static string[] Promised(Document document)
    {
        var text = document.Section("## What to copy").WithoutBlocks;
        var start = text.IndexOf("\nIt prints `", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{document.Path} does not say what its program prints");
        var sentence = text[start..text.IndexOf("`. ", start, StringComparison.Ordinal)];
        return [.. sentence.Split('`').Where((_, index) => index % 2 == 1)];
    }

    private static async Task<Child> StartAsync(string command)
    {
        var words = command.Split(' ');
        var server = Child.Start(Repo.At(words[0]), words[1..]);
        await server.LineAsync("listening on ");
        return server;
    }

    /// <summary>The servers that a document has started; they end with its commands.</summary>
    private sealed class Started : IAsyncDisposable
    {
        private readonly List<Child> _children = [];

        public void Add(Child child) => _children.Add(child);

        public async ValueTask DisposeAsync()
        {
            foreach (var child in _children)
                await child.DisposeAsync();
        }
    }
}
