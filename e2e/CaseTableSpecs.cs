using System.Diagnostics.CodeAnalysis;
using Twofold.E2E.Harness;
using Xunit;

namespace Twofold.E2E;

/// <summary>A row of the case table that cannot be printed in C is an error, and is never left out silently.</summary>
public sealed class CaseTableSpecs
{
    [Theory]
    [InlineData("""[{"method": "keep_int8", "keeps": 128}]""", "C has no int8 128; if only CBOR can say it, the row has \"only\": \"wire\"")]
    [InlineData("""[{"method": "keep_bool", "keeps": 1}]""", "C has no bool 1;")]
    [InlineData("""[{"method": "keep_color", "keeps": "purple"}]""", "C has no color_enum \"purple\";")]
    [InlineData("""[{"method": "keep_text", "keeps": "a\u0000b"}]""", "C has no text")]
    [InlineData("""[{"method": "keep_bytes", "keeps": "ab"}]""", "these are no bytes: \"ab\"")]
    [InlineData("""[{"method": "keep_chain", "keeps": {"value": 1, "nxt": null}}]""", "C has no Link")]
    [InlineData("""[{"name": "n", "method": "keep_int8"}]""", "C has no int8 that is missing")]
    [InlineData("""[{"name": "n", "method": "twice", "arguments": {"value": 1, "more": 2}, "result": 2}]""", "C has no parameter more")]
    [InlineData("""[{"name": "n", "method": "nothing"}]""", "C has no method nothing")]
    [InlineData("""[{"name": "n", "method": "open_session", "arguments": {"name": "x"}}]""", "has a name, \"as\"")]
    [InlineData("""[{"name": "n", "method": "touch", "surprise": 1}]""", "no row has a 'surprise'")]
    [InlineData("""[{"name": "n", "method": "touch"}, {"name": "n", "method": "touch"}]""", "there are two of this name")]
    public async Task A_row_that_C_cannot_express_is_refused([StringSyntax(StringSyntaxAttribute.Json)] string table, string error)
    {
        await Requires.ProgramAsync(FixturePrograms.CaseTable);
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("broken.json"), table);

        var outcome = await FixturePrograms.CaseTable.RunAsync([FixturePrograms.ManagedAssembly, folder.Path, folder.File("printed")]);

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.StartsWith("error: broken: ", Assert.Single(outcome.Errors), StringComparison.Ordinal);
        Assert.Contains(error, outcome.Errors[0], StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("printed")));
    }
}
