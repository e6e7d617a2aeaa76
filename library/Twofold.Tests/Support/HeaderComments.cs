using System.Text.RegularExpressions;

namespace Twofold.Tests.Support;

/// <summary>
/// Finds the declarations of a C header that have no documentation comment, either before them or at the end of their line.
/// </summary>
internal static partial class HeaderComments
{
    /// <summary>The names of the declarations without a comment, and the number of declarations.</summary>
    public static (IReadOnlyList<string> Missing, int Declarations) Read(string header)
    {
        var missing = new List<string>();
        var declarations = 0;
        var isPreceded = false;
        var isInComment = false;
        var isInBody = false;
        var isInCode = false;
        foreach (var line in header.Split('\n'))
        {
            if (isInComment || line.StartsWith("/*", StringComparison.Ordinal))
            {
                isPreceded = isInComment ? isPreceded : line.StartsWith("/**", StringComparison.Ordinal);
                isInComment = !line.Contains("*/", StringComparison.Ordinal);
                continue;
            }

            if (isInCode || isInBody)
            {
                if (line.StartsWith('}'))
                    (isInCode, isInBody, isPreceded) = (false, false, false);
                else if (isInBody)
                    Declare(line, Member().Match(line), isDocumented: HasTrailing(line));
            }
            else if (Declaration().Match(line) is { Success: true } declaration && !Guard().IsMatch(line))
            {
                Declare(line, declaration, isPreceded || HasTrailing(line));
                isInCode = line.StartsWith("static inline", StringComparison.Ordinal) && !line.EndsWith(';');
                isInBody = !isInCode && line.EndsWith('{');

                // The other branch of an #if defines the same names; an enum belongs to the type of its values.
                isPreceded = isPreceded && (line.StartsWith("#define", StringComparison.Ordinal) || line.StartsWith("typedef int32_t", StringComparison.Ordinal));
            }
            else if (!Conditional().IsMatch(line) && !isInCode)
            {
                isPreceded = false;
            }
        }

        return (missing, declarations);

        void Declare(string line, Match declaration, bool isDocumented)
        {
            declarations++;
            if (!isDocumented)
                missing.Add(declaration.Success ? declaration.Groups["name"].Value : line);
        }
    }

    private static bool HasTrailing(string line) => line.Contains("/**<", StringComparison.Ordinal);

    /// <summary>A macro, a function, a type, or the beginning of one.</summary>
    [GeneratedRegex(@"^(#define (?<name>\w+)|typedef .*?(?<name>\w+)(\)\(.*)?;|typedef (struct|enum|union) (?<name>\w+ )?\{|struct (?<name>\w+) \{|(?<name>enum) \{|([A-Z_]+_API|static inline) [^(]*?(?<name>\w+)\()")]
    private static partial Regex Declaration();

    /// <summary>A field or an enum member.</summary>
    [GeneratedRegex(@"^    [^/]*?(?<name>\w+)(\[\w+\])?( = [^,]*)?[;,]?( +/\*\*<.*)?$")]
    private static partial Regex Member();

    [GeneratedRegex("^#define [A-Z0-9_]+_H$")]
    private static partial Regex Guard();

    [GeneratedRegex("^#(if|else|elif|endif)")]
    private static partial Regex Conditional();
}
