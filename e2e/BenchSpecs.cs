using System.Globalization;
using System.Text.RegularExpressions;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>The bench measures what it says it measures. The times themselves are not checked.</summary>
[Trait("tier", "nightly")]
public sealed class BenchSpecs
{
    private static readonly string[] Servers = ["C baseline", "epoll", "sockets"];

    private static readonly string[] Codecs =
    [
        .. from message in new[] { "EchoRequest", "EchoResponse", "ComplexRequest", "Text64K", "Bytes64K" }
           from codec in new[] { "ours", "System.Formats.Cbor", "the same, tuned", "baseline" }
           select $"{message}, {codec}",
    ];

    private static readonly string[] TimerCounts = ["1", "16", "256", "4,096", "65,536"];

    // For libraries of this many methods: the method that is found first, and the one that is found last.
    private static readonly string[] Ends = ["first of 4", "last of 4", "first of 32", "last of 32", "first of 256", "last of 256"];

    private static readonly Dictionary<string, string[]> Tables = new()
    {
        ["unix, one at a time"] = Servers,
        ["unix, 64 in flight"] = Servers,
        ["unix, 32 connections x 16"] = Servers,
        ["unix, 32 connections x 16, default scheduling"] = Servers,
        ["tcp, one at a time"] = Servers,
        ["tcp, 64 in flight"] = Servers,
        ["tcp, 32 connections x 16"] = Servers,
        ["tcp, 32 connections x 16, default scheduling"] = Servers,
        ["one thread"] = ["baseline", .. Ways("version"), .. Ways("echo"), "echo_cpp", "hop"],
        ["one timer for all threads"] = [.. Threaded("version"), .. Ways("echo").SelectMany(Threaded)],
        ["a timer for each thread"] = [.. Threaded("version"), .. Ways("echo").SelectMany(Threaded)],
        ["encode, compiled ahead"] = Codecs,
        ["decode, compiled ahead"] = Codecs,
        ["encode, BenchmarkDotNet"] = Codecs,
        ["decode, BenchmarkDotNet"] = Codecs,
        ["bytes of a message"] = [.. Servers.Select(server => $"{server}, 16"), .. Servers.Select(server => $"{server}, 1,048,576")],
        ["requests in flight on one connection"] = [.. Servers.Select(server => $"{server}, 256")],
        ["connections, 4 in flight on each"] = [.. Servers.Select(server => $"{server}, 256")],
        ["timers, called in turn"] =
            [.. TimerCounts.Select(count => $"version, {count}"), .. TimerCounts.Select(count => $"echo, {count}")],
        ["methods, by name in process"] = Ends,
        ["methods, over a unix socket, 64 in flight"] = Ends,
        ["a server's life"] = Servers,
        ["starter clients"] = ["bare C", "C", "Rust", "Python"],
    };

    private static readonly string[] Counted = [.. new[] { "version", "keep_int32", "echo" }.SelectMany(
        method => new[] { method, $"{method}_sync", $"{method}_cbor", $"{method}, served" })];

    private static readonly string[] Floods = ["none", "64 × 1 MB, bad", "500 × 65 kB, bad", "4 × 16 MB, valid", "8 × 1000 calls at once"];

    // All except the table about third-party servers, which only the bench needs.
    private static readonly string[] Questions = ["server", "in-process", "codec", "growth", "cost", "clients", "attack"];

    [Fact]
    public async Task The_quickest_bench_gives_every_variant_a_ratio()
    {
        Requires.Linux("the bench reads /proc and runs an epoll server");
        Requires.BenchTool("gnuplot", "gnuplot-nox");
        await Requires.ProgramAsync(Executable.Built("artifacts/bench/bin/calls", "./just bench-programs"));
        var bench = Executable.Python("bench/run.py", "json");
        await Requires.ProgramAsync(bench);

        await using var child = bench.Start(["--smoke", .. Questions]);
        var outcome = await child.ExitAsync(TimeSpan.FromMinutes(3));

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        foreach (var (title, variants) in Tables)
        {
            foreach (var variant in variants)
                Assert.True(Ratio(outcome.Output, title, variant) > 0, $"no ratio for '{variant}' in '{title}'\n{outcome}");
        }

        foreach (var flood in Floods)
        {
            foreach (var server in new[] { "epoll", "C baseline" })
                Assert.Matches(@" [\d,.]+ +[\d,.]+ +[\d,.]+", Row(outcome.Output, "under attack", $"{flood}, {server}"));
        }

        // Allocations are the same on every machine: only the method's own bytes.
        foreach (var call in Counted)
            Assert.Matches(@" (\d+) +\1 +0$", Row(outcome.Output, "managed memory that a call allocates", call));
    }

    private static string[] Ways(string call) => [$"{call}, plain C#", call, $"{call}_sync", $"{call}_cbor"];

    private static IEnumerable<string> Threaded(string call) =>
        [$"{call}, 1 thread", $"{call}, 2 threads", $"{call}, 4 threads", $"{call}, 8 threads"];

    private static double Ratio(IEnumerable<string> output, string title, string variant)
    {
        var ratio = Regex.Match(Row(output, title, variant), @"([\d,]+(\.\d+)?) \([\d.,]+\.\.[\d.,]+\)");
        return ratio.Success ? double.Parse(ratio.Groups[1].Value, NumberStyles.Number, CultureInfo.InvariantCulture) : 0;
    }

    // A table has a line with its title and column heads, a line for each variant, and an empty line.
    private static string Row(IEnumerable<string> output, string title, string variant) => output
        .SkipWhile(line => !line.StartsWith(title + "  ", StringComparison.Ordinal))
        .TakeWhile(line => line.Length > 0)
        .FirstOrDefault(line => line.StartsWith(variant + "  ", StringComparison.Ordinal)) ?? "";
}
