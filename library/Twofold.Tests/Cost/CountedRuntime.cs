using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Twofold.Fuzz.Instrumenter;
using Twofold.Tests.Generator;

namespace Twofold.Tests.Cost;

/// <summary>The cost of a run.</summary>
/// <param name="Steps">Branches taken, and items that were copied, compared, checked or converted.</param>
/// <param name="Bytes">Managed memory allocated.</param>
/// <param name="Outcome">What the workload returned.</param>
internal sealed record Cost(long Steps, long Bytes, string Outcome);

/// <summary>
/// The runtime, the fixtures and their generated code, compiled from copies of the sources that count their steps. The count is
/// the same in every run and on every machine.
/// </summary>
public sealed class CountedRuntime
{
    // Nested input is read by recursion, and the counting methods need more stack than the originals.
    private const int StackSize = 512 * 1024 * 1024;

    private const string Counter =
        """
        namespace Twofold.Fuzz;

        public static class Coverage
        {
            // Of the thread that is measured: the collector has some work done on its own.
            [ThreadStatic]
            public static long Steps;

            public static bool Hit(int counter) { Steps++; return true; }
            public static bool Branch(int counter, bool condition) { Steps++; return condition; }
            public static bool IsNear(int counter, long left, long right) { Steps++; return left == right; }
            public static bool IsNear(int counter, ulong left, ulong right) { Steps++; return left == right; }
            public static Span<T> Through<T>(Span<T> items) { Steps += items.Length; return items; }
            public static ReadOnlySpan<T> Through<T>(ReadOnlySpan<T> items) { Steps += items.Length; return items; }
            public static T[] Through<T>(T[] items) { Steps += items.Length; return items; }
            public static ReadOnlyMemory<T> Through<T>(ReadOnlyMemory<T> items) { Steps += items.Length; return items; }
            public static List<T> Through<T>(List<T> items) { Steps += items.Count; return items; }
            public static IEnumerable<T> Through<T>(IEnumerable<T> items) { Steps++; return items.Select(item => { Steps++; return item; }); }
            public static string Through(string text) { Steps += text.Length; return text; }
        }
        """;

    private static readonly CSharpParseOptions s_parsing = new(LanguageVersion.Preview);

    private readonly IReadOnlyDictionary<string, Func<byte[], string>> _workloads;
    private readonly FieldInfo _steps;

    public CountedRuntime()
    {
        var assembly = Compile();
        _steps = assembly.GetType("Twofold.Fuzz.Coverage", throwOnError: true)!.GetField("Steps")!;
        _workloads = (IReadOnlyDictionary<string, Func<byte[], string>>)assembly
            .GetType(typeof(Workloads).FullName!, throwOnError: true)!.GetProperty(nameof(Workloads.ByName))!.GetValue(null)!;
    }

    /// <summary>Runs the workload and measures it.</summary>
    internal Cost Run(string workload, byte[] bytes)
    {
        var cost = new Cost(0, 0, "");
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    cost = Count(_workloads[workload], bytes);
                }
                catch (Exception e)
                {
                    failure = e;
                }
            },
            StackSize);
        thread.Start();
        thread.Join();
        return failure is null ? cost : throw new InvalidOperationException($"{workload} has failed", failure);
    }

    private Cost Count(Func<byte[], string> work, byte[] bytes)
    {
        _steps.SetValue(null, 0L);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var outcome = work(bytes);
        return new Cost((long)_steps.GetValue(null)!, GC.GetAllocatedBytesForCurrentThread() - before, outcome);
    }

    private static Assembly Compile()
    {
        var library = Path.GetFullPath(Path.Combine(Here(), "..", ".."));
        var fixtures = Path.Combine(library, "Twofold.Tests", "Fixtures");
        var originals = Directory.GetFiles(Path.Combine(library, "Twofold"), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(fixtures, "*.cs"))
            .Select(File.ReadAllText)
            .Concat(Generation.OfFolder(fixtures).Result.GeneratedSources.Select(source => source.SourceText.ToString()));

        var counter = new BranchCounter();
        var work = new WorkCounter();
        var trees = originals.Select(text => Parse(work.Visit(counter.Visit(Parse(text).GetRoot())).ToFullString()))
            .Concat(new[] { Generation.ImplicitUsings + Counter, File.ReadAllText(Path.Combine(Here(), "Workloads.cs")) }.Select(Parse));
        var compilation = CSharpCompilation.Create(
            "Counted",
            trees,
            Generation.Framework.Where(reference => !Path.GetFileName(reference.Display!).StartsWith("Twofold", StringComparison.Ordinal)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, optimizationLevel: OptimizationLevel.Release));

        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error).Take(10)));
        return Assembly.Load(image.ToArray());
    }

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, s_parsing);

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
