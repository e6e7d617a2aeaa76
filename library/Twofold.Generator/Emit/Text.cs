namespace Twofold.Generator.Emit;

/// <summary>Puts pieces of code together.</summary>
internal static class Text
{
    /// <summary>One piece a line, each behind <paramref name="spaces"/>, the first of which the template has already.</summary>
    public static string Lines(this IEnumerable<string> pieces, int spaces) => Join(pieces, "\n", spaces);

    /// <summary>The same with an empty line in between.</summary>
    public static string Paragraphs(this IEnumerable<string> pieces, int spaces) => Join(pieces, "\n\n", spaces);

    /// <summary>Separated by commas.</summary>
    public static string Commas(this IEnumerable<string> pieces) => string.Join(", ", pieces);

    private static string Join(IEnumerable<string> pieces, string separator, int spaces)
    {
        var lines = string.Join(separator, pieces).Split('\n');
        var indent = new string(' ', spaces);
        return string.Join("\n", lines.Select((line, index) => index == 0 || line.Length == 0 ? line : indent + line));
    }
}
