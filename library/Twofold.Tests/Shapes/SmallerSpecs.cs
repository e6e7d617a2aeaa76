using FixturesLibrary;
using FsCheck;
using FsCheck.Fluent;

namespace Twofold.Tests.Shapes;

/// <summary>A failing property is reported with a value that is small enough to read.</summary>
public sealed class SmallerSpecs
{
    [Fact]
    public void A_text_shrinks_to_the_letter_that_fails() => Assert.Equal("\"z\"", Least(Values.Text, text => text.Contains('z', StringComparison.Ordinal)));

    [Fact]
    public void Shrinking_never_splits_a_surrogate_pair() =>
        Assert.All(Smaller.Of("\U0001F600x\U0001F600"), text => Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void A_record_of_lists_shrinks_to_one_item() => Assert.Equal(
        Canonical.Of(new Lists([], [], [], [], [], [], [], [[1]], [], [], [])),
        Least(Values.Lists, lists => lists.Matrix.Any(row => row.Any(number => number > 0))));

    [Fact]
    public void Optional_members_shrink_to_null() => Assert.Equal(
        Canonical.Of(new Optionals(null, null, null, null, null, null, null, new Label(""))),
        Least(Values.Optionals, optionals => optionals.Label is not null));

    [Fact]
    public void A_chain_shrinks_to_two_links() => Assert.Equal(
        Canonical.Of(new Link(0, new Link(0, null))),
        Least(Values.Chain, link => link.Next is not null));

    [Fact]
    public void A_tree_shrinks_to_one_branch() => Assert.Equal(
        Canonical.Of(new Node(0, [new Node(0, [])])),
        Least(Values.Tree, node => node.Children.Count > 0));

    [Fact]
    public void A_view_of_bytes_shrinks_to_one_byte() => Assert.Equal("h'00'", Least(Values.Memory, view => view.Length > 0));

    [Fact]
    public void Every_shape_has_values_that_shrink() => Assert.All(Shapes.ByName.Values, shape => shape.CheckShrinking());

    /// <summary>The value that the first failing one shrinks to.</summary>
    private static string Least<T>(Gen<T> values, Func<T, bool> isWrong)
    {
        var value = values.Sample(1000).First(isWrong);
        while (Smaller.Of(value).Where(isWrong).Take(1).ToList() is [var smaller])
            value = smaller;

        return Canonical.Of(value);
    }
}
