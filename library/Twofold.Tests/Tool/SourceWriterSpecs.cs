extern alias tool;

using tool::Twofold.Printing;

namespace Twofold.Tests.Tool;

public sealed class SourceWriterSpecs
{
    private static readonly string[] s_lines = ["one", "", "two"];

    [Fact]
    public void A_piece_keeps_the_indentation_of_its_line() => Assert.Equal(
        "{\n    one\n\n    two\n    x = one\n\n    two\n}",
        Source.Code(
            $$"""
            {
                {{s_lines}}
                x = {{s_lines}}
            }
            """));

    [Fact]
    public void An_empty_piece_removes_its_line() => Assert.Equal(
        "a\nb\n",
        Source.Code(
            $$"""
            a
            {{""}}
            b

            """));

    [Fact]
    public void An_empty_paragraph_removes_one_of_the_blank_lines_around_it() => Assert.Equal(
        "a\n\nb",
        Source.Code(
            $$"""
            a

            {{""}}

            {{Array.Empty<string>()}}

            b
            """));

    [Fact]
    public void An_empty_piece_beside_text_removes_nothing() => Assert.Equal("x \n", Source.Code($"x {""}\n"));

    [Fact]
    public void An_empty_piece_at_the_end_removes_its_line() => Assert.Equal("a", Source.Code($"a\n{""}"));
}
