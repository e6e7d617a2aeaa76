using Twofold.Model;
using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Tool;

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
        var exception = Assert.Throws<ToolException>(() => LibraryReader.Read(path));
        Assert.StartsWith($"{path} is not a Twofold library", exception.Message);
    }

    [Fact]
    public void An_assembly_with_two_libraries_is_refused()
    {
        // This assembly contains the timer and the fixtures.
        var path = typeof(ModelSpecs).Assembly.Location;
        var exception = Assert.Throws<ToolException>(() => LibraryReader.Read(path));
        Assert.Equal($"{path} has 2 libraries; give each a project of its own", exception.Message);
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

    [Theory]
    [InlineData("<para>One.</para><para>Two.</para>", "One. Two.")]
    [InlineData("First<br/>second", "First second")]
    [InlineData("Either <list type=\"bullet\"><item>this</item><item><c>that</c> one</item></list> or none.", "Either this; that one or none.")]
    [InlineData("<list><item><term>a</term><description>the first</description></item><item><term>b</term><description>the second</description></item></list>", "a: the first; b: the second")]
    [InlineData("As <see href=\"https://example.org\">they</see> say: <see href=\"https://example.org\"/>.", "As they say: https://example.org.")]
    [InlineData("See <see cref=\"MaxItems\">the limit</see>, <see cref=\"List{T}\"/>, <see cref=\"Item\"/>, <see cref=\"Item.MyName\"/> and <seealso cref=\"Mood.Good\"/>.", "See the limit, list, item, my_name and GOOD.")]
    [InlineData("Needs <code>a &lt; b</code>.", "Needs a < b .")]
    [InlineData("Fires <see cref=\"OnIt\"/> for <paramref name=\"itemCount\"/>.", "Fires on_it for item_count.")]
    public void Markup_reads_as_a_sentence(string xml, string expected)
    {
        var model = Generation.OfMembers(
            $$"""
            [Ffi] public const int MaxItems = 1;
            [Ffi] public event Action? OnIt { add { } remove { } }
            /// <summary>{{xml}}</summary>
            [Ffi] public void Add(int itemCount) { }
            """,
            "public record Item(string MyName); public enum Mood { Good }").Model();
        Assert.Equal(expected, Assert.Single(model.Methods).Doc);
    }

    [Fact]
    public void A_record_member_has_the_name_of_its_property_and_the_documentation_of_either()
    {
        var model = Generation.OfMembers(
            "[Ffi] public void Put(Pair pair) { }",
            """
            public record Pair
            {
                /// <param name="left">From the parameter.</param>
                public Pair(int left, int right) => (Left, Right) = (left, right);
                public int Left { get; }
                /// <summary>From the property.</summary>
                public int Right { get; }
            }
            """).Model();
        Assert.Equal([("Left", "From the parameter."), ("Right", "From the property.")], Assert.Single(model.Records).Members.Select(member => (member.Name, member.Doc)));
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
