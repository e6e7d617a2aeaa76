using Twofold.Model.Abi;
using Twofold.Tool;
using Twofold.Tool.Printers.Docs;

namespace Twofold.Tests.Tool;

public sealed class DocumentTableSpecs
{
    [Fact]
    public void A_table_of_a_document_has_a_row_for_each_entry_of_the_ABI()
    {
        var document = DocumentTables.Fill("page.md", "# Page\n\n<!-- printed: statuses -->\nold\n<!-- /printed -->\n\nText.\n");
        Assert.StartsWith("# Page\n\n<!-- printed: statuses -->\n| number | name | meaning |\n|---|---|---|\n| 0 | OK | ", document);
        Assert.EndsWith(" |\n<!-- /printed -->\n\nText.\n", document);
        Assert.All(Statuses.All, status => Assert.Contains($"\n| {status.Value} | {status.UpperName} | {status.Doc} |\n", document));
        Assert.DoesNotContain("old", document);
    }

    [Fact]
    public void Filling_a_document_twice_changes_nothing()
    {
        var once = DocumentTables.Fill("page.md", "<!-- printed: limits -->\n<!-- /printed -->\n\n<!-- printed: log-levels -->\n<!-- /printed -->\n");
        Assert.Equal(once, DocumentTables.Fill("page.md", once));
    }

    [Theory]
    [InlineData("<!-- printed: nonsense -->\n<!-- /printed -->\n", "page.md: there is no table 'nonsense'; the tables are statuses, ")]
    [InlineData("<!-- printed: limits -->\n\n<!-- printed: statuses -->\n<!-- /printed -->\n", "page.md: a '<!-- printed: NAME -->' has no '<!-- /printed -->'")]
    public void An_invalid_marker_is_an_error(string document, string error) =>
        Assert.StartsWith(error, Assert.Throws<ToolException>(() => DocumentTables.Fill("page.md", document)).Message);
}
