using System.Text.RegularExpressions;
using Twofold.Bindings;
using Twofold.Tests.Generator;
using Twofold.Tests.Support;

namespace Twofold.Tests.Bindings;

/// <summary>Whoever opens a header finds a line about everything in it.</summary>
public sealed partial class HeaderCommentSpecs
{
    public static TheoryData<string> Headers => ["my_timer.h", "my_timer_cbor.h", "fixtures.h", "fixtures_cbor.h"];

    [Theory, MemberData(nameof(Headers))]
    public void Every_function_type_field_member_and_macro_is_documented(string name)
    {
        var (missing, declarations) = HeaderComments.Read(Text(name));
        Assert.Empty(missing);
        Assert.InRange(declarations, 50, int.MaxValue);
    }

    [Theory, MemberData(nameof(Headers)), Trait("tier", "nightly")]
    public void A_comment_that_goes_missing_is_noticed(string name)
    {
        var text = Text(name);
        Assert.All(Comment().Matches(text), comment =>
        {
            var without = string.Concat(text.AsSpan(0, comment.Index), text.AsSpan(comment.Index + comment.Length));
            Assert.True(HeaderComments.Read(without).Missing.Count > 0, $"nothing misses {comment.Value}");
        });
    }

    private static string Text(string name)
    {
        var folder = name.StartsWith("my_timer", StringComparison.Ordinal) ? "../../MyTimer" : "../Fixtures";
        return Commands.IncludeFiles(Generation.OfFolder(Path.Combine(Snapshot.Folder, folder)).Model()).Single(file => file.Name == name).Text;
    }

    [GeneratedRegex(@"/\*\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
