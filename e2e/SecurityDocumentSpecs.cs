using Twofold.E2E.Cases;
using Xunit;

namespace Twofold.E2E;

/// <summary>Every row of docs/security.md has a spec.</summary>
[Trait("tier", "lint")]
public sealed class SecurityDocumentSpecs
{
    [Fact]
    public void Every_row_has_a_spec()
    {
        Assert.Equal(Document.At("docs/security.md").Rows().Select(row => row[0]).Order(), SecurityRows.Specs.Keys.Order());
        SpecNames.AssertExist(SecurityRows.Specs.Values.SelectMany(names => names));
    }
}
