using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twofold.E2E.Harness;

/// <summary>An example, as its example.json describes it; examples/README.md documents the keys.</summary>
/// <param name="Needs">The programs that it is built and run with.</param>
/// <param name="Build">Commands that build it, run by bash in the root of the repository.</param>
/// <param name="Programs">What it consists of.</param>
internal sealed record Example(IReadOnlyList<Need> Needs, IReadOnlyList<string> Build, IReadOnlyList<ExampleProgram> Programs)
{
    private static readonly JsonSerializerOptions s_strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter<ProgramKind>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    private static readonly Lazy<IReadOnlyList<Example>> s_all = new(() => In(Repo.At("examples")));

    /// <summary>Every example of the repository, in the order of their folders.</summary>
    /// <exception cref="InvalidDataException">An example.json is not valid.</exception>
    public static IReadOnlyList<Example> All => s_all.Value;

    /// <summary>The name of its folder.</summary>
    [JsonIgnore]
    public string Name { get; init; } = "";

    /// <summary>The first missing program; null if the example can be built and run.</summary>
    [JsonIgnore]
    public Need? Missing => Needs.FirstOrDefault(need => !need.IsMet);

    /// <summary>Its programs, ready to run.</summary>
    [JsonIgnore]
    public IEnumerable<Executable> Executables => Programs.Select(program => program.Executable(this));

    /// <summary>Reads the example.json of every folder in a folder.</summary>
    /// <exception cref="InvalidDataException">One is not valid; the message names the file and the key.</exception>
    public static IReadOnlyList<Example> In(string folder)
    {
        var examples = Directory.GetDirectories(folder).Order(StringComparer.Ordinal)
            .Select(inner => Path.Combine(inner, "example.json")).Where(File.Exists).Select(Read).ToList();
        foreach (var name in examples.SelectMany(example => example.Programs).CountBy(program => program.Name))
        {
            if (name.Value > 1)
                throw new InvalidDataException($"{folder}: {name.Value} programs have the name '{name.Key}'");
        }

        return examples;
    }

    private static Example Read(string path)
    {
        var text = File.ReadAllText(path);
        var name = Path.GetFileName(Path.GetDirectoryName(path)!);
        try
        {
            var example = JsonSerializer.Deserialize<Example>(text, s_strict) ?? throw new JsonException("'null' is not an example");
            if (text.Contains('\\', StringComparison.Ordinal))
                throw new JsonException("escapes are not supported, because scripts/doctor reads this file too");
            if (example.Programs.Count == 0)
                throw new JsonException("'programs' is empty");
            if (example.Programs.FirstOrDefault(program => program.Run.Count == 0) is { } program)
                throw new JsonException($"'run' of '{program.Name}' is empty");

            return example with { Name = name };
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"examples/{name}/example.json: {fault.Message}", fault);
        }
    }
}

/// <summary>A program of an example.</summary>
/// <param name="Name">Its name in rows of specs and of the demo. A client prints it in brackets before each line.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Run">The command. Words with a slash are paths from the root of the repository.</param>
/// <param name="Environment">Variables that it needs; values as in <paramref name="Run"/>.</param>
/// <param name="Systems">The systems on which it is used, such as linux; null for all.</param>
internal sealed record ExampleProgram(
    string Name,
    ProgramKind Kind,
    IReadOnlyList<string> Run,
    IReadOnlyDictionary<string, string>? Environment = null,
    IReadOnlyList<string>? Systems = null)
{
    /// <summary>The programs of a kind that this system uses.</summary>
    public static IEnumerable<(string Name, Executable Program)> OfKind(ProgramKind kind) =>
        from example in Example.All
        from program in example.Programs
        where program.Kind == kind && (program.Systems is null || program.Systems.Any(OperatingSystem.IsOSPlatform))
        select (program.Name, program.Executable(example));

    /// <summary>The executable that runs it.</summary>
    /// <param name="example">The example that it belongs to.</param>
    public Executable Executable(Example example)
    {
        var command = Run.Select(Resolve).ToList();
        var file = IsPath(Run[0]) ? Platform.Executable(command[0]) : Platform.Command(Run[0]);
        var paths = Run.Skip(1).Where(IsPath).Select(Repo.At);
        if (IsPath(Run[0]))
            paths = paths.Prepend(file);

        return new Executable(file, command[1..], (Environment ?? new Dictionary<string, string>()).ToDictionary(variable => variable.Key, variable => Resolve(variable.Value)))
        {
            Needs = example.Needs,
            FindAbsentAsync = () => Task.FromResult(
                paths.FirstOrDefault(path => !File.Exists(path)) is { } absent ? $"{Path.GetRelativePath(Repo.Root, absent)}: ./just examples" : null),
        };
    }

    private static string Resolve(string text) => IsPath(text) ? Repo.At(text) : text;

    private static bool IsPath(string text) => text.Contains('/', StringComparison.Ordinal);
}

/// <summary>What a program of an example does.</summary>
internal enum ProgramKind
{
    /// <summary>Loads the library and calls it.</summary>
    InProcess,

    /// <summary>Calls a server at the address in its first argument or in MY_TIMER_ADDRESS, with the token in MY_TIMER_TOKEN.</summary>
    SocketClient,

    /// <summary>Serves a timer at the address in its first argument.</summary>
    Host,
}
