using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Twofold.Tests.Generator;

/// <summary>What is generated compiles, without a warning, whatever the author's names are.</summary>
public sealed class CompilationSpecs
{
    [Fact]
    public void A_library_like_MyTimer_compiles()
    {
        var generation = Generation.OfMembers(
            """
            [Ffi] public const long MaxDelayMs = 5_000;
            [Ffi] public const uint DefaultBackoffMs = 250;
            [Ffi] public const string Title = "a \"quoted\" \\ title";
            [Ffi] public const bool IsFast = true;
            [Ffi] public const int Lowest = -2147483648;

            [Ffi] public event Action<Fired>? OnFired;

            [Ffi] public string Version() => "1";
            [Ffi] public static string LibVersion() => "1";
            [Ffi] public ValueTask<Answer> EchoAsync(Question req, CancellationToken cancel) { OnFired?.Invoke(new("x", 1)); return new(new Answer("", Mood.Good, [])); }
            [Ffi] public Answer Ask(Question question, Extra extra, Mood mood, string text, int count, bool flag) => new("", mood, []);
            [Ffi] public Task<int> CountAsync() => Task.FromResult(1);
            [Ffi] public void Nothing() { }
            [Ffi] public Task NothingAtAllAsync(string why) => Task.CompletedTask;
            [Ffi] public ValueTask QuietAsync(CancellationToken cancel) => default;
            [Ffi] public static async Task<string> FetchAsync(long id) { await Task.Yield(); return ""; }
            [Ffi] public Mood Feel() => Mood.Bad;
            [Ffi] public bool IsOpen() => true;
            """,
            """
            public enum Mood { Good, Bad = 5 }
            public sealed record Question(string Text, long Delay);
            public sealed record Extra(IReadOnlyList<Question> Questions, IReadOnlyList<string> Tags, string? Note, int? Retries, bool? Flag, Mood? Mood, uint? U, long? L, Question One);
            public sealed record Answer(string Text, Mood Mood, IReadOnlyList<Question> Questions);
            public sealed record Fired(string Text, long Count);
            """);
        AssertCompiles(generation);
        Assert.Equal(6, generation.Result.GeneratedSources.Length);
    }

    [Theory]
    [InlineData("event")]
    [InlineData("params")]
    [InlineData("reader")]
    [InlineData("members")]
    [InlineData("key")]
    [InlineData("value")]
    [InlineData("writer")]
    [InlineData("target")]
    [InlineData("cancel")]
    [InlineData("call")]
    [InlineData("context")]
    [InlineData("result")]
    [InlineData("refusal")]
    [InlineData("request")]
    [InlineData("size")]
    [InlineData("sink")]
    [InlineData("native")]
    [InlineData("text")]
    [InlineData("start")]
    [InlineData("e")]
    [InlineData("context_")]
    public void A_parameter_and_a_member_may_have_any_name(string name) => AssertCompiles(Generation.OfMembers(
        $$"""
        [Ffi] public Named Do(Named @{{name}}, CancellationToken token) => @{{name}};
        [Ffi] public string Say(string @{{name}}) => @{{name}};
        [Ffi] public static int Count(int @{{name}}) => @{{name}};
        [Ffi] public event Action<Named>? OnNamed { add { } remove { } }
        """,
        $"public record Named(string @{name}, int? Number, Kind Kind); public enum Kind {{ @{name} }}"));

    [Theory]
    [InlineData("Call")]
    [InlineData("Text")]
    [InlineData("Context")]
    [InlineData("Frame")]
    [InlineData("Connection")]
    [InlineData("Nothing")]
    [InlineData("List")]
    [InlineData("Exception")]
    [InlineData("Int32")]
    public void A_record_may_have_a_name_that_the_runtime_uses_too(string name) => AssertCompiles(Generation.OfMembers(
        $"[Ffi] public {name} Get({name} it) => it; [Ffi] public event Action<{name}>? OnIt {{ add {{ }} remove {{ }} }}",
        $"public record {name}(string Words, IReadOnlyList<Part> Parts); public record Part(int X);"));

    [Fact]
    public void Records_may_be_positional_or_have_constructors_and_structs_in_them_may_nest()
    {
        AssertCompiles(Generation.OfMembers(
            "[Ffi] public Outer Get(Outer it) => it;",
            "public sealed record Outer(Middle Middle, IReadOnlyList<Middle> More); public record Middle(Inner Inner); public record Inner(Innermost Last); public record Innermost(bool Done);"));
        AssertCompiles(Generation.OfMembers(
            "[Ffi] public Outer.Inner Get() => new(1);",
            "public static class Outer { public record Inner(int X); }"));
    }

    [Fact]
    public void A_library_in_the_global_namespace_compiles() =>
        AssertCompiles(Generation.Of($$"""[FfiLibrary("sample")] public class Sample { {{Generation.Create}} [Ffi] public Answer Ask() => new(1); } public record Answer(int X);"""));

    [Fact]
    public void A_library_with_nothing_but_a_constructor_compiles() => AssertCompiles(Generation.OfMembers(""));

    [Fact]
    public void Two_libraries_in_one_assembly_compile() => AssertCompiles(Generation.Of(
        """
        namespace First { [FfiLibrary("first")] public class Sample { [Ffi] public static Sample Create() => new(); } }
        namespace Second { [FfiLibrary("second")] public class Other { [Ffi] public static Other Create() => new(); } }
        """));

    private static void AssertCompiles(Generation generation)
    {
        Assert.Null(generation.Result.Exception);
        Assert.Empty(generation.Result.Diagnostics);
        Assert.NotEmpty(generation.Result.GeneratedSources);
        Assert.Equal("", string.Join("\n", generation.Problems.Select(Describe)));
    }

    private static string Describe(Diagnostic problem)
    {
        var place = problem.Location.GetLineSpan();
        var line = problem.Location.SourceTree?.GetText().Lines[place.StartLinePosition.Line].ToString().Trim();
        return $"{Path.GetFileName(place.Path)}: {problem.GetMessage(CultureInfo.InvariantCulture)}: {line}";
    }
}
