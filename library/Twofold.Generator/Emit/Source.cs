using System.Runtime.CompilerServices;
using System.Text;

namespace Twofold.Generator.Emit;

/// <summary>Prints code from templates that show its layout.</summary>
internal static class Source
{
    /// <summary>
    /// A template's text. What a hole holds is indented as the hole is; a hole that stands alone on its line and holds nothing takes
    /// the line with it. A list is one item a line, or separated by commas (<c>:commas</c>), or by empty lines (<c>:paragraphs</c>).
    /// </summary>
    public static string Of(SourceTemplate template) => template.ToString();

    /// <summary>One piece a line.</summary>
    public static string Lines(this IEnumerable<string> pieces) => string.Join("\n", pieces);

    /// <summary>The same with an empty line in between.</summary>
    public static string Paragraphs(this IEnumerable<string> pieces) => string.Join("\n\n", pieces);

    /// <summary>Separated by commas.</summary>
    public static string Commas(this IEnumerable<string> pieces) => string.Join(", ", pieces);
}

/// <summary>Takes an interpolated string apart for <see cref="Source.Of"/>.</summary>
[InterpolatedStringHandler]
internal sealed class SourceTemplate(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (32 * formattedCount));
    private bool _isEmptyLine;

    public void AppendLiteral(string text)
    {
        if (_isEmptyLine && text.StartsWith("\n", StringComparison.Ordinal))
            text = DropLine(text);

        _isEmptyLine = false;
        _text.Append(text);
    }

    public void AppendFormatted(int value) => AppendFormatted(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public void AppendFormatted(string? value)
    {
        var column = Column(out var isBlank);
        if (string.IsNullOrEmpty(value))
        {
            _isEmptyLine = isBlank;
            return;
        }

        _isEmptyLine = false;
        var indent = "\n" + new string(' ', column);
        _text.Append(value!.Replace("\n", indent).Replace(indent + "\n", "\n\n"));
    }

    public void AppendFormatted(IEnumerable<string> pieces) => AppendFormatted(pieces.Lines());

    public void AppendFormatted(IEnumerable<string> pieces, string format) =>
        AppendFormatted(format == "commas" ? pieces.Commas() : pieces.Paragraphs());

    public override string ToString()
    {
        if (_isEmptyLine)
            DropLine("");

        // Lines that held nothing have no trailing blanks.
        var text = _text.ToString();
        while (text.Contains(" \n"))
            text = text.Replace(" \n", "\n");

        return text;
    }

    /// <summary>How far the current line is indented, and whether it holds nothing else.</summary>
    private int Column(out bool isBlank)
    {
        var start = _text.Length;
        while (start > 0 && _text[start - 1] != '\n')
            start--;

        var column = start;
        while (column < _text.Length && _text[column] == ' ')
            column++;

        isBlank = column == _text.Length;
        return column - start;
    }

    /// <summary>Takes back the line that holds nothing, and one of two empty lines around it.</summary>
    private string DropLine(string following)
    {
        while (_text.Length > 0 && _text[_text.Length - 1] == ' ')
            _text.Length--;

        var isAtStart = _text.Length < 2;
        var isAfterEmptyLine = !isAtStart && _text[_text.Length - 1] == '\n' && _text[_text.Length - 2] == '\n';
        var isAfterBrace = !isAtStart && _text[_text.Length - 1] == '\n' && _text[_text.Length - 2] == '{';
        if (following.Length == 0)
            _text.Length = Math.Max(0, _text.Length - 1);
        else if (isAfterEmptyLine && following.TrimStart().StartsWith("}", StringComparison.Ordinal))
            _text.Length--;
        else if ((isAtStart || isAfterEmptyLine || isAfterBrace) && following.StartsWith("\n\n", StringComparison.Ordinal))
            following = following.Substring(1);

        return following.Length == 0 ? "" : following.Substring(1);
    }
}
