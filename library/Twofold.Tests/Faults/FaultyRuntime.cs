using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Twofold.Tests.Generator;

namespace Twofold.Tests.Faults;

/// <summary>
/// The runtime, the fixtures and their generated code, compiled from copies of the sources in which every allocation of ours can be
/// made to fail.
/// </summary>
internal static class FaultyRuntime
{
    private static readonly CSharpParseOptions s_parsing = new(LanguageVersion.Preview);

    private static readonly Lazy<(Assembly Assembly, IReadOnlyList<string> Places)> s_compiled = new(Compile);

    /// <summary>The compiled copy. Its statics are its own.</summary>
    public static Assembly Assembly => s_compiled.Value.Assembly;

    /// <summary>What allocates, by number: the file, the line and the code.</summary>
    public static IReadOnlyList<string> Places => s_compiled.Value.Places;

    private static (Assembly, IReadOnlyList<string>) Compile()
    {
        var library = Path.GetFullPath(Path.Combine(Here(), "..", ".."));
        var runtime = Path.Combine(library, "Twofold");
        var fixtures = Path.Combine(library, "Twofold.Tests", "Fixtures");

        // The author's code is not ours: what it throws is tested elsewhere.
        var author = Directory.GetFiles(fixtures, "*.cs").Select(path => Parse(File.ReadAllText(path), path))
            .Append(Parse(Generation.ImplicitUsings, "Usings.cs"))
            .Append(Parse(File.ReadAllText(Path.Combine(Here(), "Injection.cs")), "Injection.cs"))
            .ToList();
        var ours = Directory.GetFiles(runtime, "*.cs", SearchOption.AllDirectories)
            .Select(path => Parse(File.ReadAllText(path), Path.GetRelativePath(runtime, path)))
            .Concat(Generation.OfFolder(fixtures).Result.GeneratedSources.Select(source => Parse(source.SourceText.ToString(), source.HintName)))
            .ToList();

        var plain = Create([.. author, .. ours]);
        var places = new List<string>();
        var faulty = ours.Select(tree =>
        {
            var injector = new FaultInjector(plain.GetSemanticModel(tree), tree.FilePath, places);
            return Parse(injector.Visit(tree.GetRoot()).ToFullString(), tree.FilePath);
        }).ToList();

        using var image = new MemoryStream();
        var result = Create([.. author, .. faulty]).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error).Take(10)));
        var assembly = Assembly.Load(image.ToArray());

        // A static that cannot be made is never made again: that is the runtime's, so here all are made before.
        foreach (var type in assembly.GetTypes().Where(type => !type.ContainsGenericParameters))
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        return (assembly, places);
    }

    private static CSharpCompilation Create(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Faulty",
        trees,
        Generation.Framework.Where(reference => !Path.GetFileName(reference.Display!).StartsWith("Twofold", StringComparison.Ordinal)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, optimizationLevel: OptimizationLevel.Release));

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, s_parsing, path);

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
