using Twofold.Bindings;
using Twofold.Tests.Cbor;
using Twofold.Tests.Support;

namespace Twofold.Tests.Generator;

/// <summary>
/// Everything that is generated for two libraries is committed, so that a change of the generator shows what it changes; and so are
/// the tables that C shares.
/// </summary>
public sealed class SnapshotSpecs
{
    private static readonly Generation s_timer = Generation.OfFolder(Path.Combine(Snapshot.Folder, "..", "..", "MyTimer"));
    private static readonly Generation s_fixtures = Generation.OfFolder(Path.Combine(Snapshot.Folder, "..", "Fixtures"));

    public static TheoryData<string> Names => [.. Texts().Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_generated_is_what_is_committed(string name) => Snapshot.Verify(name, Texts()[name]);

    [Fact]
    public void No_snapshot_is_left_over() =>
        Assert.Equal(Texts().Keys.Order(StringComparer.Ordinal), Directory.EnumerateFiles(Snapshot.Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));

    [Fact]
    public void A_difference_is_shown_by_its_lines() => Assert.Equal(
        "@@ line 2 @@\n- b\n+ x\n+ y",
        Snapshot.Diff(["a", "b", "c"], ["a", "x", "y", "c"]));

    /// <summary>The codec in a header is a template of ours, which stands in the repository already.</summary>
    private static string WithoutCodec(string header) =>
        header.Replace(CborCodec.Print(s_fixtures.Model()), "/* Templates/cbor_*.h */", StringComparison.Ordinal);

    /// <summary>MyTimer's headers and schema are committed beside its source. The model is text, which has specs of its own.</summary>
    private static Dictionary<string, string> Texts()
    {
        var code = from generation in new[] { s_timer, s_fixtures }
                   from source in generation.Result.GeneratedSources
                   let name = Path.GetFileNameWithoutExtension(source.HintName.Replace(".g.cs", ".cs", StringComparison.Ordinal))
                   where !name.EndsWith(".Model", StringComparison.Ordinal)
                   select (Name: $"{name.Split('.', 2)[1]}.verified.cs.txt", Text: source.SourceText.ToString());
        var files = Commands.IncludeFiles(s_fixtures.Model()).Select(file => (Name: file.Name.Replace(".", ".verified.", StringComparison.Ordinal), Text: WithoutCodec(file.Text)));
        return code.Concat(files).Append((Name: "standard.verified.h", Text: StandardInC.Print())).ToDictionary(file => file.Name, file => file.Text);
    }
}
