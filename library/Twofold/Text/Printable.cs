using System.Globalization;
using System.Text;

namespace Twofold.Text;

/// <summary>Makes text of a peer or an author fit to be quoted in a message, printed on one line, or passed as a C string.</summary>
internal static class Printable
{
    /// <summary>The longest excerpt, in characters.</summary>
    public const int LongestExcerpt = 64;

    /// <summary>The longest text on a line, in characters.</summary>
    public const int LongestLine = 1024;

    /// <summary>The first characters of a text, without those that control a terminal.</summary>
    public static string Shorten(string text)
    {
        var excerpt = new StringBuilder();
        var count = 0;
        foreach (var character in text.EnumerateRunes())
        {
            if (count++ == LongestExcerpt)
                return $"{excerpt}...";

            excerpt.Append(IsObeyed(Rune.GetUnicodeCategory(character)) ? "?" : character.ToString());
        }

        return excerpt.ToString();
    }

    /// <summary>The same of UTF-8 bytes, of which no more are decoded than the excerpt can need.</summary>
    public static string Shorten(ReadOnlySpan<byte> utf8)
    {
        const int Enough = (LongestExcerpt + 1) * 4;
        return Shorten(Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, Enough)]));
    }

    /// <summary>
    /// The text on one line, without what exceeds <see cref="LongestLine"/>. Characters that a terminal obeys instead of showing them are
    /// escaped.
    /// </summary>
    public static string OneLine(string text) => text.Length <= LongestLine
        ? Escape(text)
        : $"{Escape(text[..LongestLine])}... ({text.Length - LongestLine} more characters)";

    private static string Escape(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0
        ? text
        : string.Concat(text.Select(letter => IsObeyed(char.GetUnicodeCategory(letter)) ? $"\\u{(int)letter:x4}" : $"{letter}"));

    /// <summary>Control characters, line ends of Unicode, and those that reverse the direction of text.</summary>
    private static bool IsObeyed(UnicodeCategory category) =>
        category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>The text without NUL, which would end a C string.</summary>
    public static string WithoutNul(string text) => text.Replace('\0', '\uFFFD');
}
