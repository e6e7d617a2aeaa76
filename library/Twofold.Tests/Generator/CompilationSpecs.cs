using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Twofold.Tests.Generator;

/// <summary>Generated code compiles without warnings, for any names that the author chooses.</summary>
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
            [Ffi] public void Unit() { }
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
    [InlineData("lock")]
    [InlineData("handle")]
    [InlineData("userData")]
    [InlineData("class")]
    [InlineData("default")]
    [InlineData("stAtime")]
    [InlineData("req_")]
    [InlineData("Read")]
    [InlineData("Write")]
    [InlineData("Free")]
    [InlineData("ToString_")]
    [InlineData("PermStruct")]
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

    [Fact]
    public void Two_libraries_with_the_same_class_name_compile() => AssertCompiles(Generation.Of(
        """
        namespace First { [FfiLibrary("first")] public class Sample { [Ffi] public static Sample Create() => new(); } }
        namespace Second { [FfiLibrary("second")] public class Sample { [Ffi] public static Sample Create() => new(); } }
        """));

    /// <summary>Unusual but valid declarations: members of the class, and types beside it.</summary>
    public static TheoryData<string, string> Unusual => new()
    {
        { "[Ffi] public Mood Feel(Mood mood) => mood;", "public enum Mood { Good, Fine = 0, Bad }" },
        { "[Ffi] public Pair Get(Pair it) => it;", "public record Pair { public int Left { get; } public int Right { get; } public Pair(int left, int right) { Left = left; Right = right; } }" },
        { "[Ffi] public Pair Get(Pair it) => it;", "public record Base(int Left); public record Pair(int Left, string? Right) : Base(Left);" },
        { "[Ffi] public Pair Get(Pair it) => it;", "public record Pair(in int Left);" },
        { "[Ffi] public Pair Get(Pair it) => it;", "public record Pair { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Pair(int x) => X = x; public required int X { get; init; } }" },
        { "[Ffi] public Pair Get(Pair it) => it;", "public readonly record struct Pair(int X); public partial class Other { }" },
        { "[Ffi] public int Sum(params int[] items) => items.Length;", "" },
        { "[Ffi] public Config? Put(Config? it = null, CancellationToken cancel = default) => it;", "public record Config(string? Name = null, int? Size = null);" },
        { "#nullable disable\n[Ffi] public string Say(string text, List<string> more, Pair pair) => text;\n#nullable enable", "#nullable disable\npublic record Pair(string X, int[] Y);" },
        { "[Ffi] public void Get() { } [Ffi] public void GetBody() { }", "" },
        { "[Ffi] public override string ToString() => \"\"; [Ffi] public override int GetHashCode() => 1; public override bool Equals(object? o) => true;", "" },
        { "[Ffi] public event Action? Target { add { } remove { } } [Ffi] public event Action<int>? Open { add { } remove { } } [Ffi] public event Action? Dispose { add { } remove { } }", "" },
        { "[Ffi, Obsolete] public Old Get() => null!;", "[Obsolete] public record Old(int X);" },
        { "[Ffi] public Outer.Inner Get(Outer.Inner it) => it;", "public static class Outer { public record Inner(Kind Kind); public enum Kind { One } }" },
    };

    [Theory]
    [MemberData(nameof(Unusual))]
    public void Unusual_but_valid_declarations_compile(string members, string types) => AssertCompiles(Generation.OfMembers(members, types));

    [Fact]
    public void A_method_may_have_64_parameters() => AssertCompiles(Generation.OfMembers(
        $"[Ffi] public int Put({string.Join(", ", Enumerable.Range(0, 64).Select(i => $"int m{i}"))}) => m63;"));

    [Fact]
    public void A_class_may_be_abstract_or_partial_and_override_what_its_base_exports()
    {
        AssertCompiles(Generation.Of($"namespace Samples; [FfiLibrary(\"sample\")] public abstract class Sample {{ [Ffi] public static Sample Create() => new Real(); [Ffi] public abstract int Get(); }} public class Real : Sample {{ public override int Get() => 1; }}"));
        AssertCompiles(Generation.Of("namespace Samples; public class Base { [Ffi] public virtual int Get() => 1; } [FfiLibrary(\"sample\")] public partial class Sample : Base { [Ffi] public override int Get() => 2; } public partial class Sample { [Ffi] public static Sample Create() => new(); [Ffi] public partial int Half(); public partial int Half() => 1; }"));
    }

    [Fact]
    public void Two_libraries_in_one_namespace_compile() => AssertCompiles(Generation.Of(
        """
        namespace Samples { [FfiLibrary("first")] public class One { [Ffi] public static One Create() => new(); } [FfiLibrary("second")] public class Two { [Ffi] public static Two Create() => new(); } }
        """));

    /// <summary>Names that generated code uses itself, or that are keywords: as methods, events, types, and parameters of events.</summary>
    [Theory]
    [InlineData("Host")]
    [InlineData("CallError")]
    [InlineData("request")]
    [InlineData("context")]
    [InlineData("PointStruct")]
    [InlineData("PointCodec")]
    [InlineData("Ffi")]
    [InlineData("@lock")]
    [InlineData("@event")]
    [InlineData("Create_")]
    [InlineData("Handle_")]
    [InlineData("Read")]
    [InlineData("ToString1")]
    public void A_method_an_event_and_a_record_may_have_any_name(string name)
    {
        AssertCompiles(Generation.OfMembers($"[Ffi] public Point {name}(Point point) => point;", "public record Point(int X);"));
        AssertCompiles(Generation.OfMembers($"[Ffi] public event Action<Point>? {name} {{ add {{ }} remove {{ }} }}", "public record Point(int X);"));
        AssertCompiles(Generation.OfMembers($"[Ffi] public {name} Get({name} it, Point point) => it; [Ffi] public Task<Point[]> AllAsync() => null!;", $"public record {name}(int X); public record Point(int X);"));
        AssertCompiles(Generation.OfMembers("[Ffi] public event Watch? OnIt { add { } remove { } }", $"public delegate void Watch(int {name}, int other);"));
    }

    [Theory]
    [InlineData("Acme.@event")]
    [InlineData("R.@event.@class")]
    [InlineData("Twofold.Generated")]
    public void A_library_may_be_in_any_namespace(string name) => AssertCompiles(Generation.Of(
        $"namespace {name} {{ [FfiLibrary(\"sample\")] public sealed class @lock {{ [Ffi] public static @lock Create() => new(); [Ffi] public @base Get(@base it) => it; }} public record @base(int X); }}"));

    [Fact]
    public void A_method_loses_Async_only_if_it_is_asynchronous()
    {
        var methods = Generation.OfMembers("[Ffi] public int BlockOnAsync() => 1; [Ffi] public Task GoAsync() => Task.CompletedTask;").Model().Methods;
        Assert.Equal(["block_on_async", "go"], methods.Select(method => method.WireName));
    }

    /// <summary>Code that the compiler rejects itself: the generator only has to survive it.</summary>
    [Theory]
    [InlineData("[FfiLibrary] public class Sample { [Ffi] public static Sample Create() => new(); }")]
    [InlineData("[FfiLibrary(null!)] public class Sample { [Ffi] public static Sample Create() => new(); }")]
    [InlineData("[FfiLibrary(1)] public class Sample { [Ffi] public static Sample Create() => new(); }")]
    [InlineData("[FfiLibrary(\"a\")] public partial class Sample { [Ffi] public static Sample Create() => new(); } [FfiLibrary(\"b\")] public partial class Sample { }")]
    [InlineData("[FfiLibrary(\"a\"), FfiLibrary(\"b\")] public class Sample { [Ffi] public static Sample Create() => new(); }")]
    [InlineData("[FfiLibrary(\"a\")] public class { [Ffi] }")]
    [InlineData("[FfiLibrary(\"a\")] public class Sample { [Ffi] public static Sample? Create() => null; }")]
    [InlineData("[FfiLibrary(\"a\")] public ref struct Sample { [Ffi] public static int Create() => 1; }")]
    [InlineData("[FfiLibrary(\"a\")] public class Sample { [Ffi] public Sample() { } [Ffi] ~Sample() { } [Ffi] public event Nowhere OnIt; [Ffi] public const int X = Y; [Ffi] public static Sample Create(Loop l) => null!; } public record Loop(Loop Again) : Loop;")]
    public void A_program_that_does_not_compile_does_not_crash_the_generator(string source)
    {
        var generation = Generation.Of(source);
        Assert.Null(generation.Result.Exception);
        Assert.True(generation.Result.Diagnostics.Length > 0 || generation.Problems.Any());
    }

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
