using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Twofold.Model.Naming;

namespace Twofold.Generator.Parse;

/// <summary>Reads XML documentation as plain text, with names in the spelling of the other languages.</summary>
internal static class Docs
{
    private static readonly Regex Spaces = new(@"\s+", RegexOptions.CultureInvariant);

    public static string Summary(ISymbol symbol) => Text(symbol, element => element.Name.LocalName == "summary");

    public static string Returns(ISymbol symbol) => Text(symbol, element => element.Name.LocalName == "returns");

    public static string Parameter(ISymbol symbol, string name) =>
        Text(symbol, element => element.Name.LocalName == "param" && (string?)element.Attribute("name") == name);

    private static string Text(ISymbol symbol, Func<XElement, bool> wanted)
    {
        if (symbol.GetDocumentationCommentXml() is not { Length: > 0 } xml)
            return "";

        try
        {
            var element = XElement.Parse($"<doc>{xml}</doc>").Descendants().FirstOrDefault(wanted);
            return element is null ? "" : Spaces.Replace(Flatten(element), " ").Trim();
        }
        catch (XmlException)
        {
            // The compiler itself warns about malformed documentation.
            return "";
        }
    }

    private static string Flatten(XElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            text.Append(node switch
            {
                XText plain => plain.Value,
                XElement { Name.LocalName: "see" or "seealso" } see => See(see),
                XElement { Name.LocalName: "paramref" } reference => Names.Snake((string?)reference.Attribute("name") ?? ""),
                XElement { Name.LocalName: "list" } list => $" {List(list)} ",
                XElement { Name.LocalName: "para" or "br" or "code" } block => $" {Flatten(block)} ",
                XElement other => Flatten(other),
                _ => "",
            });
        }

        return text.ToString();
    }

    /// <summary>The text of a reference, or the name of its target if it has no text.</summary>
    private static string See(XElement see) =>
        Flatten(see) is { Length: > 0 } words ? words : Name((string?)see.Attribute("cref") ?? "") is { Length: > 0 } name ? name
        : (string?)see.Attribute("langword") ?? (string?)see.Attribute("href") ?? "";

    /// <summary>A list as one sentence: items are separated by semicolons, and a term precedes its description.</summary>
    private static string List(XElement list) => string.Join("; ", list.Elements().Select(item =>
        string.Join(": ", item.HasElements && item.Elements().All(part => part.Name.LocalName is "term" or "description")
            ? item.Elements().Select(part => Flatten(part).Trim())
            : [Flatten(item).Trim()])));

    /// <summary>The name in a cref such as <c>M:Library.MyTimer.EchoAsync(Library.EchoRequest)</c>.</summary>
    private static string Name(string cref)
    {
        var open = cref.IndexOf('(');
        var path = open < 0 ? cref : cref.Substring(0, open);
        var name = path.Substring(path.LastIndexOfAny(['.', ':']) + 1).Split('`')[0];
        return path.Length > 2 && path[1] == ':'
            ? path[0] switch
            {
                'M' => Names.Snake(Names.WithoutAsync(name)),
                'F' => Names.UpperSnake(name),
                _ => Names.Snake(name),
            }
            : name;
    }
}
