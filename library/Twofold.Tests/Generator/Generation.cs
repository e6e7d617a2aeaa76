using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Twofold.Generator;

namespace Twofold.Tests.Generator;

/// <summary>One run of the generator over a source text.</summary>
internal sealed class Generation
{
    /// <summary>A constructor, so that a source needs only the code that its spec is about.</summary>
    public const string Create = "[Ffi] public static Sample Create() => new();";

    /// <summary>The usings of a project with implicit usings.</summary>
    public const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;

        """;

    /// <summary>All assemblies that this program could reference.</summary>
    public static IReadOnlyList<MetadataReference> Framework { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    private static readonly CSharpParseOptions s_parsing = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    // The samples are not documented.
    private static readonly KeyValuePair<string, ReportDiagnostic>[] s_suppressed =
        [KeyValuePair.Create("CS1591", ReportDiagnostic.Suppress), KeyValuePair.Create("TWO023", ReportDiagnostic.Suppress)];

    private Generation(string source, bool withRemarks, params IEnumerable<(string Path, string Text)> others)
    {
        Source = source;
        Compilation = CSharpCompilation.Create(
            "Sample",
            [Parse(source, "Sample.cs"), Parse("namespace Elsewhere { public class Unrelated; }", "Unrelated.cs"), .. others.Select(file => Parse(file.Text, file.Path))],
            Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: withRemarks ? s_suppressed[..1] : s_suppressed));
        Driver = CSharpGeneratorDriver
            .Create([new LibraryGenerator().AsSourceGenerator()], parseOptions: s_parsing, driverOptions: new GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true))
            .RunGeneratorsAndUpdateCompilation(Compilation, out var output, out _);
        Output = output;
    }

    public string Source { get; }

    public Compilation Compilation { get; }

    /// <summary>The source with what was generated for it.</summary>
    public Compilation Output { get; }

    public GeneratorDriver Driver { get; private set; }

    public GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    /// <summary>Errors and warnings of the compiler, in the source and in generated code.</summary>
    public IEnumerable<Diagnostic> Problems => Output.GetDiagnostics().Where(problem => problem.Severity >= DiagnosticSeverity.Warning);

    /// <summary>Generates for a whole file.</summary>
    public static Generation Of(string source, bool withRemarks = false) => new(
        $"""
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Twofold;

        {source}
        """,
        withRemarks);

    /// <summary>Generates for members of a class that is a library, and types beside it.</summary>
    public static Generation OfMembers(string members, string types = "") => Of($$"""
        namespace Samples;

        [FfiLibrary("sample")]
        public sealed class Sample
        {
            {{Create}}
            {{members}}
        }

        {{types}}
        """);

    /// <summary>Generates for the files of a folder, as a project with implicit usings compiles them.</summary>
    public static Generation OfFolder(string folder) => new(
        ImplicitUsings,
        withRemarks: false,
        Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllText(path))));

    /// <summary>The model of the library, which must be without diagnostics.</summary>
    public Twofold.Model.Library.LibraryModel Model()
    {
        Assert.Empty(Result.Diagnostics);
        var parsed = Result.TrackedSteps[LibraryGenerator.ParseStep].Single().Outputs.Single().Value;
        return Assert.IsType<Twofold.Generator.Parse.ParseResult>(parsed).Library!;
    }

    /// <summary>The source text that a diagnostic points at.</summary>
    public string TextAt(Diagnostic diagnostic)
    {
        Assert.Equal("Sample.cs", diagnostic.Location.GetLineSpan().Path);
        return Source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);
    }

    /// <summary>Runs again with one file replaced.</summary>
    public GeneratorRunResult Edit(string path, string text)
    {
        var edited = Compilation.ReplaceSyntaxTree(Compilation.SyntaxTrees.Single(tree => tree.FilePath == path), Parse(text, path));
        Driver = Driver.RunGenerators(edited);
        return Result;
    }

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, s_parsing, path);
}
