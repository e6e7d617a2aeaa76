using Twofold.Tests.Generator;
using Twofold.Tests.Support;
using Twofold.Tool.Printers;

namespace Twofold.Tests.Tool;

/// <summary>The author's documentation cannot break the header that contains it.</summary>
public sealed class CommentSpecs
{
    [Theory]
    [InlineData("Ends */ here.", "Ends * / here.")]
    [InlineData("Reads /tmp/* first.", "Reads /tmp/ * first.")]
    [InlineData("*/*/*", "* / * / *")]
    [InlineData("A line\nand another", "A line and another")]
    [InlineData("From right\u202e to left", "From right  to left")]
    [InlineData("Größe", "Größe")]
    public void A_comment_stays_one_comment(string doc, string expected) => Assert.Equal(expected, Comment.Text(doc));

    [Fact]
    public void A_header_compiles_with_comment_signs_in_its_documentation() => HeaderCompiler.AssertCompile(Generation.OfMembers(
        """
        /// <summary>Deletes /tmp/* and more */ than that.</summary>
        /// <param name="pair">Such as /*.</param>
        /// <returns>All of */*.</returns>
        [Ffi] public Pair Delete(Pair pair) => pair;
        /// <summary>See /etc/*.</summary>
        [Ffi] public const int Most = 1;
        /// <summary>After /*.</summary>
        [Ffi] public event Action<Pair, int>? OnIt { add { } remove { } }
        """,
        """
        /// <summary>A /* pair.</summary>
        /// <param name="Left">The /*.</param>
        /// <param name="Right">The */.</param>
        public record Pair(string Left, Mood? Right);
        /// <summary>A /* mood.</summary>
        public enum Mood
        {
            /// <summary>A good /*.</summary>
            Good,
        }
        """).Model());
}
