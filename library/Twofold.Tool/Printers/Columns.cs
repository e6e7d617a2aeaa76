namespace Twofold.Tool.Printers;

/// <summary>A declaration and its documentation.</summary>
internal readonly record struct Documented(string Code, string Doc);

/// <summary>Aligns the comments of C and C++ declarations in a column.</summary>
internal static class Columns
{
    /// <summary>One declaration a line.</summary>
    public static IEnumerable<string> Align(IEnumerable<Documented> declarations)
    {
        var lines = declarations.ToList();
        var width = lines.Select(line => line.Code.Length).DefaultIfEmpty().Max();
        return lines.Select(line => line.Doc.Length == 0 ? line.Code : $"{line.Code.PadRight(width)} /**< {Comment.Text(line.Doc)} */");
    }
}
