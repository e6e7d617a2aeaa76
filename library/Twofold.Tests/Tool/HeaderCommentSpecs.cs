using System.Text.RegularExpressions;
using Twofold.Tests.Generator;
using Twofold.Tests.Support;
using Twofold.Tool.Printers;

namespace Twofold.Tests.Tool;

/// <summary>Everything in a header has a documentation comment.</summary>
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
    public void A_missing_comment_is_found(string name)
    {
        var text = Text(name);
        Assert.All(Comment().Matches(text), comment =>
        {
            var without = string.Concat(text.AsSpan(0, comment.Index), text.AsSpan(comment.Index + comment.Length));
            Assert.True(HeaderComments.Read(without).Missing.Count > 0, $"{comment.Value} is not missed");
        });
    }

    private static string Text(string name)
    {
        var folder = name.StartsWith("my_timer", StringComparison.Ordinal) ? "../../MyTimer" : "../Fixtures";
        return PrinterRegistry.Headers.Print(Generation.OfFolder(Path.Combine(Snapshot.Folder, folder)).Model()).Single(file => file.Path == name).Text;
    }

    [GeneratedRegex(@"/\*\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
