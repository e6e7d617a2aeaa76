using System.Globalization;
using System.Text;

namespace Twofold.Tool.Printers;

/// <summary>Puts documentation into comments of C and C++.</summary>
internal static class Comment
{
    /// <summary>Text that cannot open or close a comment, and that causes no warnings (<c>-Wcomment</c>, <c>-Wbidi-chars</c>).</summary>
    public static string Text(string doc)
    {
        var text = new StringBuilder(doc.Length);
        foreach (var letter in doc)
        {
            if (text.Length > 0 && (text[^1], letter) is ('*', '/') or ('/', '*'))
                text.Append(' ');

            text.Append(char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format ? ' ' : letter);
        }

        return text.ToString();
    }

    /// <summary>A comment before a declaration; empty if there is no documentation.</summary>
    public static string Of(string doc) => doc.Length == 0 ? "" : $"/** {Text(doc)} */";
}
