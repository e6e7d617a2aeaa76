using Twofold.Tests.Cbor;
using Twofold.Tests.Support;
using Twofold.Tool.Printers;

namespace Twofold.Tests.Generator;

/// <summary>
/// For each shape, a small file with the lines that it adds to generated code, headers and schema is committed, so that reviewers see
/// the effect of a change to a printer. Code that every library has is left out.
/// </summary>
public sealed class SnapshotSpecs
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> s_bare = new(() => Printed("", ""));

    public static TheoryData<string> Names => [.. Shapes.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shape_adds_the_committed_lines(string name)
    {
        var (members, types) = Shapes.All[name];
        var sections = Printed(members, types)
            .Select(file => (file.Key, Added: Added(s_bare.Value.GetValueOrDefault(file.Key, ""), file.Value)))
            .Where(section => section.Added.Length > 0)
            .Select(section => $"==== {section.Key}\n{section.Added}");
        Snapshot.Verify($"{name}.txt", $"{members}\n{types}\n\n{string.Join("\n\n", sections)}\n");
    }

    [Fact]
    public void The_tables_that_C_shares_are_committed() => Snapshot.Verify("../Fixtures/printed/standard.h", StandardInC.Print());

    [Fact]
    public void No_snapshot_is_left_over() =>
        Assert.Equal(Shapes.All.Keys.Order(StringComparer.Ordinal), Directory.EnumerateFiles(Snapshot.Folder).Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal));

    [Fact]
    public void A_difference_is_shown_by_its_lines() => Assert.Equal(
        "@@ line 2 @@\n- b\n+ x\n+ y",
        Snapshot.Diff(["a", "b", "c"], ["a", "x", "y", "c"]));

    [Fact]
    public void Lines_that_a_text_adds_keep_their_order() => Assert.Equal("x\n...\ny", Added("a\nb\nc", "a\nx\nb\ny\nc"));

    /// <summary>Everything that is generated and printed for a library, by file. The embedded model has its own specs.</summary>
    private static Dictionary<string, string> Printed(string members, string types)
    {
        var generation = Generation.OfMembers(members, types);
        var code = generation.Result.GeneratedSources
            .Where(source => !source.HintName.Contains(".Model.", StringComparison.Ordinal))
            .Select(source => (source.HintName, Text: source.SourceText.ToString()));
        var headers = PrinterRegistry.Headers.Print(generation.Model()).Select(file => (file.Path, file.Text));
        return code.Concat(headers).ToDictionary();
    }

    /// <summary>The lines of a text that another lacks. Dots mark gaps between them.</summary>
    private static string Added(string bare, string text)
    {
        var (before, after) = (bare.Split('\n'), text.Split('\n'));
        var start = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var most = Math.Min(before.Length, after.Length) - start;
        var end = before.Reverse().Zip(after.Reverse()).Take(most).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Join('\n', Lines(before[start..^end], after[start..^end]));
    }

    private static IEnumerable<string> Lines(string[] before, string[] after)
    {
        var common = Common(before, after);
        var (i, j, hasGap, isFirst) = (0, 0, false, true);
        while (j < after.Length)
        {
            if (i < before.Length && before[i] == after[j])
            {
                (i, j, hasGap) = (i + 1, j + 1, true);
            }
            else if (i < before.Length && common[i + 1, j] >= common[i, j + 1])
            {
                i++;
            }
            else
            {
                if (hasGap && !isFirst)
                    yield return "...";
                if (after[j].Length > 0)
                    yield return after[j];

                (j, hasGap, isFirst) = (j + 1, false, false);
            }
        }
    }

    /// <summary>The lengths of the longest common subsequences of all suffixes.</summary>
    private static int[,] Common(string[] before, string[] after)
    {
        var lengths = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
                lengths[i, j] = before[i] == after[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }

        return lengths;
    }
}
