using System.Globalization;
using System.Text.RegularExpressions;
using Twofold.Cbor;

namespace Twofold.Tests.Cost;

/// <summary>
/// The codec and the core of the server scale linearly: twice the input takes twice the steps and twice the memory. Steps are
/// counted instead of time, so a failure reproduces on every machine.
/// </summary>
public sealed class LinearCostSpecs(CountedRuntime runtime, ITestOutputHelper output) : IClassFixture<CountedRuntime>
{
    private const int Size = 5_000;
    private const int Runs = 3;

    // Around two, because some work does not depend on the size. Quadratic work would be around four.
    private const double LeastFactor = 1.8;
    private const double MostFactor = 2.1;

    // To find the place, the data is walked once more.
    private const double MostForAnError = 2.1;

    // The framework's own allocations on the first run.
    private const int FixedBytes = 4_096;

    public static TheoryData<string> Cases => [.. CostCases.ByName.Keys];

    [Theory, MemberData(nameof(Cases))]
    public void The_cost_is_linear_in_the_input_for(string what)
    {
        var (workload, build, outcome) = CostCases.ByName[what];
        var least = SizeOnOneSide(build);
        runtime.Run(workload, build(least));
        var costs = new[] { least, 2 * least, 4 * least }.Select(size => Measure(workload, build(size), size, outcome)).ToList();

        Assert.True(costs[0].Steps > least, $"{costs[0].Steps} steps for size {least} are too few");
        for (var i = 1; i < costs.Count; i++)
        {
            Assert.InRange(costs[i].Steps, (long)(costs[i - 1].Steps * LeastFactor), (long)(costs[i - 1].Steps * MostFactor));
            Assert.InRange(costs[i].Bytes, 0, (long)(costs[i - 1].Bytes * MostFactor) + FixedBytes);
        }
    }

    [Theory]
    [InlineData("keys that nobody asks for", "an error behind many keys")]
    [InlineData("keys that nobody asks for", "a key that is not text behind many")]
    [InlineData("many texts", "an error behind many items")]
    [InlineData("many records", "an error behind many records")]
    public void An_error_costs_little_more_than_success_for(string success, string failure)
    {
        var (works, fails) = (CostCases.ByName[success], CostCases.ByName[failure]);
        var least = Math.Max(SizeOnOneSide(works.Build), SizeOnOneSide(fails.Build));
        var (worked, failed) = (Measure(works.Workload, works.Build(least), least, works.Outcome), Measure(fails.Workload, fails.Build(least), least, fails.Outcome));

        Assert.InRange(failed.Steps, 1, (long)(worked.Steps * MostForAnError));
        Assert.InRange(failed.Bytes, 0, worked.Bytes + (FixedBytes * 2));
    }

    [Fact]
    public void The_same_work_has_the_same_cost_in_every_run()
    {
        // The first run makes static fields.
        var (workload, build, _) = CostCases.ByName["many records"];
        runtime.Run(workload, build(Size));
        Assert.Equal(runtime.Run(workload, build(Size)).Steps, runtime.Run(workload, build(Size)).Steps);
    }

    /// <summary>A size so that the three inputs are all large requests, which are scanned before they are decoded, or all small ones.</summary>
    private static int SizeOnOneSide(Func<int, byte[]> build)
    {
        var size = Size;
        while (build(size).Length <= CborCalls.LargeRequest && build(4 * size).Length > CborCalls.LargeRequest)
            size *= 2;

        return size;
    }

    private Cost Measure(string workload, byte[] bytes, int size, string outcome)
    {
        // The median: a run may reuse pooled arrays of other specs, or include allocations of the JIT.
        var cost = Enumerable.Range(0, Runs).Select(_ => runtime.Run(workload, bytes)).OrderBy(run => run.Bytes).ElementAt(Runs / 2);
        output.WriteLine($"{bytes.Length,9:N0} bytes {cost.Steps,12:N0} steps {cost.Bytes,12:N0} bytes allocated");
        var pattern = Regex.Escape(outcome).Replace("\\#", size.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("\\*", "\\d+", StringComparison.Ordinal);
        Assert.Matches($"{pattern}$", cost.Outcome);
        Assert.Equal(outcome.Length == 0, cost.Outcome.Length == 0);
        return cost;
    }
}
