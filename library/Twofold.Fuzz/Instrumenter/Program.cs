using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Twofold.Fuzz.Instrumenter;

// Copies the C# files of folders into another one, each with a counter at every branch.
if (args.Length < 2)
{
    Console.Error.WriteLine("usage: Twofold.Fuzz.Instrumenter TO FROM...");
    return 2;
}

var target = args[0];
if (Directory.Exists(target))
    Directory.Delete(target, recursive: true);

var options = new CSharpParseOptions(LanguageVersion.Preview);
var rewriter = new BranchCounter();
foreach (var source in args.Skip(1))
{
    foreach (var path in Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
    {
        var relative = Path.Combine(new DirectoryInfo(source).Name, Path.GetRelativePath(source, path));
        var root = CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path).GetRoot();
        var file = Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(target, relative))!);
        File.WriteAllText(Path.Combine(file.FullName, Path.GetFileName(path)), rewriter.Visit(root).ToFullString(), Encoding.UTF8);
    }
}

Console.WriteLine($"{rewriter.Count} counters");
return 0;
