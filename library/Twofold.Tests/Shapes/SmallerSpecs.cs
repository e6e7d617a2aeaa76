using FixturesLibrary;
using FsCheck;
using FsCheck.Fluent;

namespace Twofold.Tests.Shapes;

/// <summary>A property that fails is reported with a value that a person can read.</summary>
public sealed class SmallerSpecs
{
    [Fact]
    public void A_text_is_cut_down_to_what_matters() => Assert.Equal("\"z\"", Least(Values.Text, text => text.Contains('z', StringComparison.Ordinal)));

    [Fact]
    public void No_text_is_cut_through_a_surrogate_pair() =>
        Assert.All(Smaller.Of("\U0001F600x\U0001F600"), text => Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void A_record_of_lists_has_one_item_left() => Assert.Equal(
        Canonical.Of(new Lists([], [], [], [], [], [], [], [[1]], [], [], [])),
        Least(Values.Lists, lists => lists.Matrix.Any(row => row.Any(number => number > 0))));

    [Fact]
    public void What_may_be_absent_is() => Assert.Equal(
        Canonical.Of(new Optionals(null, null, null, null, null, null, null, new Label(""))),
        Least(Values.Optionals, optionals => optionals.Label is not null));

    [Fact]
    public void A_chain_has_two_links_left() => Assert.Equal(
        Canonical.Of(new Link(0, new Link(0, null))),
        Least(Values.Chain, link => link.Next is not null));

    [Fact]
    public void A_tree_has_one_branch_left() => Assert.Equal(
        Canonical.Of(new Node(0, [new Node(0, [])])),
        Least(Values.Tree, node => node.Children.Count > 0));

    [Fact]
    public void A_view_of_bytes_is_cut_down() => Assert.Equal("h'00'", Least(Values.Memory, view => view.Length > 0));

    [Fact]
    public void Every_shape_of_the_agreement_has_values_that_can_get_smaller() => Assert.All(Shapes.ByName.Values, shape => shape.CheckShrinking());

    /// <summary>The value that is left of the first one that fails.</summary>
    private static string Least<T>(Gen<T> values, Func<T, bool> isWrong)
    {
        var value = values.Sample(1000).First(isWrong);
        while (Smaller.Of(value).Where(isWrong).Take(1).ToList() is [var smaller])
            value = smaller;

        return Canonical.Of(value);
    }
}
