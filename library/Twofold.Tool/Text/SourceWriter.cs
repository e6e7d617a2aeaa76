using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Twofold.Printing;

/// <summary>
/// Source text that is written as an interpolated raw string. A piece with several lines is indented like the line that contains it.
/// An empty piece that is alone on its line removes that line, and a blank line next to it.
/// </summary>
/// <remarks>Compiles for netstandard2.0 as well, so that the generator can share it.</remarks>
[InterpolatedStringHandler]
internal sealed class SourceWriter
{
    private readonly StringBuilder _text;
    private int _lineStart;
    private bool _isLineRemoved;

    public SourceWriter(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 32));

    public void AppendLiteral(string value)
    {
        var start = _isLineRemoved && value[0] == '\n' ? RemoveLine(value) : 0;
        _isLineRemoved = false;
        _text.Append(value, start, value.Length - start);
        var lastBreak = value.LastIndexOf('\n');
        if (lastBreak >= 0)
            _lineStart = _text.Length - (value.Length - lastBreak - 1);
    }

    public void AppendFormatted(string? piece)
    {
        var indentation = Indentation(out var isLineBlank);
        if (string.IsNullOrEmpty(piece))
        {
            _isLineRemoved = isLineBlank;
            return;
        }

        _isLineRemoved = false;
        var lines = piece!.Split('\n');
        _text.Append(lines[0]);
        for (var i = 1; i < lines.Length; i++)
        {
            _text.Append('\n');
            _lineStart = _text.Length;
            if (lines[i].Length > 0)
                _text.Append(indentation).Append(lines[i]);
        }
    }

    /// <summary>Each piece on its own line.</summary>
    public void AppendFormatted(IEnumerable<string> pieces) => AppendFormatted(pieces.Lines());

    /// <summary>Pieces separated by commas (<c>:commas</c>) or by blank lines (<c>:paragraphs</c>).</summary>
    public void AppendFormatted(IEnumerable<string> pieces, string format) => AppendFormatted(format switch
    {
        "commas" => pieces.Commas(),
        "paragraphs" => pieces.Paragraphs(),
        _ => throw new ArgumentException($"unknown format '{format}'", nameof(format)),
    });

    public void AppendFormatted(long number) => AppendFormatted(number.ToString(CultureInfo.InvariantCulture));

    public override string ToString() =>
        _isLineRemoved ? _text.ToString(0, Math.Max(_lineStart - 1, 0)) : _text.ToString();

    /// <summary>Removes the current line, and returns how much of the following literal is removed with it.</summary>
    private int RemoveLine(string next)
    {
        _text.Length = _lineStart;
        var before = _lineStart > 1 ? _text[_lineStart - 2] : '\n';
        if (before == '\n' && _lineStart > 0 && next.TrimStart() is { Length: > 0 } code && code[0] == '}')
            _text.Length = --_lineStart;

        return before is '\n' or '{' && next.Length > 1 && next[1] == '\n' ? 2 : 1;
    }

    private string Indentation(out bool isLineBlank)
    {
        var end = _lineStart;
        while (end < _text.Length && _text[end] == ' ')
            end++;

        isLineBlank = end == _text.Length;
        return new string(' ', end - _lineStart);
    }
}

/// <summary>Joins pieces of source text.</summary>
internal static class Source
{
    /// <summary>The text of an interpolated raw string, indented by <see cref="SourceWriter"/>.</summary>
    public static string Code(SourceWriter source) => source.ToString();

    /// <summary>One piece a line.</summary>
    public static string Lines(this IEnumerable<string> pieces) => string.Join("\n", pieces);

    /// <summary>Separated by blank lines.</summary>
    public static string Paragraphs(this IEnumerable<string> pieces) => string.Join("\n\n", pieces);

    /// <summary>Separated by commas.</summary>
    public static string Commas(this IEnumerable<string> pieces) => string.Join(", ", pieces);
}
