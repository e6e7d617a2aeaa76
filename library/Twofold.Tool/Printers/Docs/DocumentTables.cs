using System.Text.RegularExpressions;
using Twofold.Model.Abi;
using Twofold.Printing;

namespace Twofold.Tool.Printers.Docs;

/// <summary>
/// Prints tables into documents, between the lines <c>&lt;!-- printed: NAME --&gt;</c> and <c>&lt;!-- /printed --&gt;</c>. Other text
/// does not change.
/// </summary>
internal sealed partial class DocumentTables : IAbiPrinter
{
    private static readonly Dictionary<string, Func<IEnumerable<string>>> s_tables = new()
    {
        ["statuses"] = () => Table(
            ["number", "name", "meaning"],
            Statuses.All.Select(status => new[] { $"{status.Value}", status.UpperName, status.Doc })),
        ["wire-statuses"] = () => Table(
            ["number", "name", "meaning"],
            Statuses.All.Select(status => new[] { $"{status.Value}", status.UpperName, status.Doc })
                .Prepend([$"{Statuses.Event}", "EVENT", "An [event](#events), not a reply."])),
        ["log-levels"] = () => Table(
            ["level", "number", "what is logged"],
            LogLevels.All.Select(level => new[] { level.Name.ToUpperInvariant(), $"{level.Value}", level.Doc })),
        ["transports"] = () => Table(
            ["number", "name", "flag", "meaning"],
            Transports.All.Select(transport => new[] { $"{transport.Value}", transport.Name.ToUpperInvariant(), $"`--transport {transport.Flag}`", transport.Doc })),
        ["server-options"] = () => Table(
            ["field", "default", "largest", "flag", "meaning"],
            ServerOptions.All.Select(option => new[] { $"`{option.CName}`", OptionText.Default(option), Largest(option), option.IsRequired ? "" : $"`{option.Flag}`", option.Doc })),
        ["limits"] = () => Table(
            ["flag", "default", "limit", "past it"],
            ServerOptions.All.Where(option => option.Past.Length > 0).OrderBy(option => option.Group)
                .Select(option => new[] { $"`{option.Flag}`", OptionText.Default(option), option.Doc.TrimEnd('.'), option.Past })),
        ["fixed-limits"] = () => Table(
            ["limit", "value"],
            Limits.All.Select(limit => new[] { limit.Doc.TrimEnd('.'), OptionText.Value(limit.Kind, limit.Value) })),
        ["control-methods"] = () => Table(
            ["method", "argument", "what the server does"],
            ControlMethods.All.Select(method => new[] { $"`{method.WireName}`", method.Argument is null ? "" : $"`{method.Argument.Key}`", method.Doc })),
    };

    public IEnumerable<PrintedFile> Print(string root) =>
        Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md").Order(StringComparer.Ordinal)
            .Select(path => (Path: path, Text: File.ReadAllText(path)))
            .Where(document => document.Text.Contains("<!-- printed:", StringComparison.Ordinal))
            .Select(document => new PrintedFile($"docs/{Path.GetFileName(document.Path)}", Fill(document.Path, document.Text)));

    /// <summary>A document with its tables.</summary>
    internal static string Fill(string path, string document)
    {
        var filled = Printed().Replace(document, match => s_tables.TryGetValue(match.Groups["name"].Value, out var table)
            ? $"{match.Groups["open"].Value}\n{table().Lines()}\n{match.Groups["close"].Value}"
            : throw new ToolException($"{path}: there is no table '{match.Groups["name"].Value}'; the tables are {s_tables.Keys.Commas()}"));
        return Printed().Count(document) == Opening().Count(document)
            ? filled
            : throw new ToolException($"{path}: a '<!-- printed: NAME -->' has no '<!-- /printed -->'");
    }

    private static string Largest(ServerOptionModel option) =>
        !option.IsNumber ? "" : option.Max == ServerOptions.LargestLimit ? "2^30" : OptionText.Value(option.Kind, option.Max);

    private static IEnumerable<string> Table(string[] header, IEnumerable<string[]> rows) =>
        rows.Select(Row).Prepend($"|{string.Concat(header.Select(_ => "---|"))}").Prepend(Row(header));

    private static string Row(string[] cells) => $"|{string.Concat(cells.Select(cell => cell.Length == 0 ? " |" : $" {cell} |"))}";

    [GeneratedRegex(@"(?<open><!-- printed: (?<name>[\w-]+) -->)\n(?:(?!<!-- printed:)[\s\S])*?(?<close><!-- /printed -->)")]
    private static partial Regex Printed();

    [GeneratedRegex("<!-- printed:")]
    private static partial Regex Opening();
}
