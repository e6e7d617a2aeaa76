using System.Text.RegularExpressions;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>An example is a folder with an example.json. To add one, no other file has to be edited.</summary>
public sealed partial class ExampleSpecs
{
    private const string Valid = """{"needs": [], "build": [], "programs": [{"name": "a", "kind": "host", "run": ["a"]}]}""";

    /// <summary>A file, and the text of its error.</summary>
    public static TheoryData<string, string> Faults => new()
    {
        { Valid.Replace("\"build\": [], ", ""), "build" },
        { Valid.Replace("\"build\"", "\"biuld\""), "biuld" },
        { Valid.Replace("\"kind\": \"host\", ", ""), "kind" },
        { Valid.Replace("\"host\"", "\"server\""), "programs[0].kind" },
        { Valid.Replace("\"run\"", "\"color\": 1, \"run\""), "color" },
        { Valid.Replace("\"run\": [\"a\"]", "\"run\": []"), "'run' of 'a' is empty" },
        { Valid.Replace("[\"a\"]", "\"a\""), "programs[0].run" },
        { Valid.Replace("\"build\": []", "\"build\": [], \"build\": []"), "build" },
        { Valid.Replace("\"needs\": []", "\"needs\": [{\"program\": \"cc\"}]"), "home" },
        { Valid.Replace("\"a\"]", "\"\\u0061\"]"), "escapes" },
        { """{"needs": [], "build": [], "programs": []}""", "'programs' is empty" },
        { "null", "null" },
        { "{", "depth" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void A_fault_is_an_error_that_names_the_file_and_the_key(string json, string named)
    {
        using var folder = new TempFolder();
        Add(folder.Path, "odd", json);

        var fault = Assert.Throws<InvalidDataException>(() => Example.In(folder.Path));

        Assert.StartsWith("examples/odd/example.json: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(named, fault.Message["examples/odd/example.json: ".Length..], StringComparison.Ordinal);
    }

    [Fact]
    public void Two_programs_with_one_name_are_an_error()
    {
        using var folder = new TempFolder();
        Add(folder.Path, "one", Valid);
        Add(folder.Path, "two", Valid);

        var fault = Assert.Throws<InvalidDataException>(() => Example.In(folder.Path));

        Assert.Contains("2 programs have the name 'a'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_key_of_the_format_is_documented()
    {
        var documented = Document.At("examples/README.md").Section("## Add an example").Rows().Select(row => row[0].Trim('`')).ToList();

        Assert.Equal(
            [
                "needs", "needs[].program", "needs[].home", "needs[].least", "build",
                "programs", "programs[].name", "programs[].kind", "programs[].run", "programs[].environment", "programs[].systems",
            ],
            documented);
        using var folder = new TempFolder();
        Add(folder.Path, "shown", Assert.Single(Document.At("examples/README.md").Blocks("json")));
        Assert.Equal("node", Assert.Single(Assert.Single(Example.In(folder.Path)).Programs).Name);
    }

    [Fact]
    public async Task A_folder_that_is_added_is_built_shown_and_in_the_matrix()
    {
        Requires.UnixShell();
        await Requires.ProgramAsync(Demo.Program);
        await Requires.ServerAsync("serve_host");
        foreach (var client in Clients.InProcess.Concat(Clients.OverSockets))
            await Requires.ProgramAsync(client.Program);
        using var copy = CopyRepository();
        AddShellClient(copy.Path);

        var built = await RunAsync(copy, Demo.Path, "build");
        var shown = await RunAsync(copy, Demo.Path);
        var clients = await RunAsync(copy, Demo.Path, "clients");
        var matrix = await RunAsync(copy, "artifacts/dotnet/bin/Twofold.E2E/release/Twofold.E2E", "--progress", "off", "--ansi", "off", "--filter-query", "/[(client=shell)&(server=serve_host)]");
        var needs = await Tool.ShellAsync(copy.Path, ". scripts/common; example_needs");

        Assert.True(built is { ExitCode: 0, Errors: [] }, built.ToString());
        Assert.True(shown is { ExitCode: 0, Errors: [] }, shown.ToString());
        Assert.Contains(shown.Output, line => line.StartsWith($"{"shell",-15}", StringComparison.Ordinal) && line.Contains("ok ", StringComparison.Ordinal));
        Assert.Equal("""["c","python","rust","shell"]""", Assert.Single(clients.Output));
        Assert.True(matrix.ExitCode == 0, matrix.ToString());
        Assert.Contains(matrix.Output, line => line == $"  succeeded: {2 * Platform.Transports.Count}");
        Assert.Contains("sh shell-client - https://www.gnu.org/software/bash", needs.Output);
    }

    private static void Add(string folder, string name, string json)
    {
        Directory.CreateDirectory(Path.Combine(folder, name));
        File.WriteAllText(Path.Combine(folder, name, "example.json"), json);
    }

    /// <summary>A client that prints the transcript once it is built.</summary>
    private static void AddShellClient(string root)
    {
        var examples = Path.Combine(root, "examples");
        Add(examples, "shell-client", """
            {
              "needs": [{ "home": "https://www.gnu.org/software/bash", "program": "sh" }],
              "build": ["cp examples/shell-client/lines examples/shell-client/built"],
              "programs": [
                { "name": "shell", "kind": "socket-client", "run": ["sh", "examples/shell-client/main.sh"] }
              ]
            }
            """);
        File.WriteAllLines(Path.Combine(examples, "shell-client/lines"), Transcript.OverSockets("[shell]"));
        File.WriteAllText(Path.Combine(examples, "shell-client/main.sh"), "[ -n \"${1:-$MY_TIMER_ADDRESS}\" ] && cat \"$(dirname \"$0\")/built\"\n");
    }

    /// <summary>
    /// A copy of the repository made of links, except for the file that marks its root and the descriptions of the examples.
    /// Existing examples are not built again.
    /// </summary>
    private static TempFolder CopyRepository()
    {
        var copy = new TempFolder();
        Link(Repo.Root, copy.Path, except: ["examples", "artifacts", ".git"]);
        Link(Repo.At("artifacts"), copy.File("artifacts"), except: ["dotnet"]);
        Link(Repo.At("artifacts/dotnet"), copy.File("artifacts/dotnet"), except: ["bin"]);
        Link(Repo.At("artifacts/dotnet/bin"), copy.File("artifacts/dotnet/bin"), except: ["Demo", "Twofold.E2E"]);
        Copy(Repo.At("artifacts/dotnet/bin/Demo/release"), copy.File("artifacts/dotnet/bin/Demo/release"));
        Copy(AppContext.BaseDirectory, copy.File("artifacts/dotnet/bin/Twofold.E2E/release"));
        Link(Repo.At("examples"), copy.File("examples"), except: [.. Example.All.Select(example => example.Name)]);
        foreach (var example in Example.All)
        {
            Link(Repo.At($"examples/{example.Name}"), copy.File($"examples/{example.Name}"), except: ["example.json"]);
            var description = File.ReadAllText(Repo.At($"examples/{example.Name}/example.json"));
            File.WriteAllText(copy.File($"examples/{example.Name}/example.json"), BuildKey().Replace(description, "\"build\": []"));
        }

        return copy;
    }

    private static void Link(string from, string to, string[] except)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in Directory.GetFileSystemEntries(from).Where(entry => !except.Contains(Path.GetFileName(entry))))
            File.CreateSymbolicLink(Path.Combine(to, Path.GetFileName(entry)), entry);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.GetDirectories(from))
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    private static async Task<Outcome> RunAsync(TempFolder copy, string program, params string[] arguments)
    {
        await using var child = Child.Start(copy.File(Platform.Executable(program)), arguments);
        return await child.ExitAsync(Deadline.Long);
    }

    [GeneratedRegex(@"""build"": \[[^\]]*\]")]
    private static partial Regex BuildKey();
}
