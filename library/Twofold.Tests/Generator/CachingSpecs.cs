using Microsoft.CodeAnalysis;
using Twofold.Generator;

namespace Twofold.Tests.Generator;

public sealed class CachingSpecs
{
    private const string Members = "[Ffi] public Answer Ask(Question question) => new(1); [Ffi] public event Action<Answer>? OnAnswer;";
    private const string Types = "public record Answer(int X); public record Question(IReadOnlyList<string> Tags, Mood Mood); public enum Mood { Good }";

    [Fact]
    public void An_edit_elsewhere_changes_no_model_and_reprints_nothing()
    {
        var generation = Generation.OfMembers(Members, Types);
        Assert.Empty(generation.Result.Diagnostics);
        var result = generation.Edit("Unrelated.cs", "namespace Elsewhere { public class Unrelated { public int Changed; } }");
        AssertNothingNew(result);
    }

    [Fact]
    public void An_edit_of_a_method_body_changes_no_model()
    {
        var generation = Generation.OfMembers(Members, Types);
        AssertNothingNew(generation.Edit("Sample.cs", generation.Source.Replace("=> new(1)", "=> new(2)")));
    }

    [Fact]
    public void A_library_with_mistakes_is_cached_too()
    {
        var generation = Generation.OfMembers("[Ffi] public Version Link() => null!;");
        var result = generation.Edit("Unrelated.cs", "namespace Elsewhere { }");
        AssertNothingNew(result);
        Assert.Equal("TWO009", Assert.Single(result.Diagnostics).Id);
    }

    [Fact]
    public void An_edit_of_the_library_is_seen()
    {
        var generation = Generation.OfMembers(Members, Types);
        var result = generation.Edit("Sample.cs", generation.Source.Replace("Answer(int X)", "Answer(long X)"));
        Assert.Equal(IncrementalStepRunReason.Modified, Assert.Single(result.TrackedSteps[LibraryGenerator.ParseStep]).Outputs.Single().Reason);
        Assert.Contains(result.GeneratedSources, source => source.SourceText.ToString().Contains("long x_ = default!;"));
    }

    private static void AssertNothingNew(GeneratorRunResult result)
    {
        Assert.All(
            result.TrackedSteps[LibraryGenerator.ParseStep].SelectMany(step => step.Outputs),
            output => Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"Parse: {output.Reason}"));
        Assert.All(
            result.TrackedOutputSteps.SelectMany(steps => steps.Value).SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }
}
