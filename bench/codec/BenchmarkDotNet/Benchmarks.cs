using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Twofold.Bench.Codec;

/// <summary>The same contenders by BenchmarkDotNet, on the runtime that compiles as it goes. A ratio is to our time.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)]
[CategoriesColumn]
[HideColumns("Error", "Gen0", "Gen1", "Gen2"), MedianColumn]
public class Benchmarks
{
    private Contender _ours = null!;
    private Contender _strict = null!;
    private Contender _tuned = null!;
    private Contender _baseline = null!;

    [ParamsSource(nameof(Messages))]
    public string Message { get; set; } = "";

    public static IEnumerable<string> Messages => Contest.MessageNames;

    public static int Main(string[] args)
    {
        // Else what is called often is compiled anew only after 100 ms in which nothing else was: later than is measured.
        var measured = Job.Default.WithWarmupCount(6).WithIterationCount(15).WithIterationTime(TimeInterval.FromMilliseconds(50))
            .WithClock(new CpuClock())
            .WithEnvironmentVariable("DOTNET_TC_CallCountingDelayMs", "0");
        var job = args.Contains("--smoke") ? Job.Dry.WithToolchain(new InProcessEmitToolchain(new())) : measured;
        var config = DefaultConfig.Instance.AddJob(job).AddExporter(JsonExporter.Brief);
        var summary = BenchmarkRunner.Run<Benchmarks>(config, [.. args.Where(word => word != "--smoke")]);
        return summary.Reports.Length > 0 && summary.Reports.All(report => report.Success) ? 0 : 1;
    }

    [GlobalSetup]
    public void Setup() =>
        (_ours, _strict, _tuned, _baseline) = (Find("ours"), Find("strict"), Find("tuned"), Find("baseline"));

    [Benchmark(Baseline = true, Description = "ours"), BenchmarkCategory("encode")]
    public int EncodeOurs() => _ours.Encode().Length;

    [Benchmark(Description = "System.Formats.Cbor"), BenchmarkCategory("encode")]
    public int EncodeStrict() => _strict.Encode().Length;

    [Benchmark(Description = "the same, tuned"), BenchmarkCategory("encode")]
    public int EncodeTuned() => _tuned.Encode().Length;

    [Benchmark(Description = "baseline"), BenchmarkCategory("encode")]
    public int EncodeBaseline() => _baseline.Encode().Length;

    [Benchmark(Baseline = true, Description = "ours"), BenchmarkCategory("decode")]
    public object DecodeOurs() => _ours.Decode();

    [Benchmark(Description = "System.Formats.Cbor"), BenchmarkCategory("decode")]
    public object DecodeStrict() => _strict.Decode();

    [Benchmark(Description = "the same, tuned"), BenchmarkCategory("decode")]
    public object DecodeTuned() => _tuned.Decode();

    [Benchmark(Description = "baseline"), BenchmarkCategory("decode")]
    public object DecodeBaseline() => _baseline.Decode();

    private Contender Find(string name) => Contest.Find(Message, name);
}
