using Twofold.Bindings;
using Twofold.Generator.Model;

namespace Twofold.Tests.Generator;

public sealed class ModelSpecs
{
    [Fact]
    public void The_model_reads_back_from_the_compiled_library_as_it_was_embedded()
    {
        var generation = Generation.OfMembers(
            """
            [Ffi] public const string Title = "quotes \" and \\ and \u0001 and \u00fc";
            /// <summary>Says <c>"so"</c>, see <see cref="Title"/>.</summary>
            /// <param name="req">What to ask.</param>
            /// <returns>The answer.</returns>
            [Ffi] public Task<Answer> AskAsync(Question req, CancellationToken cancel) => null!;
            [Ffi] public static void Rest() { }
            [Ffi] public event Action<Answer>? OnAnswer { add { } remove { } }
            """,
            "public record Answer(int? X, string? Note); public record Question(IReadOnlyList<Answer> Answers, Mood Mood); public enum Mood { Good = 7 }");
        var expected = generation.Model();

        using var folder = new Server.TestFolder();
        var path = folder.File("sample.dll");
        using (var file = File.Create(path))
            Assert.True(generation.Output.Emit(file).Success);

        Assert.Equal(expected, LibraryReader.Read(path));
    }

    [Fact]
    public void An_assembly_without_a_library_is_refused_by_name()
    {
        var path = typeof(FfiAttribute).Assembly.Location;
        var exception = Assert.Throws<BindingsException>(() => LibraryReader.Read(path));
        Assert.StartsWith($"{path} is no Twofold library", exception.Message);
    }

    [Fact]
    public void Documentation_is_plain_text_with_names_as_other_languages_spell_them()
    {
        var model = Generation.OfMembers(
            """
            /// <summary>The most.</summary>
            [Ffi] public const int MaxItems = 1;
            /// <summary>
            ///   Adds <paramref name="itemCount"/> items, up to <see cref="MaxItems"/>, as <see cref="AddAsync(int)"/> does;
            ///   returns <see langword="true"/> or <c>a &lt; b</c>.
            /// </summary>
            /// <param name="itemCount">How   many.</param>
            [Ffi] public Task<bool> AddAsync(int itemCount) => null!;
            """).Model();
        var method = Assert.Single(model.Methods);
        Assert.Equal("Adds item_count items, up to MAX_ITEMS, as add does; returns true or a < b.", method.Doc);
        Assert.Equal("How many.", Assert.Single(method.Parameters).Doc);
        Assert.Equal("The most.", Assert.Single(model.Constants).Doc);
    }

    [Fact]
    public void A_record_comes_after_those_it_contains_and_knows_whether_it_is_a_result()
    {
        var model = Generation.OfMembers(
            "[Ffi] public Outer Get(Given given) => null!;",
            "public record Outer(Inner Inner); public record Inner(int X); public record Given(Inner Inner);").Model();
        Assert.Equal(["Inner", "Outer", "Given"], model.Records.Select(record => record.Name));
        Assert.Equal([false, true, false], model.Records.Select(record => record.IsResult));
    }

    [Fact]
    public void Equal_lists_are_equal()
    {
        var one = new EquatableArray<string>(["a", "b"]);
        Assert.Equal(one, new EquatableArray<string>(["a", "b"]));
        Assert.Equal(one.GetHashCode(), new EquatableArray<string>(["a", "b"]).GetHashCode());
        Assert.False(one.Equals(new EquatableArray<string>(["b", "a"])));
        Assert.False(one.Equals(new EquatableArray<string>(["a"])));
    }
}
