using System.Runtime.CompilerServices;

namespace Twofold.Tests.Support;

/// <summary>Committed texts to compare generated ones with.</summary>
internal static class Snapshot
{
    private const string Update = "TWOFOLD_UPDATE_SNAPSHOTS";
    private const int MostLines = 40;

    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", "Snapshots"));

    /// <summary>Fails with the lines that differ; writes the file instead when snapshots are being updated.</summary>
    public static void Verify(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable(Update) == "1")
            File.WriteAllText(path, text);

        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (expected != text)
            Assert.Fail($"{name} differs from the generated text:\n{Diff(expected.Split('\n'), text.Split('\n'))}\nif that is intended, run ./just snapshots");
    }

    /// <summary>The lines between the common prefix and the common suffix.</summary>
    public static string Diff(string[] expected, string[] actual)
    {
        var start = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = expected.Skip(start).Reverse().Zip(actual.Skip(start).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Join('\n', new[] { $"@@ line {start + 1} @@" }
            .Concat(Changed(expected, "- "))
            .Concat(Changed(actual, "+ ")));

        IEnumerable<string> Changed(string[] lines, string mark)
        {
            var count = lines.Length - start - end;
            var shown = lines.Skip(start).Take(Math.Min(count, MostLines)).Select(line => mark + line);
            return count > MostLines ? shown.Append($"{mark}... and {count - MostLines} lines more") : shown;
        }
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
