using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Twofold.Generator.Model;

namespace Twofold.Generator.Parser;

/// <summary>Reads XML documentation as plain text, with names as the other languages spell them.</summary>
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
            // The compiler itself warns of malformed documentation.
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
                XElement { Name.LocalName: "see" or "seealso" } see => Name((string?)see.Attribute("cref") ?? (string?)see.Attribute("langword") ?? see.Value),
                XElement { Name.LocalName: "paramref" } reference => Naming.Snake((string?)reference.Attribute("name") ?? ""),
                XElement other => Flatten(other),
                _ => "",
            });
        }

        return text.ToString();
    }

    /// <summary>The name behind a cref such as <c>M:Library.MyTimer.EchoAsync(Library.EchoRequest)</c>.</summary>
    private static string Name(string cref)
    {
        var open = cref.IndexOf('(');
        var path = open < 0 ? cref : cref.Substring(0, open);
        var name = path.Substring(path.LastIndexOf('.') + 1);
        return path.Length > 2 && path[1] == ':'
            ? path[0] switch
            {
                'M' => Naming.Snake(Naming.WithoutAsync(name)),
                'F' => Naming.UpperSnake(name),
                _ => Naming.Snake(name),
            }
            : name;
    }
}
