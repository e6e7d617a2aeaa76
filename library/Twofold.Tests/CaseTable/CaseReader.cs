using System.Text.Json;

namespace Twofold.Tests.CaseTable;

/// <summary>Reads the table: a JSON file for each feature.</summary>
internal static class CaseReader
{
    private const string Unit = "null";
    private const string NoArguments = "{}";

    private static readonly JsonDocumentOptions s_options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly string[] s_keys = ["name", "calls", "method", "arguments", "keeps", "on", "as", "result", "status", "error", "only", "native", "wire", "events"];

    /// <summary>All cases of a folder, in the order of the files' names.</summary>
    /// <exception cref="InvalidDataException">A row is invalid.</exception>
    public static IReadOnlyList<Case> ReadFolder(string folder)
    {
        var cases = Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)
            .SelectMany(path => Read(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)))
            .ToList();
        var twice = cases.GroupBy(item => item.ToString()).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? cases : throw new InvalidDataException($"{twice.Key}: there are two of this name");
    }

    /// <summary>The cases of one file.</summary>
    public static IEnumerable<Case> Read(string feature, string json)
    {
        using var document = JsonDocument.Parse(json, s_options);
        foreach (var row in document.RootElement.EnumerateArray())
            yield return ReadCase(feature, row);
    }

    private static Case ReadCase(string feature, JsonElement row)
    {
        var name = Text(row, "name") ?? $"{Text(row, "method")} {Short(row.GetProperty("keeps").GetRawText())}";
        try
        {
            return new Case(
                feature,
                name,
                row.TryGetProperty("calls", out var calls) ? [.. calls.EnumerateArray().Select(ReadCall)] : [ReadCall(row)]);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or InvalidDataException)
        {
            throw new InvalidDataException($"{feature}: {name}: {e.Message}", e);
        }
    }

    private static Call ReadCall(JsonElement row)
    {
        var unknown = row.EnumerateObject().Select(property => property.Name).Except(s_keys).FirstOrDefault();
        if (unknown is not null)
            throw new InvalidDataException($"no row has a '{unknown}'");

        var kept = Raw(row, "keeps");
        var both = new Ending(Text(row, "status") ?? Ending.Ok, Text(row, "error") ?? "", Raw(row, "result") ?? kept ?? Unit);
        var only = Text(row, "only");
        return new Call(
            row.GetProperty("method").GetString()!,
            kept is null ? Raw(row, "arguments") ?? NoArguments : $$"""{"value": {{kept}}}""",
            Text(row, "on"),
            Text(row, "as"),
            only is null or "native" ? ReadEnding(row, "native", both) : null,
            only is null or "wire" ? ReadEnding(row, "wire", both) : null,
            row.TryGetProperty("events", out var events) ? events.EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetRawText()) : new Dictionary<string, string>());
    }

    /// <summary>The outcome in one ABI, where the two differ by design.</summary>
    private static Ending ReadEnding(JsonElement row, string abi, Ending both) => !row.TryGetProperty(abi, out var own)
        ? both
        : new Ending(Text(own, "status") ?? both.Status, Text(own, "error") ?? both.Error, Raw(own, "result") ?? both.Result);

    private static string? Text(JsonElement row, string key) => row.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static string? Raw(JsonElement row, string key) => row.TryGetProperty(key, out var value) ? value.GetRawText() : null;

    private static string Short(string json) => json.Length > 60 ? $"{json[..60]}..." : json;
}
